package headway.wire.engine.socket;

import headway.base.memory.Slab;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A connection's life and its sending half; an engine adds the system calls. */
public abstract class SocketConnection extends Receiving {
    /** What has happened to a socket: bits of {@link #happened}. */
    public static final int READABLE = 1;

    public static final int WRITABLE = 2;
    public static final int FIN = 4;
    public static final int BROKEN = 8;

    /** For a connection that has no handler yet or no longer. */
    public static final ConnectionHandler NOBODY = Nobody.NOBODY;

    private static final int OWNED = 0;
    private static final int OFFERED = 1;
    private static final int TAKEN = 2;
    private static final VarHandle STANDING = standing();

    /** Whose it is; changed by compare-and-set only while other loops may know of it. */
    @SuppressWarnings("unused") // by STANDING
    private volatile int standing;

    private @Nullable Output output;
    private @Nullable Deadline deadline;
    private @Nullable NetworkFailure failure;
    private @Nullable Splice outgoing;
    private @Nullable Splice incoming;

    /** 0 or an error once a connection attempt is decided, {@link #AGAIN} until then. */
    protected int connectOutcome;

    /** The owner has taken its offer back for the event under way. */
    private boolean wonBack;

    private boolean connecting;
    private boolean writable;
    private boolean broken;
    private boolean moreFollows;
    private boolean finWanted;
    private boolean finSent;
    private boolean leaving;
    private boolean closed;
    /** In a list of the loop. */
    boolean queued;
    /** In the loop's list of those that wait for buffers. */
    boolean waits;
    /** It has waited, and reads now. */
    boolean admitted;

    protected SocketConnection(SocketLoop loop, ConnectionHandler handler, boolean connecting) {
        super(loop, handler, loop.settings.bufferSize());
        this.connecting = connecting;
        loop.count(1);
    }

    /** Sends: how many bytes were taken, {@link #AGAIN}, or the negative code of an error. */
    protected abstract int transmit(int at, int length, boolean more);

    protected abstract int transmit(int firstAt, int firstLength, int secondAt, int secondLength, boolean more);

    /** Sends FIN. */
    protected abstract void shutdownSocket();

    protected abstract void closeSocket(boolean reset);

    /** Asks the socket for its error: 0 or a negative code. */
    protected abstract int socketError();

    /** How many bytes the kernel has for us, as far as one can know without reading. */
    protected abstract int available();

    /** To be called by the engine for each event of this socket; the bits are those above. */
    protected final void happened(int what) {
        if (closed || standing != OWNED && what == WRITABLE || !isOurs()) return;
        told = false;
        if ((what & ~WRITABLE) != 0) mayRead = true;
        if ((what & FIN) != 0) finSeen = true;
        if ((what & BROKEN) != 0) broken = true;
        writable |= (what & WRITABLE) != 0;
        progressGuarded();
        offerStands();
    }

    /** An event that was overtaken by reading: nothing came of it, so the offer stands. */
    private void offerStands() {
        if (wonBack && !told && !closed) STANDING.setVolatile(this, OFFERED);
        wonBack = false;
    }

    /** Called by the loop after {@link #queue}. */
    final void attend() {
        queued = false;
        // Offered meanwhile: an edge that came while it was paused tells of a FIN, and comes only once.
        if (closed || !isOurs()) return;
        progressGuarded();
        offerStands();
    }

    private void progressGuarded() {
        try {
            progress();
        } catch (Throwable bug) {
            stopShowing();
            broken(bug);
        }
        if (!closed) attended();
    }

    /** The handler threw: the connection is closed, and the handler is told so unless it has closed it itself, for it may hold more than the connection. */
    private void broken(Throwable bug) {
        var ofHandler = !isClosed();
        close();
        home().bug(bug);
        if (!ofHandler || !closed) return;
        try {
            tell(NetworkFailure.BUG);
        } catch (Throwable another) {
            home().bug(another);
        }
    }

    /** For an engine whose events have to be asked for again. */
    protected void attended() {}

    private void progress() {
        if (connecting && !establish()) return;
        var room = writable;
        writable = false;
        if (room) flush();
        if (leaving && !closed) leave();
        if (closed || leaving) return;
        if (incoming != null && room) incoming.roomCame();
        if (outgoing != null) outgoing.pump();
        if (paused && watched && readsAhead()) readAhead();
        takeIn();
        if (broken && (ended || paused && watched || waits) && !closed) checkError();
        if (finSeen && paused && watched && !closed) tellEnd();
        if (failure != null && !closed) settle();
    }

    private boolean establish() {
        if (connectOutcome == AGAIN) return false;
        if (connectOutcome < 0) {
            fail(reason(connectOutcome));
            return false;
        }
        connecting = false;
        writable = pending() > 0;
        told = true;
        handler.connected(this);
        if (finWanted && !closed && pending() == 0) sendFin();
        return !closed;
    }

    private void checkError() {
        broken = false;
        var error = socketError();
        if (error < 0) fail(failure == null ? reason(error) : failure);
    }

    /**
     * Writing has failed. What the peer sent before it went is shown first: it may be an early response. While paused, or while a splice reads, that is
     * waited for.
     */
    private void settle() {
        if (outgoing != null) return;
        if (!paused && !ended) {
            mayRead = true;
            takeIn();
        }
        if (closed || queued || paused && (unread() > 0 || available() > 0)) return;
        fail(failure == null ? NetworkFailure.OTHER : failure);
    }

    @Override
    final void fail(NetworkFailure why) {
        failure = why;
        release(false);
        tell(why);
    }

    private void tell(NetworkFailure why) {
        failure = why;
        told = true;
        handler.failed(this, why);
    }

    @Override
    public final @Nullable NetworkFailure failure() {
        return failure;
    }

    @Override
    public final void write(int at, int length) {
        assert loop.isCurrent() && incoming == null;
        if (!writes()) return;
        var sent = 0;
        if (pending() == 0 && !connecting) {
            sent = transmit(at, length, moreFollows);
            if (sent < 0) sent = refused(sent);
        }
        moreFollows = false;
        if (sent < length && failure == null) keep(at + sent, length - sent);
    }

    @Override
    public final void write(int firstAt, int firstLength, int secondAt, int secondLength) {
        assert loop.isCurrent() && incoming == null;
        if (!writes()) return;
        if (home().hasHotRoom(secondAt, firstLength)) {
            Slab.copy(firstAt, secondAt - firstLength, firstLength);
            write(secondAt - firstLength, firstLength + secondLength);
            return;
        }
        var sent = 0;
        if (pending() == 0 && !connecting) {
            sent = transmit(firstAt, firstLength, secondAt, secondLength, moreFollows);
            if (sent < 0) sent = refused(sent);
        }
        moreFollows = false;
        if (failure != null) return;
        if (sent < firstLength) keep(firstAt + sent, firstLength - sent);
        var sentOfSecond = Math.max(0, sent - firstLength);
        if (sentOfSecond < secondLength) keep(secondAt + sentOfSecond, secondLength - sentOfSecond);
    }

    private boolean writes() {
        assert !finWanted || isClosed() : "written after shutdownOutput";
        return !closed && !leaving && !finWanted && failure == null;
    }

    private void keep(int at, int length) {
        if (output == null) output = new Output();
        output.append(loop.buffers(), at, length);
        attended();
    }

    /** The kernel takes nothing now, or never again: the latter is told at the end of the turn, not from inside a write. */
    private int refused(int code) {
        if (code == AGAIN) return 0;
        failure = reason(code);
        if (output != null) output.clear();
        queue();
        return 0;
    }

    private void flush() {
        var out = output;
        if (out == null || out.length() == 0) return;
        for (var head = out.head(); head != null; head = out.head()) {
            var length = head.length();
            var sent = transmit(head.at(), length, head.next() != null);
            if (sent < 0) {
                refused(sent);
                return;
            }
            out.sent(sent);
            if (sent < length) return;
        }
        if (finWanted) sendFin();
        if (leaving || incoming != null) return;
        told = true;
        handler.room(this);
    }

    @Override
    public final void more(boolean follows) {
        moreFollows = follows;
    }

    @Override
    public final int pending() {
        return output == null ? 0 : output.length();
    }

    @Override
    public final boolean isBehind() {
        return pending() > 0 || incoming != null && incoming.holds();
    }

    @Override
    public final void shutdownOutput() {
        assert loop.isCurrent();
        if (finWanted || !writes()) return;
        finWanted = true;
        if (pending() == 0 && !connecting) sendFin();
    }

    private void sendFin() {
        if (finSent) return;
        finSent = true;
        shutdownSocket();
    }

    @Override
    public final void closeGracefully(long lingerNanos) {
        assert loop.isCurrent();
        if (closed || leaving || !takeBack()) return;
        leaving = true;
        handler = NOBODY;
        paused = false;
        dropInput();
        deadline(loop.nanos() + lingerNanos);
        queue();
    }

    /**
     * Closes when everything is sent. RFC 9112 9.6: closing while the client still sends makes the kernel answer with RST, which may destroy the response on its
     * way; so when there is something unread, FIN goes first and what comes is discarded until the peer's FIN or the deadline.
     */
    private void leave() {
        if (failure != null) release(false);
        if (closed || pending() > 0 || connecting) return;
        var lingering = finSent;
        for (var reads = 0; mayRead && !ended && reads < 4; reads++) {
            var count = receive(home().hotAt(), SocketLoop.LARGEST_READ);
            if (count > 0) lingering = true;
            else if (count == AGAIN) mayRead = false;
            else ended = true;
        }
        // Also when nothing was unread a moment ago: what comes just now makes the close a RST, and the FIN has to be
        // in front of it.
        if (!ended) sendFin();
        if (ended || !lingering) release(false);
        else if (mayRead) home().queueForNextTurn(this);
    }

    @Override
    public final void close() {
        assert loop.isCurrent();
        if (!closed && takeBack()) release(false);
    }

    @Override
    public final void reset() {
        assert loop.isCurrent();
        if (!closed && takeBack()) release(true);
    }

    private void release(boolean reset) {
        closed = true;
        closeSocket(reset);
        if (waits) home().waitNoLonger(this);
        if (output != null) output.clear();
        dropInput();
        if (deadline != null) home().forget(deadline);
        if (outgoing != null) outgoing.abandon();
        if (incoming != null) incoming.abandon();
        home().count(-1);
    }

    @Override
    public final boolean isHeldBack() {
        return waits;
    }

    @Override
    protected final boolean waitsForBuffers() {
        if (!home().holdsBack() || unread() > 0 || !handler.isBeginning()) return false;
        if (admitted) {
            admitted = false;
            return false;
        }
        home().waitForBuffers(this);
        return true;
    }

    @Override
    public final boolean isClosed() {
        return closed || leaving;
    }

    @Override
    protected final boolean reads() {
        return !closed && !leaving && !connecting && outgoing == null && isOurs();
    }

    /** What was offered in the event under way may be another loop's by now; what the kernel still has, a FIN as a rule, is ours only if we win it back. */
    private boolean isOurs() {
        if (standing == OWNED) return true;
        if (!STANDING.compareAndSet(this, OFFERED, OWNED)) return false;
        wonBack = true;
        told = false;
        return true;
    }

    /** To be attended to in this turn, after the present event. */
    @Override
    protected final void queue() {
        home().queue(this);
    }

    protected final void queueForNextTurn() {
        home().queueForNextTurn(this);
    }

    /** A splice could not write here: told as for a write. */
    protected final void sendingFailed(int code) {
        refused(code);
    }

    /** A splice could not read here. */
    protected final void receivingFailed(int code) {
        if (!closed) fail(failure == null ? reason(code) : failure);
    }

    @Override
    public final void deadline(long nanos) {
        if (closed) return;
        if (deadline == null) {
            if (nanos == Long.MAX_VALUE) return;
            deadline = new Deadline(this);
        }
        home().arm(deadline, nanos);
    }

    private void expire() {
        if (closed || standing != OWNED && !STANDING.compareAndSet(this, OFFERED, OWNED)) return;
        if (leaving) {
            release(false);
            return;
        }
        try {
            handler.expired(this);
        } catch (Throwable bug) {
            broken(bug);
        }
    }

    /** Starts or ends taking part in a splice; while it runs, nothing else is read here or written there. */
    protected final void outgoing(@Nullable Splice splice) {
        outgoing = splice;
        if (splice == null && !closed) queue();
    }

    protected final void incoming(@Nullable Splice splice) {
        incoming = splice;
    }

    @Override
    public final void stopSplice() {
        if (outgoing != null) outgoing.finish();
    }

    /** True when a splice may begin here. */
    protected final boolean canSplice() {
        return !closed && !leaving && !connecting && !ended && failure == null && outgoing == null;
    }

    protected final boolean canBeSplicedTo() {
        return !closed && !leaving && !connecting && !finWanted && failure == null && incoming == null;
    }

    @Override
    public final void offer() {
        assert loop.isCurrent() && unread() == 0 && pending() == 0 && !closed && outgoing == null && incoming == null;
        STANDING.setVolatile(this, OFFERED);
    }

    @Override
    public final boolean isOffered() {
        return standing != OWNED;
    }

    @Override
    public final boolean withdraw() {
        return takeBack();
    }

    /** The taker's side of a claim: exactly one of all who try succeeds. */
    final boolean take(SocketLoop taker) {
        return STANDING.compareAndSet(this, OFFERED, taker == loop ? OWNED : TAKEN);
    }

    /** The former owner forgets a connection that another loop has taken. */
    protected final void forgetTaken() {
        assert loop.isCurrent() && standing == TAKEN;
        closed = true;
        if (deadline != null) home().forget(deadline);
        home().count(-1);
    }

    private boolean takeBack() {
        return standing == OWNED || STANDING.compareAndSet(this, OFFERED, OWNED);
    }

    /** The deadline of one connection. */
    private static final class Deadline extends Timer {
        private final SocketConnection connection;

        Deadline(SocketConnection connection) {
            this.connection = connection;
        }

        @Override
        protected void expired() {
            connection.expire();
        }
    }

    private static VarHandle standing() {
        try {
            return MethodHandles.lookup().findVarHandle(SocketConnection.class, "standing", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
