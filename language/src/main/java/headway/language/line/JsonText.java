package headway.language.line;

import headway.base.memory.Slab;

/** Strings of JSON (RFC 8259 7), made of a text where it was written. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** What was written from there on becomes a string. */
    public static void quote(LineWriter out, int from) {
        for (var i = from; i < out.tail(); i++) {
            var c = Slab.byteAt(i);
            if (c >= ' ' && c < 127 && c != '"' && c != '\\') continue;
            var shortForm = shortForm(c);
            if (!out.open(i, shortForm == 0 ? 5 : 1)) return;
            Slab.putByte(i, (byte) '\\');
            if (shortForm == 0) code(i + 1, c);
            else Slab.putByte(i + 1, (byte) shortForm);
            i += shortForm == 0 ? 5 : 1;
        }
        if (!out.open(from, 1)) return;
        Slab.putByte(from, (byte) '"');
        out.character('"');
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
