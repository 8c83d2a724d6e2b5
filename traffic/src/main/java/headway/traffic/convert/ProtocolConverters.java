package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.language.sample.Casts;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;

/** What protocols other than HTTP say in their first bytes. */
final class ProtocolConverters {
    private static final String LOGON =
            "bin(383d4649582e342e3201393d32390133353d410134393d534e440135363d5447540133343d310135323d780131303d30303301)";
    private static final String CONNECT =
            "bin(102700044d51545404c6003c0003636964000477746f70000477706179000475736572000470617373)";

    static final List<ConverterEntry> TABLE = List.of(
            converter("fix_is_valid", BIN, BOOL)
                    .summary(
                            "Whether bytes begin with a message of FIX: order of its first fields, length and sum; no value as long as it is not complete.")
                    .example(LOGON + ",fix_is_valid", "", "1")
                    .example(
                            "bin(383d4649582e342e3201393d32390133353d410134393d534e450135363d5447540133343d310135323d780131303d30303301),fix_is_valid",
                            "",
                            "0")
                    .binds((_, value) -> {
                        var verdict = Fix.check(value);
                        return verdict == Fix.UNKNOWN ? value.notYet() : value.bool(verdict == Fix.VALID);
                    }),
            converter("fix_tag_value", BIN, BIN)
                    .summary("The value of a field of FIX, by its number or by one of six names.")
                    .example(LOGON + ",fix_tag_value(49)", "", "SND")
                    .example(LOGON + ",fix_tag_value(MsgType)", "", "A")
                    .binds(string("tag"), name -> {
                        var tag = Fix.tag(name);
                        return (_, value) -> Fix.find(value, tag);
                    }),
            converter("mqtt_is_valid", BIN, BOOL)
                    .summary(
                            "Whether bytes begin with a CONNECT or CONNACK of MQTT 3.1, 3.1.1 or 5.0; no value as long as it is not complete.")
                    .example(CONNECT + ",mqtt_is_valid", "", "1")
                    .example("bin(c000),mqtt_is_valid", "", "0")
                    .binds(ProtocolConverters::isMqtt),
            converter("mqtt_field_value", BIN, STR)
                    .summary("A field of a CONNECT or CONNACK by its name, or a property of MQTT 5.0 by its number.")
                    .example(CONNECT + ",mqtt_field_value(connect,username)", "", "user")
                    .example("bin(2008000005110000003c),mqtt_field_value(connack,17)", "", "60")
                    .binds(string("packettype"), string("fieldname_or_property_ID"), (type, name) -> {
                        var packet = MqttField.packet(type);
                        var field = MqttField.of(packet, type, name);
                        return (scope, value) -> mqttField(scope, value, packet, field);
                    }),
            converter("protobuf", BIN, ANY)
                    .summary(
                            "A field of a message in protocol buffers by its number, or by numbers from the outside in; as bytes, or as a number of a type.")
                    .example("bin(0a0412020807),protobuf(1.2.1,int32)", "", "7")
                    .example("bin(0a03616263),protobuf(1)", "", "abc")
                    .binds(Protobuf.path(), orElse(string("field_type"), ""), (path, name) -> {
                        var type = Protobuf.Type.of(name);
                        return (_, value) -> Protobuf.find(value, path, type);
                    }),
            converter("ungrpc", BIN, ANY)
                    .summary("A field of a message that comes in gRPC's frame.")
                    .example("bin(0000000003089601),ungrpc(1,int32)", "", "150")
                    .binds(Protobuf.path(), orElse(string("field_type"), ""), (path, name) -> {
                        var type = Protobuf.Type.of(name);
                        return (_, value) -> Protobuf.findInGrpc(value, path, type);
                    }));

    private ProtocolConverters() {}

    private static boolean isMqtt(Scope scope, Sample value) {
        var found = scope.scratch().borrow();
        var verdict = Mqtt.read(value, MqttField.FLAGS, found);
        scope.scratch().giveBack();
        return verdict == Mqtt.UNKNOWN ? value.notYet() : value.bool(verdict == Mqtt.VALID);
    }

    private static boolean mqttField(Scope scope, Sample value, int packet, MqttField field) {
        var found = scope.scratch().borrow();
        var isThere = value.length > 0
                && Packets.byteAt(value, 0) >> 4 == packet
                && Mqtt.read(value, field, found) == Mqtt.VALID
                && found.type != BOOL;
        if (isThere) {
            if (found.type == SINT) Casts.toText(scope, found);
            value.text(found.at, found.length);
        }
        scope.scratch().giveBack();
        return isThere && value.length > 0;
    }
}
