package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;

/** A {@code msghdr} with two {@code iovec}s. */
final class Gather {
    static final int HEADER_SIZE = 56;
    static final int NAME = 0;
    static final int NAME_LENGTH = 8;
    static final int VECTORS = 16;
    static final int VECTOR_COUNT = 24;
    static final int VECTOR_SIZE = 16;

    private final int at = Buffers.reserve(HEADER_SIZE + 2 * VECTOR_SIZE);
    private final int vectorsAt = at + HEADER_SIZE;

    Gather() {
        for (var i = 0; i < HEADER_SIZE; i += 8) Slab.putLong(at + i, 0);
        Slab.putLong(at + VECTORS, Slab.ADDRESS + vectorsAt);
        Slab.putLong(at + VECTOR_COUNT, 2);
    }

    /** The address of a message of these two ranges. */
    long of(int firstAt, int firstLength, int secondAt, int secondLength) {
        Slab.putLong(vectorsAt, Slab.ADDRESS + firstAt);
        Slab.putLong(vectorsAt + 8, firstLength);
        Slab.putLong(vectorsAt + VECTOR_SIZE, Slab.ADDRESS + secondAt);
        Slab.putLong(vectorsAt + VECTOR_SIZE + 8, secondLength);
        return Slab.ADDRESS + at;
    }
}
