package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Whether some text of many could begin at a place of a value: seen by its first four bytes, or as many as it has, in a set of bits with two bytes an entry. It says
 * yes wrongly now and then, and no never wrongly. Readers meet the one writer by what they have of it: a bit is set before the text can be found.
 */
final class FirstWords {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    /** Bytes that are looked at. */
    private static final int MOST = 4;

    private static final int BITS = 16;
    private static final int SMALLEST = 1024;

    private final boolean isFolded;
    private volatile long[] bits;
    /** A bit for each number of bytes by which texts are known. */
    private volatile int lengths;

    private int count;

    FirstWords(boolean isFolded, int expected) {
        this.isFolded = isFolded;
        bits = new long[SMALLEST / Long.SIZE];
        while (BITS * (long) expected > (long) bits.length * Long.SIZE) bits = new long[2 * bits.length];
    }

    /** Whether there are so many that bits mean little. */
    boolean isFull() {
        return BITS / 2 * (long) count > (long) bits.length * Long.SIZE;
    }

    /** Whether there will soon be so many. */
    boolean isCrowded() {
        return count > 2048 && BITS / 2 * (long) (count + (count >> 3)) > (long) bits.length * Long.SIZE;
    }

    /**
     * Takes in a text.
     *
     * @param length 1 at least
     */
    void add(byte[] bytes, int at, int length) {
        var size = Math.min(MOST, length);
        var all = bits;
        var bit = bit(fold(Octets.word(bytes, at, size)), size, all.length);
        LONG.setRelease(all, bit >>> 6, all[bit >>> 6] | 1L << bit);
        lengths = lengths | 1 << size;
        count++;
    }

    /**
     * The next place of the value at which one could begin, or its end.
     *
     * @param from where to begin
     */
    int next(Sample value, int from) {
        var possible = lengths;
        if (possible != 1 << MOST) return possible == 0 ? value.length : nextOfAny(value, from, possible);
        var all = bits;
        for (var i = from; i <= value.length - MOST; i++) {
            var word = fold(Slab.longAt(value.at + i));
            if (has(all, word, MOST)) return i;
        }
        return value.length;
    }

    private int nextOfAny(Sample value, int from, int possible) {
        var all = bits;
        for (var i = from; i < value.length; i++) {
            var word = fold(Slab.longAt(value.at + i));
            var left = Math.min(MOST, value.length - i);
            for (var size = 1; size <= left; size++) if ((possible >>> size & 1) != 0 && has(all, word, size)) return i;
        }
        return value.length;
    }

    private static boolean has(long[] all, long word, int size) {
        var bit = bit(word, size, all.length);
        return ((long) LONG.getAcquire(all, bit >>> 6) >>> bit & 1) != 0;
    }

    private long fold(long word) {
        return isFolded ? Octets.lower(word) : word;
    }

    private static int bit(long word, int size, int longs) {
        var first = word & (1L << 8 * size) - 1;
        return Scatter.place(first ^ Scatter.START + size) & longs * Long.SIZE - 1;
    }
}
