package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.wire.engine.TcpFigure;

/** What {@code getsockopt} tells of a TCP connection beside numbers; of one thread, since its answers lie in room of its own. */
final class TcpInfo {
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_INFO = 11;
    private static final int TCP_SAVED_SYN = 28;
    /** As much of Linux's struct tcp_info as is looked at; it only ever grew at its end. */
    private static final int SIZE = 104;

    private final Kernel kernel;
    private final int at = Buffers.reserve(SIZE + 8);
    private final int lengthAt = at + SIZE;

    TcpInfo(Kernel kernel) {
        this.kernel = kernel;
    }

    /** -1 when there is none, as of a socket of another family. */
    long figure(int fd, TcpFigure figure) {
        Slab.putInt(lengthAt, SIZE);
        var result = kernel.call(
                Numbers.GETSOCKOPT, fd, IPPROTO_TCP, TCP_INFO, Slab.ADDRESS + at, Slab.ADDRESS + lengthAt, 0);
        var offset = offset(figure);
        if (result < 0 || Slab.intAt(lengthAt) < offset + 4) return -1;
        return Slab.intAt(at + offset) & 0xffffffffL;
    }

    private static int offset(TcpFigure figure) {
        return switch (figure) {
            case UNACKED -> 24;
            case SACKED -> 28;
            case LOST -> 32;
            case RETRANSMITTED -> 36;
            case FORWARD_ACKED -> 40;
            case ROUND_TRIP_MICROS -> 68;
            case ROUND_TRIP_VARIANCE_MICROS -> 72;
            case REORDERING -> 88;
        };
    }

    /** Copies the packet that began the connection, if the system has kept it: its length, or -1. The system forgets it then. */
    int savedSyn(int fd, int to, int size) {
        Slab.putInt(lengthAt, size);
        var result = kernel.call(
                Numbers.GETSOCKOPT, fd, IPPROTO_TCP, TCP_SAVED_SYN, Slab.ADDRESS + to, Slab.ADDRESS + lengthAt, 0);
        var length = Slab.intAt(lengthAt);
        return result < 0 || length == 0 ? -1 : length;
    }
}
