package headway.traffic.server;

import headway.wire.engine.Connection;
import headway.wire.engine.Loop;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.ServerConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection without a socket that behaves in a pool like a real one: it can be claimed once for each time it was idle, and ends at most once. */
final class FakeConnection extends ServerConnection {
    private static final int USED = 0;
    private static final int IDLE = 1;
    private static final int CLOSED = 2;
    private static final int LOOKED_AFTER = 3;

    final int number;
    private final AtomicInteger state = new AtomicInteger(USED);
    private volatile Loop loop;
    private boolean reusable = true;

    FakeConnection(int number, Loop loop) {
        this.number = number;
        this.loop = loop;
        exchanges = 1;
    }

    FakeConnection spent() {
        reusable = false;
        return this;
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public Connection connection() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Exchange open(ExchangeListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isReusable() {
        return reusable;
    }

    @Override
    public void idle(boolean shared) {
        if (!state.compareAndSet(USED, IDLE)) throw new AssertionError("idle, but it was " + state);
    }

    @Override
    public boolean claim(Loop taker) {
        if (!state.compareAndSet(IDLE, USED)) return false;
        loop = taker;
        exchanges++;
        return true;
    }

    @Override
    public void close() {
        if (state.getAndSet(CLOSED) == CLOSED) throw new AssertionError("closed twice");
    }

    @Override
    public boolean isClosed() {
        return state.get() == CLOSED;
    }

    /** As a real one does when an event turns out to be nothing: for a moment nobody can claim it. On the owner's loop. */
    void lookAfter() {
        if (!state.compareAndSet(IDLE, LOOKED_AFTER)) return;
        for (var i = 0; i < 200; i++) Thread.onSpinWait();
        state.set(IDLE);
    }

    /** The server closes it while it is idle; on the owner's loop. */
    void endWhileIdle() {
        var told = owner;
        if (state.compareAndSet(IDLE, CLOSED) && told != null) told.idleEnded(this);
    }
}
