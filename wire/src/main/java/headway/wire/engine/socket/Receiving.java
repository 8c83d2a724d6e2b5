package headway.wire.engine.socket;

import headway.base.memory.Buffer;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import org.jspecify.annotations.Nullable;

/** The receiving half of a connection: what is read when, shown where, and kept how long. */
abstract class Receiving extends Connection {
    /** The kernel has nothing now, or takes nothing now. */
    protected static final int AGAIN = -11;

    /** A connection with much to read gives way to the others after this many reads. */
    private static final int READS_A_TURN = 4;

    private static final int SMALLEST_ROOM = 1024;

    /** What the handler left; null while there is nothing. */
    private @Nullable Buffer input;

    private int inputLimit;
    /** The next read takes {@code inputLimit << growth}. */
    private byte growth;
    /** The kernel may have bytes, a FIN or an error for us. */
    protected boolean mayRead;
    /** The kernel has said that a FIN has come, perhaps behind bytes. */
    protected boolean finSeen;
    /** The FIN was read: there is nothing behind it. */
    protected boolean ended;

    protected boolean paused;
    protected boolean watched;
    /** The handler was told something in this event. */
    protected boolean told;

    private boolean toldEnd;
    private boolean showAgain;
    private boolean showing;

    protected Receiving(SocketLoop loop, ConnectionHandler handler, int inputLimit) {
        super(loop, handler);
        this.inputLimit = inputLimit;
    }

    /** Reads: a number of bytes, 0 at the end, {@link #AGAIN}, or the negative code of an error. */
    protected abstract int receive(int at, int size);

    /** What an error code means. */
    protected abstract NetworkFailure reason(int code);

    /** False once nothing may be told any more, or while somebody else moves the bytes. */
    protected abstract boolean reads();

    /** Closes and tells the handler. */
    abstract void fail(NetworkFailure failure);

    final SocketLoop home() {
        return (SocketLoop) loop;
    }

    @Override
    public final void pause() {
        assert loop.isCurrent();
        paused = true;
    }

    @Override
    public final boolean isPaused() {
        return paused;
    }

    @Override
    public final void resume() {
        assert loop.isCurrent();
        paused = false;
        showAgain = true;
        queue();
    }

    /** To be attended to soon. */
    protected abstract void queue();

    @Override
    public final void watch(boolean on) {
        assert loop.isCurrent();
        watched = on;
        if (on && paused) queue();
        // It was told ahead of what is unread; whoever reads on is told when it gets there.
        if (!on) toldEnd = false;
    }

    @Override
    public final int unread() {
        return input == null ? 0 : input.length();
    }

    @Override
    public final int unreadAt() {
        return input == null ? 0 : input.at();
    }

    @Override
    public final void inputLimit(int bytes) {
        inputLimit = bytes;
    }

    @Override
    public final boolean hasEnded() {
        return ended || toldEnd;
    }

    /** Shows what was kept, if that was asked for, and reads what the kernel has, until it has no more or the handler stops it. */
    final void takeIn() {
        if (paused) return;
        var again = showAgain;
        showAgain = false;
        if (again && input != null && reads()) show(input.at(), input.length());
        for (var left = READS_A_TURN; canRead() && !waitsForBuffers(); left--) {
            if (left == 0) {
                home().queueForNextTurn((SocketConnection) this);
                return;
            }
            read();
        }
        if (ended && !toldEnd && !paused && reads()) tellEnd();
    }

    /** True when nothing stands between us and what the kernel still has. */
    final boolean canRead() {
        return mayRead && !paused && !ended && reads() && unread() < inputLimit;
    }

    /** What begins something new and has no buffer yet leaves those that are left to who has begun. */
    protected abstract boolean waitsForBuffers();

    private void read() {
        var kept = input;
        if (kept == null) {
            var size = Math.min(inputLimit << growth, SocketLoop.LARGEST_READ);
            var at = home().hotAt();
            var count = receive(at, size);
            if (count > 0) {
                received(count, size);
                show(at, count);
            } else nothingCame(count);
            return;
        }
        kept = input = withRoom(kept);
        var size = Math.min(kept.room(), inputLimit - kept.length());
        var count = receive(kept.tail(), size);
        if (count > 0) {
            if (count < size && !finSeen) mayRead = false;
            kept.grow(count);
            show(kept.at(), kept.length());
        } else nothingCame(count);
    }

    /** A short read says that the kernel has no more: the next edge will tell. Reads that come back full grow. */
    private void received(int count, int size) {
        if (count < size && !finSeen) mayRead = false;
        if (count == size && size < SocketLoop.LARGEST_READ) growth++;
        else if (growth > 0 && count < size >> 2) growth--;
    }

    private void nothingCame(int code) {
        mayRead = false;
        if (code == AGAIN) return;
        var earlier = failure();
        if (earlier != null) fail(earlier);
        else if (code == 0) end();
        else fail(reason(code));
    }

    /** True where the end of a connection is noticed by reading only. */
    protected boolean readsAhead() {
        return false;
    }

    /** While paused: keeps what comes without showing it, to meet the end behind it. */
    final void readAhead() {
        while (mayRead && !ended && reads() && unread() < inputLimit) {
            var kept = input = input == null ? loop.buffers().take(SMALLEST_ROOM) : withRoom(input);
            var size = Math.min(kept.room(), inputLimit - kept.length());
            var count = receive(kept.tail(), size);
            if (count > 0) kept.grow(count);
            else nothingCame(count);
            if (count < size) mayRead = false;
            if (input != null && input.length() == 0) dropInput();
        }
    }

    private void end() {
        ended = true;
        finSeen = true;
        tellEnd();
    }

    /** The FIN is told once, be it read or only heard of while paused. */
    final void tellEnd() {
        if (toldEnd) return;
        toldEnd = true;
        told = true;
        handler.ended(this);
    }

    /** A splice has met the end, and its listener is told. */
    protected final void endToldElsewhere() {
        ended = true;
        finSeen = true;
        toldEnd = true;
    }

    /** A buffer for more of the same bytes, up to the limit; small ones grow, since most heads are whole at the second read. */
    private Buffer withRoom(Buffer kept) {
        var wanted = inputLimit - kept.length();
        if (kept.room() >= Math.min(wanted, SMALLEST_ROOM)) return kept;
        kept.compact();
        if (kept.room() >= Math.min(wanted, SMALLEST_ROOM)) return kept;
        var larger = loop.buffers().take(Math.min(inputLimit, kept.capacity() << 2));
        larger.append(kept.at(), kept.length());
        kept.release();
        return larger;
    }

    private void show(int at, int length) {
        told = true;
        showing = true;
        var consumed = handler.bytes(this, at, length, length >= inputLimit);
        showing = false;
        assert consumed >= 0 && consumed <= length;
        if (isClosed()) dropInput();
        else if (input == null) keep(at + consumed, length - consumed);
        else consume(input, consumed);
    }

    private void keep(int at, int length) {
        if (length == 0) return;
        input = loop.buffers().take(Math.max(length, SMALLEST_ROOM));
        input.append(at, length);
    }

    private void consume(Buffer kept, int count) {
        kept.consume(count);
        if (kept.length() == 0) dropInput();
    }

    /** What is being shown is released after the call. */
    final void dropInput() {
        if (input == null || showing) return;
        input.release();
        input = null;
    }

    /** The handler threw while it was shown bytes. */
    final void stopShowing() {
        showing = false;
    }
}
