package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;

/** Messages that wait to be sent by one {@code sendmmsg}: copies of their bytes and an array of {@code mmsghdr}. */
final class MessageBatch {
    static final int HEADER_SIZE = Gather.HEADER_SIZE + 8;
    private static final int MESSAGES = 64;
    private static final int BYTES = 32 << 10;

    private final int headersAt = Buffers.reserve(MESSAGES * HEADER_SIZE);
    private final int vectorsAt = Buffers.reserve(MESSAGES * Gather.VECTOR_SIZE);
    private final int textAt = Buffers.reserve(BYTES);
    private int count;
    private int used;

    MessageBatch() {
        for (var i = 0; i < MESSAGES * HEADER_SIZE; i += 8) Slab.putLong(headersAt + i, 0);
        for (var i = 0; i < MESSAGES; i++) {
            Slab.putLong(header(i) + Gather.VECTORS, Slab.ADDRESS + vector(i));
            Slab.putLong(header(i) + Gather.VECTOR_COUNT, 1);
        }
    }

    private int header(int index) {
        return headersAt + index * HEADER_SIZE;
    }

    private int vector(int index) {
        return vectorsAt + index * Gather.VECTOR_SIZE;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** True for one that fits once the others are gone. */
    static boolean takes(int length) {
        return length <= BYTES;
    }

    /** False when there is no room: the batch is to be sent first. */
    boolean add(int at, int length) {
        if (count == MESSAGES || used + length > BYTES) return false;
        Slab.copy(at, textAt + used, length);
        Slab.putLong(vector(count), Slab.ADDRESS + textAt + used);
        Slab.putLong(vector(count) + 8, length);
        used += length;
        count++;
        return true;
    }

    /**
     * Sends them in their order without waiting; none is left.
     *
     * @return how many were lost: the receiver is away, or takes nothing now
     */
    int send(Kernel kernel, int fd) {
        var lost = 0;
        var again = true;
        for (var i = 0; i < count; ) {
            var sent = (int) kernel.call(
                    Numbers.SENDMMSG, fd, Slab.ADDRESS + header(i), count - i, EpollDatagrams.DONTWAIT_NOSIGNAL);
            if (sent > 0) {
                i += sent;
                again = true;
            } else if (again && sent == Errno.ECONNREFUSED) {
                // The error is an earlier datagram's; this one was not sent.
                again = false;
            } else {
                i++;
                lost++;
                again = true;
            }
        }
        count = 0;
        used = 0;
        return lost;
    }
}
