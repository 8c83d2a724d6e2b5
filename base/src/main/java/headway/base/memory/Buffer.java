package headway.base.memory;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the slab with one owner: whoever {@link Buffers#take takes} it releases it, on the same loop.
 *
 * <p>The bytes in use are {@code [at + start, at + end)}.
 */
public final class Buffer {
    final Buffers home;
    final int at;
    final int capacity;
    boolean taken;
    private @Nullable Buffer next;
    private int start;
    private int end;

    Buffer(Buffers home, int at, int capacity) {
        this.home = home;
        this.at = at;
        this.capacity = capacity;
    }

    /** The buffer after this one in its owner's queue. */
    public @Nullable Buffer next() {
        return next;
    }

    public void next(@Nullable Buffer buffer) {
        next = buffer;
    }

    /** Where the first byte in use lies. */
    public int at() {
        return at + start;
    }

    public int length() {
        return end - start;
    }

    public int capacity() {
        return capacity;
    }

    /** Bytes that can be appended without moving anything. */
    public int room() {
        return capacity - end;
    }

    /** Where the next byte goes; say how many were written with {@link #grow}. */
    public int tail() {
        return at + end;
    }

    public void grow(int count) {
        assert count >= 0 && count <= room();
        end += count;
    }

    /** Copies bytes to the end. The caller has made sure of the room. */
    public void append(int from, int count) {
        Slab.copy(from, tail(), count);
        grow(count);
    }

    /** Drops bytes from the front. */
    public void consume(int count) {
        assert count >= 0 && count <= length();
        start += count;
        if (start == end) clear();
    }

    /** Moves what is in use to the beginning, so that all room is at the end. */
    public void compact() {
        if (start == 0) return;
        Slab.copy(at + start, at, length());
        end -= start;
        start = 0;
    }

    public void clear() {
        start = 0;
        end = 0;
    }

    public void release() {
        next = null;
        home.release(this);
    }
}
