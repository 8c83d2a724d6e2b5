package headway.language.pattern;

import headway.base.memory.Slab;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes of patterns, which lie in arrays, beside bytes of values, which lie in the slab: eight at a time where that helps. */
final class Octets {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final byte[] LOWER = lower();

    private Octets() {}

    private static byte[] lower() {
        var table = new byte[256];
        for (var i = 0; i < 256; i++) table[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        return table;
    }

    /** ASCII letters in lower case, everything else as it is. */
    static int lower(int c) {
        return LOWER[c & 255] & 255;
    }

    /** The same for eight bytes. */
    static long lower(long word) {
        var low = word & ~(ONES << 7);
        // The high bit of a byte shows whether its low seven bits are at least 'A', and whether they are beyond 'Z'.
        var capital = low + ONES * (128 - 'A') & ~(low + ONES * (127 - 'Z')) & ~word & ONES << 7;
        return word | capital >>> 2;
    }

    /** Up to eight bytes of an array, the first one lowest, 0 for what is not there. */
    static long word(byte[] bytes, int at, int left) {
        if (at + 8 <= bytes.length) {
            var word = (long) LONG.get(bytes, at);
            return left >= 8 ? word : word & (1L << 8 * left) - 1;
        }
        var word = 0L;
        for (var i = left - 1; i >= 0; i--) word = word << 8 | bytes[at + i] & 255;
        return word;
    }

    /** The same of the slab, which may be read a little beyond every value. */
    static long word(int at, int left) {
        var word = Slab.longAt(at);
        return left >= 8 ? word : word & (1L << 8 * left) - 1;
    }
}
