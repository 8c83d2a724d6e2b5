package headway.wire.engine.epoll;

import headway.wire.engine.SpliceListener;
import headway.wire.engine.epoll.Pipes.Pipe;
import headway.wire.engine.socket.Splice;

/** From one socket through a pipe to another, driven by the edges of both. */
final class EpollSplice extends Splice {
    private static final int MOVE_NONBLOCK = 3;
    /** Others get their turn after so many fillings of the pipe. */
    private static final int ROUNDS_A_TURN = 8;

    private static final int GOING_ON = 1;
    private static final int AT_END = 0;

    private final EpollLoop loop;
    private final EpollConnection from;
    private final EpollConnection to;
    private final SpliceListener listener;
    private final Pipe pipe;
    private long left;
    private int inPipe;
    private boolean running = true;
    private boolean targetFull;
    /** {@link #GOING_ON}, {@link #AT_END} or the error that the source has ended with. */
    private int source = GOING_ON;

    EpollSplice(
            EpollLoop loop, EpollConnection from, EpollConnection to, long limit, SpliceListener listener, Pipe pipe) {
        this.loop = loop;
        this.from = from;
        this.to = to;
        this.listener = listener;
        this.pipe = pipe;
        left = limit;
    }

    /** The first filling: false when these sockets cannot be spliced. */
    boolean begins() {
        fill();
        return source != Errno.EINVAL && source != Errno.ENOSYS && source != Errno.ENOTSUP;
    }

    @Override
    protected void pump() {
        var moved = 0L;
        var rounds = 0;
        while (running) {
            var filled = fill();
            var drained = drain();
            moved += drained;
            if (filled + drained == 0 || finished()) break;
            if (++rounds == ROUNDS_A_TURN) {
                from.continueNextTurn();
                break;
            }
        }
        if (moved > 0) listener.moved(from, to, moved);
        if (running && finished()) conclude();
    }

    @Override
    protected void roomCame() {
        targetFull = false;
        pump();
    }

    private boolean finished() {
        return inPipe == 0 && (left == 0 || source != GOING_ON);
    }

    private int fill() {
        if (left == 0 || source != GOING_ON || !from.maySplice() || inPipe >= pipe.capacity()) return 0;
        var room = (int) Math.min(left, pipe.capacity() - inPipe);
        var count = (int) move(from.fd, pipe.in(), room);
        if (count > 0) {
            inPipe += count;
            left -= count;
            // Fewer bytes than slots: it was not the pipe that was full.
            if (count < pipe.slots() && count < room) from.dry();
            return count;
        }
        // With something in the pipe it may be the pipe that is full: then draining comes first and we try again.
        if (count == Errno.EAGAIN) {
            if (inPipe == 0) from.dry();
        } else source = count;
        return 0;
    }

    private int drain() {
        if (inPipe == 0 || targetFull || to.pending() > 0) return 0;
        var count = (int) move(pipe.out(), to.fd, inPipe);
        targetFull = count < inPipe;
        if (count >= 0) {
            inPipe -= count;
            return count;
        }
        if (count != Errno.EAGAIN) {
            abandon();
            to.broke(count);
        }
        return 0;
    }

    private long move(int source, int target, int most) {
        while (true) {
            var count = loop.kernel.call(Numbers.SPLICE, source, 0, target, 0, most, MOVE_NONBLOCK);
            if (count != Errno.EINTR) return count;
        }
    }

    private void conclude() {
        abandon();
        if (left == 0) listener.spliceDone(from, to);
        else if (source == AT_END) {
            from.endOfSplice();
            listener.sourceEnded(from, to);
        } else from.failed(source);
    }

    @Override
    protected void abandon() {
        if (!running) return;
        running = false;
        loop.pipes.release(pipe, inPipe == 0);
        from.splicingFrom(null);
        to.splicingTo(null);
    }

    @Override
    protected boolean holds() {
        return inPipe > 0;
    }

    @Override
    protected void finish() {
        left = 0;
        from.attendSoon();
    }
}
