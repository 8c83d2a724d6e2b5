package headway.traffic.convert;

import headway.base.memory.Slab;

/** Where the parts of a JSON text begin and end (RFC 8259); read as leniently as HAProxy was watched to. Positions are those of the slab, -1 says that it is none. */
final class Json {
    private Json() {}

    static int blanks(int at, int end) {
        var i = at;
        while (i < end && isBlank(Slab.byteAt(i))) i++;
        return i;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Behind the comma that follows a value which ends there. */
    static int next(int behind, int end) {
        if (behind < 0) return -1;
        var comma = blanks(behind, end);
        return comma < end && Slab.byteAt(comma) == ',' ? comma + 1 : -1;
    }

    /** Behind the closing quote of a string. */
    static int string(int at, int end) {
        if (at >= end || Slab.byteAt(at) != '"') return -1;
        for (var i = at + 1; i < end; i++) {
            var c = Slab.byteAt(i);
            if (c == '"') return i + 1;
            if (c == 0) return -1;
            if (c == '\\') i++;
        }
        return -1;
    }

    /** Behind a value. */
    static int value(int at, int end, int depth) {
        if (at >= end || depth < 0) return -1;
        return switch (Slab.byteAt(at)) {
            case '"' -> string(at, end);
            case '{' -> members(at + 1, end, depth - 1);
            case '[' -> elements(at + 1, end, depth - 1);
            case 't' -> word(at, end, "true");
            case 'f' -> word(at, end, "false");
            case 'n' -> word(at, end, "null");
            default -> number(at, end);
        };
    }

    private static int word(int at, int end, String word) {
        if (end - at < word.length()) return -1;
        for (var i = 0; i < word.length(); i++) if (Slab.byteAt(at + i) != word.charAt(i)) return -1;
        return at + word.length();
    }

    /** As far as it reads like one; its digits may begin with zeros. */
    private static int number(int at, int end) {
        var i = at < end && Slab.byteAt(at) == '-' ? at + 1 : at;
        var whole = digits(i, end);
        if (whole == i) return -1;
        i = whole;
        if (i < end && Slab.byteAt(i) == '.') {
            var fraction = digits(i + 1, end);
            if (fraction == i + 1) return -1;
            i = fraction;
        }
        if (i < end && (Slab.byteAt(i) | 32) == 'e') {
            i++;
            if (i < end && (Slab.byteAt(i) == '+' || Slab.byteAt(i) == '-')) i++;
            i = digits(i, end);
        }
        return i;
    }

    private static int digits(int at, int end) {
        var i = at;
        while (i < end && Slab.byteAt(i) >= '0' && Slab.byteAt(i) <= '9') i++;
        return i;
    }

    private static int members(int from, int end, int depth) {
        var i = blanks(from, end);
        while (i < end && Slab.byteAt(i) != '}') {
            var colon = string(i, end);
            if (colon < 0) return -1;
            colon = blanks(colon, end);
            if (colon == end || Slab.byteAt(colon) != ':') return -1;
            i = behind(value(blanks(colon + 1, end), end, depth), end, '}');
            if (i < 0) return -1;
        }
        return i < end ? i + 1 : -1;
    }

    private static int elements(int from, int end, int depth) {
        var i = blanks(from, end);
        while (i < end && Slab.byteAt(i) != ']') {
            i = behind(value(i, end, depth), end, ']');
            if (i < 0) return -1;
        }
        return i < end ? i + 1 : -1;
    }

    /** The next part, or the closing sign; a comma may stand before the latter. */
    private static int behind(int value, int end, char closing) {
        if (value < 0) return -1;
        var i = blanks(value, end);
        if (i < end && Slab.byteAt(i) == closing) return i;
        return i < end && Slab.byteAt(i) == ',' ? blanks(i + 1, end) : -1;
    }
}
