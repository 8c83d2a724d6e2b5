package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.AddressText;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;

/** The field Forwarded: RFC 7239. */
final class ForwardedConverters {
    private static final Text UNKNOWN = Text.of("unknown");

    static final List<ConverterEntry> TABLE = List.of(
            converter("rfc7239_is_valid", STR, BOOL)
                    .summary(
                            "True for an element of Forwarded as RFC 7239 wants it, with the four parameters it knows.")
                    .example("str(for=127.0.0.1;proto=http),rfc7239_is_valid", "", "1")
                    .example("str(proto=custom),rfc7239_is_valid", "", "0")
                    .binds((_, value) -> value.bool(Forwarded.isValid(value))),
            converter("rfc7239_field", STR, STR)
                    .summary("The parameter proto, host, for or by of an element of Forwarded.")
                    .example(
                            "var(txn.f),rfc7239_field(for)",
                            "txn.f=proto=https;for=\"127.0.0.1:9999\"",
                            "127.0.0.1:9999")
                    .binds(string("field"), ForwardedConverters::field),
            converter("rfc7239_n2nn", STR, ANY)
                    .summary("The name in a node of RFC 7239: an address, or unknown, or an identifier that hides one.")
                    .example("str([ab:cd::1]:9998),rfc7239_n2nn", "", "ab:cd::1")
                    .example("str(_name:_port),rfc7239_n2nn", "", "_name")
                    .binds((_, value) -> name(value)),
            converter("rfc7239_n2np", STR, ANY)
                    .summary("The port of a node of RFC 7239: a number, or an identifier that hides one.")
                    .example("str(127.0.0.1:9999),rfc7239_n2np,add(1)", "", "10000")
                    .example("str(_name:_port),rfc7239_n2np", "", "_port")
                    .binds((_, value) -> port(value)),
            converter("rfc7239_nn", ANY, STR)
                    .summary("A node's name of RFC 7239 for an address or an identifier; an empty one becomes unknown.")
                    .example("ipv6(ab:cd::1),rfc7239_nn", "", "[ab:cd::1]")
                    .example("str(test),rfc7239_nn", "", "_test")
                    .example("str(),rfc7239_nn", "", "unknown")
                    .binds(ForwardedConverters::toName),
            converter("rfc7239_np", ANY, STR)
                    .summary("A node's port of RFC 7239 for a number or an identifier.")
                    .example("int(12),rfc7239_np", "", "12")
                    .example("str(test),rfc7239_np", "", "_test")
                    .binds(ForwardedConverters::toPort));

    private ForwardedConverters() {}

    private static Converter field(String name) throws BindException {
        var parameter = Forwarded.parameter(name);
        if (parameter < 0)
            throw new BindException("field must be one of 'proto', 'host', 'for' and 'by', not '" + name + "'");
        return (scope, value) -> {
            var found = scope.scratch().borrow();
            var there = Forwarded.find(value, parameter, found);
            if (there) value.text(found.at, found.length);
            scope.scratch().giveBack();
            return there;
        };
    }

    private static boolean name(Sample node) {
        var end = Forwarded.nodeName(node.at, node.at + node.length);
        if (end < 0) return false;
        var length = end - node.at;
        if (Slab.byteAt(node.at) == '[') return AddressText.readV6(node.at + 1, length - 2, node);
        var v4 = AddressText.readV4(node.at, length);
        return v4 >= 0 ? node.ipv4((int) v4) : node.text(node.at, length);
    }

    private static boolean port(Sample node) {
        var end = node.at + node.length;
        var from = Forwarded.nodeName(node.at, end) + 1;
        if (from == 0 || from > end) return false;
        if (Slab.byteAt(from) == '_') return node.text(from, end - from);
        return node.integer(Digits.number(from, end - from));
    }

    private static boolean toName(Scope scope, Sample value) {
        return switch (value.type) {
            case IPV4 -> Casts.toText(scope, value);
            case IPV6 -> {
                var at = scope.scratch().take(AddressText.MOST + 2);
                Slab.putByte(at, (byte) '[');
                var length = AddressText.putV6(at + 1, value.high, value.low);
                Slab.putByte(at + 1 + length, (byte) ']');
                yield value.text(at, length + 2);
            }
            default -> Casts.toText(scope, value) && (value.length == 0 ? value.text(UNKNOWN) : hidden(scope, value));
        };
    }

    private static boolean toPort(Scope scope, Sample value) {
        return switch (value.type) {
            case SINT -> value.integer >= 0 && value.integer <= 65_535 && Casts.toText(scope, value);
            default -> Casts.toText(scope, value) && value.length > 0 && hidden(scope, value);
        };
    }

    /** An identifier behind an underscore (RFC 7239 6.3). */
    private static boolean hidden(Scope scope, Sample value) {
        if (!Forwarded.isIdentifier(value.at, value.at + value.length)) return false;
        var at = scope.scratch().take(value.length + 1);
        Slab.putByte(at, (byte) '_');
        Slab.copy(value.at, at + 1, value.length);
        return value.text(at, value.length + 1);
    }
}
