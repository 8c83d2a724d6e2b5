package headway.base.memory;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loop's supply of {@link Buffer buffers}, in sizes that are powers of two. Released ones are kept for the next taker; the pieces come
 * from the slab in chunks, which are shared out among the loops by one atomic and never given back.
 */
public final class Buffers {
    private static final int SMALLEST = 10;
    private static final int LARGEST = 22;
    private static final int CHUNK = 1 << 18;
    /** A few bytes stay free at the end, so that a reader may look ahead by eight bytes. */
    private static final int LIMIT = Slab.SIZE - 64;

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final boolean POISON = Buffers.class.desiredAssertionStatus();

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final ArrayList<Buffer>[] free = new ArrayList[LARGEST + 1];

    private int chunkAt;
    private int chunkLeft;
    private int taken;
    /** Bytes of those that are out. */
    private long held;

    private long limit = Long.MAX_VALUE;

    public Buffers() {
        for (var i = SMALLEST; i <= LARGEST; i++) free[i] = new ArrayList<>();
    }

    /**
     * A buffer of at least this many bytes (1 KiB to 4 MiB), empty.
     *
     * @throws OutOfMemoryError when the slab is used up; {@link #limit} stands before this wall
     */
    public Buffer take(int size) {
        var power = Math.max(SMALLEST, 32 - Integer.numberOfLeadingZeros(size - 1));
        var list = free[power];
        var buffer = list.isEmpty() ? new Buffer(this, cut(1 << power), 1 << power) : list.removeLast();
        assert !buffer.taken;
        buffer.taken = true;
        taken++;
        held += buffer.capacity;
        return buffer;
    }

    /** From so many bytes on, in addition to what is out now, {@link #areShort}. */
    public void limit(long bytes) {
        limit = bytes < Long.MAX_VALUE - held ? held + bytes : Long.MAX_VALUE;
    }

    /** How much less than the limit is out. */
    public long spare() {
        return limit - held;
    }

    /** So much is out that whoever can wait should. */
    public boolean areShort() {
        return held >= limit;
    }

    void release(Buffer buffer) {
        if (!buffer.taken) throw new IllegalStateException("buffer released twice");
        buffer.taken = false;
        buffer.clear();
        if (POISON) poison(buffer);
        taken--;
        held -= buffer.capacity;
        free[31 - Integer.numberOfLeadingZeros(buffer.capacity)].add(buffer);
    }

    /** Whoever still looks at it shall see it. */
    private static void poison(Buffer buffer) {
        for (var i = 0; i < buffer.capacity; i += 8) Slab.putLong(buffer.at + i, 0xDBDB_DBDB_DBDB_DBDBL);
    }

    /** How many are out: what the leak check of the tests reads, and {@code show info}. */
    public int taken() {
        return taken;
    }

    /** Bytes that live as long as the process, such as a literal of the configuration. Any thread. */
    public static int constant(byte[] bytes) {
        var at = reserve(bytes.length);
        Slab.put(at, bytes);
        return at;
    }

    /** Room that lives as long as the process, such as the argument of a system call; begins at a multiple of 8. Any thread. */
    public static int reserve(int size) {
        return claim(size + 7 & ~7);
    }

    private int cut(int size) {
        if (size >= CHUNK) return claim(size);
        if (chunkLeft < size) {
            chunkAt = claim(CHUNK);
            chunkLeft = CHUNK;
        }
        var at = chunkAt;
        chunkAt += size;
        chunkLeft -= size;
        return at;
    }

    /** A refused claim takes nothing away from smaller ones that come later. */
    private static int claim(int size) {
        while (true) {
            var at = NEXT.get();
            if (size > LIMIT - at) throw new OutOfMemoryError("the slab of " + Slab.SIZE + " bytes is used up");
            if (NEXT.compareAndSet(at, at + size)) return at;
        }
    }
}
