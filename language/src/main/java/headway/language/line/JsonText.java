package headway.language.line;

import headway.base.memory.Slab;

/** Strings of JSON (RFC 8259 7), made of a text where it was written. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** What was written from there on becomes a string; nothing of it is left when the string has no room. */
    public static void quote(LineWriter out, int from) {
        var end = out.tail();
        var more = 1;
        for (var i = from; i < end; i++) more += length(Slab.byteAt(i)) - 1;
        if (!out.open(from, more)) return;
        Slab.putByte(from, (byte) '"');
        var to = from + 1;
        for (var i = from + more; i < end + more; i++) to = put(to, Slab.byteAt(i));
        out.character('"');
    }

    private static int length(byte c) {
        if (c >= ' ' && c < 127 && c != '"' && c != '\\') return 1;
        return shortForm(c) == 0 ? 6 : 2;
    }

    /** Returns what stands behind it. */
    private static int put(int at, byte c) {
        var length = length(c);
        Slab.putByte(at, length == 1 ? c : (byte) '\\');
        if (length == 2) Slab.putByte(at + 1, (byte) shortForm(c));
        if (length == 6) code(at + 1, c);
        return at + length;
    }

    private static int shortForm(byte c) {
        return switch (c) {
            case '"', '\\' -> c;
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
    }

    /** A byte beyond ASCII is taken for the character of that number, so that the line is valid whatever a client sends. */
    private static void code(int at, byte c) {
        Slab.putByte(at, (byte) 'u');
        Slab.putByte(at + 1, (byte) '0');
        Slab.putByte(at + 2, (byte) '0');
        Slab.putByte(at + 3, (byte) HEX.charAt(c >> 4 & 15));
        Slab.putByte(at + 4, (byte) HEX.charAt(c & 15));
    }
}
