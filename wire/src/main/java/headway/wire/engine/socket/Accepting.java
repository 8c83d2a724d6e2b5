package headway.wire.engine.socket;

import headway.wire.engine.NetworkFailure;
import headway.wire.engine.Timer;
import headway.wire.engine.socket.SharedListener.Member;

/** A loop's part in a listener; an engine adds how to wait and how to accept. */
public abstract class Accepting extends Timer {
    private static final long PAUSE_NANOS = 100_000_000;

    protected final Member member;
    private final SharedListener listener;
    private final SocketLoop loop;
    private boolean registered;

    /** What came of one attempt to accept. */
    protected enum Attempt {
        ACCEPTED,
        NOBODY_WAITS,
        /** The client has gone meanwhile. */
        GONE,
        /** There is no descriptor or no memory for it. */
        EXHAUSTED
    }

    protected Accepting(SharedListener listener, Member member) {
        this.listener = listener;
        this.member = member;
        loop = member.loop();
    }

    /** False when the kernel refuses. */
    protected abstract boolean register();

    protected abstract void unregister();

    /** Accepts one client and hands it to {@link #choose whom it is for}. */
    protected abstract Attempt accept();

    /** Why the last attempt or registration failed. */
    protected abstract NetworkFailure why();

    final SharedListener listener() {
        return listener;
    }

    final void begin() {
        if (registered) return;
        registered = register();
        if (!registered) pause();
    }

    final void end() {
        loop.disarm(this);
        if (registered) unregister();
        registered = false;
    }

    /** Nothing is gained by trying again at once: descriptors must become free first. */
    private void pause() {
        member.acceptor().exhausted(why());
        loop.arm(this, loop.nanos() + PAUSE_NANOS);
    }

    @Override
    protected final void expired() {
        try {
            begin();
        } catch (Throwable bug) {
            loop.bug(bug);
        }
    }

    /** Clients are waiting. */
    public final void ready(int most) {
        try {
            for (var i = 0; i < most && registered; i++) if (!acceptOne()) return;
        } catch (Throwable bug) {
            loop.bug(bug);
        }
    }

    private boolean acceptOne() {
        if (!member.acceptor().hasRoom()) {
            holdBack(member.acceptor().pauseNanos());
            return false;
        }
        var attempt = accept();
        if (attempt != Attempt.ACCEPTED) member.acceptor().nobodyCame();
        return switch (attempt) {
            case ACCEPTED, GONE -> true;
            case NOBODY_WAITS -> false;
            case EXHAUSTED -> {
                end();
                pause();
                yield false;
            }
        };
    }

    private void holdBack(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            loop.suspend(listener);
            return;
        }
        end();
        loop.arm(this, loop.nanos() + nanos);
    }

    /** The loop that shall have the client: this one, unless another has notably fewer connections. */
    protected final Member choose() {
        return listener.pick(member);
    }
}
