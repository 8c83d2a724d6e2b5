package headway.traffic.server;

import headway.wire.engine.Loop;
import headway.wire.engine.Timer;
import headway.wire.exchange.ServerConnection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The idle connections to one server that belong to one loop, and the timer that closes what is not needed any more. */
final class Shelf extends Timer implements ServerConnection.IdleOwner {
    private final ServerPool pool;
    private final IdleQueue unproven = new IdleQueue();
    private final IdleQueue proven = new IdleQueue();
    private final AtomicInteger idle = new AtomicInteger();
    private @Nullable Loop home;

    Shelf(ServerPool pool) {
        this.pool = pool;
    }

    /** On the owner's loop: starts the timer unless it runs. */
    void watch(Loop loop) {
        assert loop.isCurrent();
        home = loop;
        if (!isArmed() && pool.purgeDelayNanos() > 0) loop.arm(this, loop.nanos() + pool.purgeDelayNanos());
    }

    /** On the owner's loop. */
    void put(ServerConnection connection, boolean shared) {
        connection.owner = this;
        connection.idleSinceNanos = connection.loop().nanos();
        connection.idle(shared);
        lay(connection);
    }

    private void lay(ServerConnection connection) {
        pool.added(connection.proven);
        idle.incrementAndGet();
        (connection.proven ? proven : unproven).append(connection);
    }

    /**
     * Takes an idle connection for that loop, this one's own or another.
     *
     * @return null when there is none
     */
    @Nullable
    ServerConnection take(Loop taker, boolean provenOnly) {
        var found = provenOnly ? null : take(taker, unproven);
        return found != null ? found : take(taker, proven);
    }

    private @Nullable ServerConnection take(Loop taker, IdleQueue queue) {
        for (var next = queue.take(); next != null; next = queue.take()) {
            removed(queue == proven);
            if (next.claim(taker)) return next;
            missed(next);
        }
        return null;
    }

    /** It has ended just now and its loop has not told yet; or that loop was just looking whether something had come on it, and it is as good as before. */
    private void missed(ServerConnection connection) {
        var loop = home;
        if (loop != null)
            loop.send(() -> {
                if (!connection.isClosed()) lay(connection);
            });
    }

    @Override
    public void idleEnded(ServerConnection connection) {
        var queue = connection.proven ? proven : unproven;
        if (queue.remove(connection)) removed(queue == proven);
    }

    private void removed(boolean wasProven) {
        pool.removed(wasProven);
        idle.decrementAndGet();
    }

    void clear(Loop loop) {
        for (var next = take(loop, false); next != null; next = take(loop, false)) next.close();
    }

    @Override
    protected void expired() {
        var loop = home;
        if (loop == null) return;
        for (var i = pool.estimate(loop.nanos(), idle.get()); i > 0; i--) {
            var victim = take(loop, false);
            if (victim == null) break;
            victim.close();
        }
        if (!pool.isQuiet()) loop.arm(this, loop.nanos() + pool.purgeDelayNanos());
    }
}
