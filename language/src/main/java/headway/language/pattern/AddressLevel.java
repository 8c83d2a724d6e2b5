package headway.language.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The networks of one size: a hash table with open addressing whose slots hold the networks themselves, so that a look-up touches one line of memory.
 *
 * <p>One writer, any readers: a slot gets its network before its entry, and only its entry changes afterwards.
 */
final class AddressLevel {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int NONE = PatternIndex.NONE;
    /** Of an entry's number, which is 0 in an empty slot, and this one where a network is no longer in the list. */
    private static final int OFFSET = 2;

    private static final long REMOVED = NONE + OFFSET;
    private static final int SMALLEST = 8;

    private final int size;
    private final long highMask;
    private final long lowMask;
    /** The longs of a slot as a power of 2: the entry, the upper half, and of networks larger than that the lower half and nothing. */
    private final int width;

    private volatile long[] slots;
    private int filled;

    /**
     * @param size how many bits of an address count
     */
    AddressLevel(int size) {
        this.size = size;
        highMask = size == 0 ? 0 : -1L << Math.max(0, 64 - size);
        lowMask = size <= 64 ? 0 : -1L << 128 - size;
        width = size <= 64 ? 1 : 2;
        slots = new long[SMALLEST << width];
    }

    int size() {
        return size;
    }

    /** The entry of the network that holds the address, or NONE. */
    int find(long high, long low) {
        var table = slots;
        var h = high & highMask;
        var l = low & lowMask;
        for (var i = place(table, h, l); ; i = i + (1 << width) & table.length - 1) {
            var entry = (long) LONG.getAcquire(table, i);
            if (entry == 0) return NONE;
            if (table[i + 1] == h && (width == 1 || table[i + 2] == l)) return (int) entry - OFFSET;
        }
    }

    private int place(long[] table, long h, long l) {
        var hash = Scatter.mix(Scatter.START, h);
        if (width == 2) hash = Scatter.mix(hash, l);
        return Scatter.place(hash) << width & table.length - 1;
    }

    /** Sets the entry of a network, NONE to remove it. */
    void put(long high, long low, int entry) {
        if (filled * 2 >= slots.length >> width) grow();
        put(slots, high, low, entry + OFFSET);
    }

    private void put(long[] table, long h, long l, long entry) {
        var i = place(table, h, l);
        while (table[i] != 0 && (table[i + 1] != h || width == 2 && table[i + 2] != l))
            i = i + (1 << width) & table.length - 1;
        if (table[i] == 0) {
            filled++;
            table[i + 1] = h;
            if (width == 2) table[i + 2] = l;
        }
        LONG.setRelease(table, i, entry);
    }

    /** Whether the table is soon to be made anew. */
    boolean isCrowded() {
        var room = slots.length >> width;
        return room > 4096 && (filled + (filled >> 3)) * 2 >= room;
    }

    /** A larger table, or one without what was removed; readers of the former go on in it. */
    void grow() {
        var former = slots;
        var live = 0;
        for (var i = 0; i < former.length; i += 1 << width) if (former[i] > REMOVED) live++;
        var table = new long[live > former.length >> width + 2 ? former.length * 2 : former.length];
        filled = 0;
        for (var i = 0; i < former.length; i += 1 << width)
            if (former[i] > REMOVED) put(table, former[i + 1], width == 2 ? former[i + 2] : 0, former[i]);
        slots = table;
    }
}
