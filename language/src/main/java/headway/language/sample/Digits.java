package headway.language.sample;

import headway.base.memory.Slab;

/** Numbers as text in the slab. */
public final class Digits {
    /** Room that any number needs. */
    public static final int MOST = 20;

    private static final String HEX = "0123456789ABCDEF";

    private Digits() {}

    /** Writes the number in decimal. */
    public static int put(int at, long value) {
        if (value < 0) {
            Slab.putByte(at, (byte) '-');
            return 1 + putUnsigned(at + 1, -value);
        }
        return putUnsigned(at, value);
    }

    /** Writes the number in decimal, as one without sign. */
    public static int putUnsigned(int at, long value) {
        var count = 1;
        for (var left = Long.divideUnsigned(value, 10); left != 0; left /= 10) count++;
        for (var i = count - 1; i >= 0; i--) {
            var rest = Long.divideUnsigned(value, 10);
            Slab.putByte(at + i, (byte) ('0' + (value - rest * 10)));
            value = rest;
        }
        return count;
    }

    /** Writes two upper-case hexadecimal digits. */
    public static void putHex(int at, int value) {
        Slab.putByte(at, (byte) HEX.charAt(value >> 4 & 15));
        Slab.putByte(at + 1, (byte) HEX.charAt(value & 15));
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hex(int c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    /** True when the text is a decimal number, which may have a sign, and fits. */
    public static boolean isNumber(int at, int length) {
        var from = length > 0 && (Slab.byteAt(at) == '-' || Slab.byteAt(at) == '+') ? 1 : 0;
        if (length == from || length - from > 18) return false;
        for (var i = from; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c < '0' || c > '9') return false;
        }
        return true;
    }

    /** The number that {@link #isNumber} has found. */
    public static long number(int at, int length) {
        var negative = Slab.byteAt(at) == '-';
        var value = 0L;
        for (var i = negative || Slab.byteAt(at) == '+' ? 1 : 0; i < length; i++)
            value = value * 10 + Slab.byteAt(at + i) - '0';
        return negative ? -value : value;
    }
}
