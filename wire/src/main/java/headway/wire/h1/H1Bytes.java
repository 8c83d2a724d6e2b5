package headway.wire.h1;

import headway.base.memory.Slab;

/**
 * Classes of bytes, and scans that look at eight bytes at a time. The word tricks are exact for the lowest hit of a word, which is the only one used.
 */
final class H1Bytes {
    static final int HT = '\t';
    static final int LF = '\n';
    static final int CR = '\r';
    static final int SP = ' ';

    static final long ONES = 0x0101010101010101L;
    static final long HIGH = 0x8080808080808080L;
    static final long LOW = 0x7f7f7f7f7f7f7f7fL;

    private static final long TOKEN_BELOW_64 = bits("!#$%&'*+-.0123456789", 0);
    private static final long TOKEN_FROM_64 = bits("ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~", 64);

    private H1Bytes() {}

    /** RFC 9110 5.6.2. */
    static boolean isToken(int b) {
        if (b < 0) return false;
        return ((b < 64 ? TOKEN_BELOW_64 : TOKEN_FROM_64) >>> b & 1) != 0;
    }

    static boolean isBlank(int b) {
        return b == SP || b == HT;
    }

    static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
    }

    /** Place of the first byte below 16, or {@code end}. */
    static int control(int from, int end) {
        var p = from;
        for (; p + 8 <= end; p += 8) {
            var w = Slab.longAt(p);
            var hit = (w - 0x10 * ONES) & ~w & HIGH;
            if (hit != 0) return p + (Long.numberOfTrailingZeros(hit) >>> 3);
        }
        while (p < end && (Slab.byteAt(p) & 0xf0) != 0) p++;
        return p;
    }

    /** Place of the first byte that a target may not have without being looked at: up to space, '#', from DEL; or {@code end}. */
    static int targetEnd(int from, int end) {
        var p = from;
        for (; p + 8 <= end; p += 8) {
            var w = Slab.longAt(p);
            var hash = w ^ '#' * ONES;
            var del = w ^ 0x7f * ONES;
            var hit = ((w - 0x21 * ONES) & ~w | (hash - ONES) & ~hash | (del - ONES) & ~del | w) & HIGH;
            if (hit != 0) return p + (Long.numberOfTrailingZeros(hit) >>> 3);
        }
        while (p < end && isPlainTarget(Slab.byteAt(p))) p++;
        return p;
    }

    private static boolean isPlainTarget(int b) {
        return b > SP && b != '#' && b != 0x7f;
    }

    static int skipBlanks(int from, int end) {
        var p = from;
        while (p < end && isBlank(Slab.byteAt(p))) p++;
        return p;
    }

    static int trimBlanks(int from, int end) {
        var p = end;
        while (p > from && isBlank(Slab.byteAt(p - 1))) p--;
        return p;
    }

    /** Compares without regard to the case of letters. */
    static boolean same(int at, int length, int otherAt, int otherLength) {
        if (length != otherLength) return false;
        for (var i = 0; i < length; i++) {
            if (lower(Slab.byteAt(at + i)) != lower(Slab.byteAt(otherAt + i))) return false;
        }
        return true;
    }

    /** Compares with a word in lower case. */
    static boolean same(int at, int length, String word) {
        if (length != word.length()) return false;
        for (var i = 0; i < length; i++) {
            if (lower(Slab.byteAt(at + i)) != word.charAt(i)) return false;
        }
        return true;
    }

    /** Up to eight characters as a word, the first one lowest, as {@link Slab#longAt} reads them. */
    static long word(String text) {
        var word = 0L;
        for (var i = text.length() - 1; i >= 0; i--) word = word << 8 | text.charAt(i);
        return word;
    }

    private static long bits(String bytes, int base) {
        var bits = 0L;
        for (var i = 0; i < bytes.length(); i++) bits |= 1L << bytes.charAt(i) - base;
        return bits;
    }
}
