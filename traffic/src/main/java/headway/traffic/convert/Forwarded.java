package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.AddressText;
import headway.language.sample.Digits;
import headway.language.sample.Sample;

/** The field Forwarded with one element (RFC 7239 4 and 6): parameters for, by, host and proto, each at most once. Positions are those of the slab, -1 says that it is none. */
final class Forwarded {
    static final int FOR = 0;
    static final int BY = 1;
    static final int HOST = 2;
    static final int PROTO = 3;
    private static final String[] NAMES = {"for", "by", "host", "proto"};

    private Forwarded() {}

    /** The number of a parameter's name, or -1. */
    static int parameter(String name) {
        for (var i = 0; i < NAMES.length; i++) if (NAMES[i].equals(name)) return i;
        return -1;
    }

    static boolean isValid(Sample field) {
        return read(field, -1, field);
    }

    /** The value of a parameter becomes that of {@code found}. */
    static boolean find(Sample field, int parameter, Sample found) {
        found.length = -1;
        return read(field, parameter, found) && found.length >= 0;
    }

    private static boolean read(Sample field, int wanted, Sample found) {
        var end = field.at + field.length;
        var seen = 0;
        for (var i = field.at; i < end; ) {
            var equals = token(i, end);
            var parameter = equals < end && Slab.byteAt(equals) == '=' ? parameter(i, equals) : -1;
            if (parameter < 0 || (seen & 1 << parameter) != 0) return false;
            seen |= 1 << parameter;
            var isQuoted = equals + 1 < end && Slab.byteAt(equals + 1) == '"';
            var from = isQuoted ? equals + 2 : equals + 1;
            var to = isQuoted ? quote(from, end) : token(from, end);
            if (to < 0 || !isValue(parameter, from, to)) return false;
            if (parameter == wanted) found.text(from, to - from);
            i = isQuoted ? to + 1 : to;
            if (i < end && Slab.byteAt(i) != ';') return false;
            // A pair may be left out.
            while (i < end && Slab.byteAt(i) == ';') i++;
        }
        return seen != 0;
    }

    private static int parameter(int at, int end) {
        for (var i = 0; i < NAMES.length; i++) {
            var name = NAMES[i];
            var k = 0;
            while (k < name.length() && at + k < end && (Slab.byteAt(at + k) | 32) == name.charAt(k)) k++;
            if (k == name.length() && at + k == end) return i;
        }
        return -1;
    }

    /** The end of a token (RFC 9110 5.6.2). */
    private static int token(int at, int end) {
        var i = at;
        while (i < end && isOfToken(Slab.byteAt(i))) i++;
        return i;
    }

    private static boolean isOfToken(byte c) {
        return isAlphanumeric(c) || c > 0 && "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(byte c) {
        return c >= '0' && c <= '9' || (c | 32) >= 'a' && (c | 32) <= 'z';
    }

    private static int quote(int at, int end) {
        for (var i = at; i < end; i++) if (Slab.byteAt(i) == '"') return i;
        return -1;
    }

    private static boolean isValue(int parameter, int from, int to) {
        return switch (parameter) {
            case PROTO -> isProtocol(from, to);
            case HOST -> isHost(from, to);
            default -> nodeName(from, to) >= 0;
        };
    }

    private static boolean isProtocol(int from, int to) {
        var length = to - from;
        return (length == 4 || length == 5 && Slab.byteAt(from + 4) == 's')
                && Slab.byteAt(from) == 'h'
                && Slab.byteAt(from + 1) == 't'
                && Slab.byteAt(from + 2) == 't'
                && Slab.byteAt(from + 3) == 'p';
    }

    /** A name or an address as in a Host field, with a port or without. */
    private static boolean isHost(int from, int to) {
        if (from == to) return false;
        var end = from;
        if (Slab.byteAt(from) == '[') {
            end = bracket(from, to);
            if (end < 0) return false;
        } else {
            while (end < to && isOfName(Slab.byteAt(end))) end++;
            if (end == from) return false;
        }
        return end == to || Slab.byteAt(end) == ':' && isPort(end + 1, to);
    }

    private static boolean isOfName(byte c) {
        return isAlphanumeric(c) || c == '-' || c == '.' || c == '_';
    }

    private static boolean isPort(int from, int to) {
        if (from == to || to - from > 5 || !Digits.isNumber(from, to - from)) return false;
        var first = Slab.byteAt(from);
        return first >= '0' && first <= '9' && Digits.number(from, to - from) <= 65_535;
    }

    /** The end of the name in a node (RFC 7239 6) that is right as a whole, or -1. */
    static int nodeName(int from, int to) {
        var end = name(from, to);
        if (end < 0 || end == to) return end;
        return Slab.byteAt(end) == ':' && (isPort(end + 1, to) || isObfuscated(end + 1, to)) ? end : -1;
    }

    private static int name(int from, int to) {
        if (from == to) return -1;
        if (Slab.byteAt(from) == '[') return bracket(from, to);
        var end = from;
        while (end < to && Slab.byteAt(end) != ':') end++;
        var isName = isUnknown(from, end) || isObfuscated(from, end) || AddressText.readV4(from, end - from) >= 0;
        return isName ? end : -1;
    }

    static boolean isUnknown(int from, int to) {
        if (to - from != 7) return false;
        for (var i = 0; i < 7; i++) if (Slab.byteAt(from + i) != "unknown".charAt(i)) return false;
        return true;
    }

    /** An underscore and at least one of letters, digits, dots, underscores and hyphens. */
    static boolean isObfuscated(int from, int to) {
        return to - from > 1 && Slab.byteAt(from) == '_' && isIdentifier(from + 1, to);
    }

    static boolean isIdentifier(int from, int to) {
        for (var i = from; i < to; i++) if (!isOfName(Slab.byteAt(i))) return false;
        return true;
    }

    /** The end of an IPv6 address in brackets. */
    private static int bracket(int from, int to) {
        var end = from;
        while (end < to && Slab.byteAt(end) != ']') end++;
        return end < to && isAddress6(from + 1, end - from - 1) ? end + 1 : -1;
    }

    /** RFC 4291 2.2: groups of hexadecimal digits, zeros left out once, perhaps an IPv4 address at the end. */
    private static boolean isAddress6(int at, int length) {
        var end = at + length;
        var hasGap = length >= 2 && Slab.byteAt(at) == ':' && Slab.byteAt(at + 1) == ':';
        var groups = 0;
        for (var i = hasGap ? at + 2 : at; i < end; ) {
            var behind = i;
            while (behind < end && Digits.hex(Slab.byteAt(behind)) >= 0) behind++;
            if (behind < end && Slab.byteAt(behind) == '.')
                return AddressText.readV4(i, end - i) >= 0 && (hasGap ? groups < 6 : groups == 6);
            if (behind == i || behind - i > 4) return false;
            groups++;
            if (behind == end) break;
            if (Slab.byteAt(behind) != ':' || behind + 1 == end) return false;
            i = behind + 1;
            if (Slab.byteAt(i) != ':') continue;
            if (hasGap) return false;
            hasGap = true;
            i++;
        }
        return hasGap ? groups < 8 : groups == 8;
    }
}
