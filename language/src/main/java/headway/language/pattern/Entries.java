package headway.language.pattern;

import headway.base.memory.Slab;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a list: keys, and values when it is a map. Entries are numbered in their order and never change their number or key; bytes are only ever appended.
 *
 * <p>One writer at a time, under the list's lock. Readers need none: whoever has come by a number through an index may read the entry, even one that has been
 * removed since.
 */
final class Entries {
    private static final VarHandle SLICE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final long[] NO_VALUES = {};

    private final boolean isMap;
    private volatile byte[] bytes;
    private volatile long[] keys;
    private volatile long[] values;
    private int used;
    private int count;
    private final BitSet removed = new BitSet(0);
    private int removals;
    private int wasted;

    /**
     * @param bytes the first bytes, of which entries may be slices; taken over
     */
    Entries(boolean isMap, byte[] bytes, int expected) {
        this.isMap = isMap;
        this.bytes = bytes;
        used = bytes.length;
        keys = new long[expected];
        values = isMap ? new long[expected] : NO_VALUES;
    }

    /** How many numbers have been given, those of removed entries included. */
    int count() {
        return count;
    }

    int live() {
        return count - removals;
    }

    /** Bytes in use, those of removed entries and former values included. */
    int used() {
        return used;
    }

    /** Bytes of removed entries and former values. */
    int wasted() {
        return wasted;
    }

    boolean isMap() {
        return isMap;
    }

    boolean isLive(int entry) {
        return !removed.get(entry);
    }

    /** Those that are gone now. */
    BitSet removed() {
        return (BitSet) removed.clone();
    }

    /** Empty ones with room for so many, for half as many more, and their texts. */
    Entries fresh(int expected) {
        var fresh = new Entries(isMap, new byte[0], expected + (expected >> 1));
        // What is gone since is too much, and what has come is not there yet: good enough.
        var texts = Math.max(0, used - wasted);
        fresh.bytes = new byte[texts + (texts >> 1)];
        return fresh;
    }

    /** Whether the next additions will copy what is a lot. */
    boolean isCrowded() {
        return isCrowded(count, keys.length) || bytes.length > Limit.WASTE && isCrowded(used, bytes.length);
    }

    void makeRoom() {
        if (isCrowded(used, bytes.length)) bytes = Arrays.copyOf(bytes, used + (used >> 1));
        if (!isCrowded(count, keys.length)) return;
        keys = Arrays.copyOf(keys, count + (count >> 1));
        if (isMap) values = Arrays.copyOf(values, count + (count >> 1));
    }

    private static boolean isCrowded(int used, int room) {
        return room > 1 << 14 && used + (used >> 3) > room;
    }

    void remove(int entry) {
        removed.set(entry);
        removals++;
        wasted += length(keys[entry]) + (isMap ? length(values[entry]) : 0);
    }

    /** Appends an entry; an index makes it visible. */
    int add(String key, String value) {
        return add(append(key), isMap ? append(value) : 0);
    }

    /** Appends an entry whose texts lie in the first bytes. */
    int add(long key, long value) {
        if (count == keys.length) {
            var size = Math.max(4, count * 2);
            keys = Arrays.copyOf(keys, size);
            if (isMap) values = Arrays.copyOf(values, size);
        }
        keys[count] = key;
        if (isMap) values[count] = value;
        return count++;
    }

    void value(int entry, String value) {
        wasted += length(values[entry]);
        SLICE.setRelease(values, entry, append(value));
    }

    private long append(String text) {
        var added = text.getBytes(StandardCharsets.ISO_8859_1);
        if (used + added.length > bytes.length)
            bytes = Arrays.copyOf(bytes, Math.max(used + added.length, used + (used >> 1)));
        System.arraycopy(added, 0, bytes, used, added.length);
        used += added.length;
        return slice(used - added.length, added.length);
    }

    static long slice(int at, int length) {
        return (long) at << 32 | length;
    }

    static int at(long slice) {
        return (int) (slice >> 32);
    }

    static int length(long slice) {
        return (int) slice;
    }

    /** To be asked for after an entry's number has been read. */
    byte[] bytes() {
        return bytes;
    }

    long key(int entry) {
        return keys[entry];
    }

    /** To be asked for before the bytes. */
    long value(int entry) {
        return (long) SLICE.getAcquire(values, entry);
    }

    String keyText(int entry) {
        return text(key(entry));
    }

    /** Null when it is no map. */
    @Nullable
    String valueText(int entry) {
        return isMap ? text(value(entry)) : null;
    }

    /** The same, and empty when it is no map. */
    String valueOrEmpty(int entry) {
        return isMap ? text(value(entry)) : "";
    }

    private String text(long slice) {
        return new String(bytes, at(slice), length(slice), StandardCharsets.ISO_8859_1);
    }

    /** True when the entry's value is the text at that place of the slab. */
    boolean hasValue(int entry, int place, int size) {
        var slice = value(entry);
        if (length(slice) != size) return false;
        var all = bytes;
        for (var i = 0; i < size; i++) if (all[at(slice) + i] != Slab.byteAt(place + i)) return false;
        return true;
    }

    /** Writes a slice into the slab. */
    void put(long slice, int place) {
        Slab.put(place, bytes, at(slice), length(slice));
    }
}
