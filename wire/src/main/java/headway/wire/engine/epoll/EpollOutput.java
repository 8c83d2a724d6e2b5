package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.wire.engine.DatagramSender;

/**
 * Writes to a descriptor that the process was given, such as standard output. The descriptor may be shared with other processes, so it is not made
 * non-blocking: the kernel is asked not to wait in each call, where it can (pipes).
 */
final class EpollOutput extends DatagramSender {
    private static final int RWF_NOWAIT = 8;
    private static final long CURRENT_POSITION = -1;

    private final Kernel kernel = new Kernel();
    private final int vectorAt = Buffers.reserve(Gather.VECTOR_SIZE);
    private final int fd;
    private boolean canRefuse = true;

    EpollOutput(int fd) {
        this.fd = fd;
    }

    @Override
    protected boolean transmit(int at, int length) {
        if (canRefuse) {
            Slab.putLong(vectorAt, Slab.ADDRESS + at);
            Slab.putLong(vectorAt + 8, length);
            var vector = Slab.ADDRESS + vectorAt;
            var sent = kernel.call(Numbers.PWRITEV2, fd, vector, 1, CURRENT_POSITION, CURRENT_POSITION, RWF_NOWAIT);
            if (sent >= 0 || sent == Errno.EAGAIN) return sent == length;
            canRefuse = false;
        }
        return kernel.call(Numbers.WRITE, fd, Slab.ADDRESS + at, length) == length;
    }

    /** The descriptor belongs to the process and stays open. */
    @Override
    public void close() {}
}
