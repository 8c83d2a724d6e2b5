package headway.traffic.convert;

import static headway.traffic.convert.MqttField.Form.FLAG;
import static headway.traffic.convert.MqttField.Form.INT;
import static headway.traffic.convert.MqttField.Form.NONE;
import static headway.traffic.convert.MqttField.Form.PAIR;
import static headway.traffic.convert.MqttField.Form.SHORT;
import static headway.traffic.convert.MqttField.Form.TEXT;
import static headway.traffic.convert.MqttField.Place.CONNACK;
import static headway.traffic.convert.MqttField.Place.CONNECT;
import static headway.traffic.convert.MqttField.Place.WILL;

import headway.language.sample.BindException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of CONNECT and CONNACK by their names, and the properties of MQTT 5.0 (2.2.2.2 of its standard) by their numbers. */
enum MqttField {
    FLAGS(CONNECT, CONNACK),
    PROTOCOL_NAME(CONNECT),
    PROTOCOL_VERSION(CONNECT, CONNACK),
    CLIENT_IDENTIFIER(CONNECT),
    WILL_TOPIC(CONNECT),
    WILL_PAYLOAD(CONNECT),
    USERNAME(CONNECT),
    PASSWORD(CONNECT),
    KEEPALIVE(CONNECT),
    REASON_CODE(CONNACK),
    PAYLOAD_FORMAT(1, FLAG, 0, WILL),
    MESSAGE_EXPIRY(2, INT, 0, WILL),
    CONTENT_TYPE(3, TEXT, 0, WILL),
    RESPONSE_TOPIC(8, TEXT, 0, WILL),
    CORRELATION_DATA(9, TEXT, 0, WILL),
    SESSION_EXPIRY(17, INT, 0, CONNECT, CONNACK),
    ASSIGNED_CLIENT(18, TEXT, 1, CONNACK),
    SERVER_KEEPALIVE(19, SHORT, 0, CONNACK),
    AUTHENTICATION_METHOD(21, TEXT, 0, CONNECT, CONNACK),
    AUTHENTICATION_DATA(22, TEXT, 0, CONNECT, CONNACK),
    REQUEST_PROBLEM(23, FLAG, 0, CONNECT),
    WILL_DELAY(24, INT, 0, WILL),
    REQUEST_RESPONSE(25, FLAG, 0, CONNECT),
    RESPONSE_INFORMATION(26, TEXT, 0, CONNACK),
    SERVER_REFERENCE(28, TEXT, 0, CONNACK),
    REASON_STRING(31, TEXT, 0, CONNACK),
    RECEIVE_MAXIMUM(33, SHORT, 1, CONNECT, CONNACK),
    TOPIC_ALIAS_MAXIMUM(34, SHORT, 0, CONNECT, CONNACK),
    MAXIMUM_QOS(36, FLAG, 0, CONNACK),
    RETAIN_AVAILABLE(37, FLAG, 0, CONNACK),
    USER_PROPERTY(38, PAIR, 0, CONNECT, WILL, CONNACK),
    MAXIMUM_PACKET_SIZE(39, INT, 1, CONNECT, CONNACK),
    WILDCARDS_AVAILABLE(40, FLAG, 0, CONNACK),
    IDENTIFIERS_AVAILABLE(41, FLAG, 0, CONNACK),
    SHARED_AVAILABLE(42, FLAG, 0, CONNACK);

    /** Where a field may stand. */
    enum Place {
        CONNECT,
        WILL,
        CONNACK
    }

    /** How a property is written. */
    enum Form {
        /** A field that is no property. */
        NONE(0),
        /** A byte that is 0 or 1. */
        FLAG(1),
        SHORT(2),
        INT(4),
        TEXT(0),
        /** Two texts; the only property that may come more than once. */
        PAIR(0);

        private final int size;

        Form(int size) {
            this.size = size;
        }

        int size() {
            return size;
        }
    }

    private static final List<String> PACKETS = List.of(
            "connect",
            "connack",
            "publish",
            "puback",
            "pubrec",
            "pubrel",
            "pubcomp",
            "subscribe",
            "suback",
            "unsubscribe",
            "unsuback",
            "pingreq",
            "pingresp",
            "disconnect",
            "auth");

    private static final MqttField[] ALL = values();

    private final int id;
    private final Form form;
    private final int least;
    private final Set<Place> places;

    MqttField(Place... places) {
        this(0, NONE, 0, places);
    }

    /**
     * @param least the smallest number or length that is allowed
     */
    MqttField(int id, Form form, int least, Place... places) {
        this.id = id;
        this.form = form;
        this.least = least;
        this.places = EnumSet.copyOf(List.of(places));
    }

    int id() {
        return id;
    }

    Form form() {
        return form;
    }

    int least() {
        return least;
    }

    /** Whether it is a property of that place. */
    boolean isIn(Place place) {
        return id > 0 && places.contains(place);
    }

    /** The property of a number in a place, or null. */
    static @Nullable MqttField of(Place place, int id) {
        for (var field : ALL) if (field.id == id && field.isIn(place)) return field;
        return null;
    }

    /** The number of a type of packet that is given by name or number. */
    static int packet(String type) throws BindException {
        var number = PACKETS.indexOf(type.toLowerCase(Locale.ROOT)) + 1;
        if (number == 0 && type.matches("\\d{1,2}")) number = Integer.parseInt(type);
        if (number < 1 || number > PACKETS.size()) throw new BindException("Unknown MQTT type '" + type + "'");
        return number;
    }

    /** A field or property of a type of packet. */
    static MqttField of(int packet, String packetName, String name) throws BindException {
        for (var field : ALL) {
            var isNamed = field.id == 0
                    ? field.name().equalsIgnoreCase(name)
                    : String.valueOf(field.id).equals(name);
            if (isNamed && field.places.stream().anyMatch(p -> packetOf(p) == packet)) return field;
        }
        throw new BindException("Unknown MQTT field name '" + name + "' for packet type '" + packetName + "'");
    }

    private static int packetOf(Place place) {
        return place == CONNACK ? Mqtt.CONNACK : Mqtt.CONNECT;
    }
}
