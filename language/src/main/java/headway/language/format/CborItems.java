package headway.language.format;

import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.sample.LineValue;

/** Values as CBOR (RFC 8949): written as text first and made CBOR of where they lie. */
final class CborItems {
    static final String MAP_BEGIN = "\u00bf";
    static final String BREAK = "\u00ff";

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;
    private static final String HEX = "0123456789ABCDEF";

    private CborItems() {}

    /** @param isBinary the value is bytes and no text */
    static LineValue value(LineValue value, ValueType type, boolean isBinary) {
        return (scope, out) -> {
            var from = out.tail();
            if (!value.write(scope, out)) out.character(NULL);
            else if (type == ValueType.TEXT) string(out, from, isBinary ? BYTES : TEXT);
            else scalar(out, from, type);
            return true;
        };
    }

    /** The text of a name, a character for each byte. */
    static String key(String name) {
        var length = name.length();
        var head =
                length < 24 ? String.valueOf((char) (TEXT << 5 | length)) : (char) 0x78 + String.valueOf((char) length);
        return head + name;
    }

    private static void string(LineWriter out, int from, int major) {
        var length = out.tail() - from;
        var head = headLength(length);
        if (out.open(from, head)) putHead(from, major, length, head);
    }

    private static void scalar(LineWriter out, int from, ValueType type) {
        var number = Numbers.leading(from, out.tail());
        out.rewind(from);
        if (type == ValueType.BOOL) {
            out.character(number != 0 ? TRUE : FALSE);
            return;
        }
        var magnitude = number < 0 ? -1 - number : number;
        var head = headLength(magnitude);
        if (out.open(from, head)) putHead(from, number < 0 ? NEGATIVE : UNSIGNED, magnitude, head);
    }

    /** RFC 8949 3: the number itself below 24, else in 1, 2, 4 or 8 bytes after the first. */
    private static int headLength(long number) {
        if (number < 24) return 1;
        if (number < 1 << 8) return 2;
        if (number < 1 << 16) return 3;
        return number < 1L << 32 ? 5 : 9;
    }

    private static void putHead(int at, int major, long number, int length) {
        var low = length == 1 ? (int) number : 24 + 31 - Integer.numberOfLeadingZeros(length - 1);
        Slab.putByte(at, (byte) (major << 5 | low));
        for (var i = 1; i < length; i++) Slab.putByte(at + i, (byte) (number >>> 8 * (length - 1 - i)));
    }

    /** Two hexadecimal digits for each byte, as HAProxy writes CBOR where it has to be printable. */
    static void hexadecimal(LineWriter out, int from) {
        var length = out.tail() - from;
        if (!out.open(from, length)) return;
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(from + length + i);
            Slab.putByte(from + 2 * i, (byte) HEX.charAt(c >> 4 & 15));
            Slab.putByte(from + 2 * i + 1, (byte) HEX.charAt(c & 15));
        }
    }
}
