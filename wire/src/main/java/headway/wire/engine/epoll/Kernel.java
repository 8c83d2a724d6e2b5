package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.lang.foreign.MemorySegment;

/**
 * System calls of one thread. All go through one handle, since each costs milliseconds to make. Memory is passed as an address, and only ever one of the
 * slab.
 */
final class Kernel {
    private static final boolean RAW = RawCalls.available();

    private final int errorAt = Buffers.reserve(8);
    private final MemorySegment error = Slab.MEMORY.asSlice(errorAt, 4);

    /** The result, or the negative error number. */
    long call(int number, long first, long second, long third, long fourth, long fifth, long sixth) {
        return RAW
                ? RawCalls.call(number, first, second, third, fourth, fifth, sixth)
                : LibcCalls.call(error, errorAt, number, first, second, third, fourth, fifth, sixth);
    }

    long call(int number, long first) {
        return call(number, first, 0, 0, 0, 0, 0);
    }

    long call(int number, long first, long second) {
        return call(number, first, second, 0, 0, 0, 0);
    }

    long call(int number, long first, long second, long third) {
        return call(number, first, second, third, 0, 0, 0);
    }

    long call(int number, long first, long second, long third, long fourth) {
        return call(number, first, second, third, fourth, 0, 0);
    }
}
