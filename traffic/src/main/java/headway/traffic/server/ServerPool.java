package headway.traffic.server;

import headway.language.model.BackSide.HttpReuse;
import headway.language.model.ServerLine;
import headway.traffic.counter.Gauge;
import headway.wire.engine.Loop;
import headway.wire.exchange.ServerConnection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one server that are not in use, and how many are.
 *
 * <p>Every loop has a {@link Shelf} of its own and takes from another's only when its own is empty. A connection that was used again after it had been idle is
 * <em>proven</em>: {@code http-reuse aggressive} gives only such to the first request of a session. How many are kept follows how many were lately in use at
 * the same time; see {@link #estimate}.
 */
public final class ServerPool {
    private final ServerLine.Pool settings;
    private final PoolPolicy policy;
    private final Shelf[] shelves;
    private final Gauge used = new Gauge();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicInteger idleProven = new AtomicInteger();
    private volatile int needed;
    private long estimateNanos = Long.MIN_VALUE;
    private int surplus;
    private int idleThen;

    ServerPool(ServerLine.Pool settings, PoolPolicy policy, int loops) {
        this.settings = settings;
        this.policy = policy;
        shelves = new Shelf[loops];
        for (var i = 0; i < loops; i++) shelves[i] = new Shelf(this);
    }

    /**
     * An idle connection for use on this loop; it counts as used until {@link #release} or {@link #gone}.
     *
     * @param firstOfSession it is the first request of a client connection: {@code http-reuse} decides whether it may have one
     * @return null when a new connection is to be made: see {@link #opening}
     */
    public @Nullable ServerConnection lease(Loop loop, boolean firstOfSession) {
        var reuse = policy.reuse();
        if (reuse == HttpReuse.NEVER || idle() == 0) return null;
        if (firstOfSession && reuse == HttpReuse.SAFE) return null;
        var provenOnly = firstOfSession && reuse == HttpReuse.AGGRESSIVE;
        var own = shelves[loop.index()];
        var found = own.take(loop, provenOnly);
        if (found == null && policy.shared() && idle() > settings.low()) found = takeFromOthers(loop, own, provenOnly);
        if (found == null) return null;
        found.proven = true;
        found.owner = null;
        enter();
        own.watch(loop);
        return found;
    }

    private @Nullable ServerConnection takeFromOthers(Loop loop, Shelf own, boolean provenOnly) {
        for (var i = 1; i < shelves.length; i++) {
            var other = shelves[(loop.index() + i) % shelves.length];
            assert other != own;
            var found = other.take(loop, provenOnly);
            if (found != null) return found;
        }
        return null;
    }

    /** A new connection is about to be made and counts as used. Too many descriptors in use cost an idle one. */
    public void opening(Loop loop) {
        if (policy.descriptors().getAsInt() >= policy.highDescriptors()) dropOne(loop);
        enter();
        shelves[loop.index()].watch(loop);
    }

    /** A connection that a session has kept for itself is used again. */
    public void again(Loop loop) {
        enter();
        shelves[loop.index()].watch(loop);
    }

    private void dropOne(Loop loop) {
        var own = shelves[loop.index()];
        var victim = own.take(loop, false);
        if (victim == null && policy.shared()) victim = takeFromOthers(loop, own, false);
        if (victim != null) victim.close();
    }

    private void enter() {
        var now = used.enter();
        if (now > needed) raise(now);
    }

    private synchronized void raise(int now) {
        if (now > needed) needed = now;
    }

    /** A used connection has been closed, or could not be made. */
    public void gone(Loop loop) {
        used.leave();
    }

    /**
     * Gives a used connection back, on its loop; it becomes idle or is closed.
     *
     * @return false when it was closed
     */
    public boolean release(ServerConnection connection) {
        used.leave();
        if (!isWorthKeeping(connection)) {
            connection.close();
            return false;
        }
        shelves[connection.loop().index()].put(connection, policy.shared());
        return true;
    }

    private boolean isWorthKeeping(ServerConnection connection) {
        if (policy.reuse() == HttpReuse.NEVER || connection.isPrivate || !connection.isReusable()) return false;
        if (isWornOut(connection) || settings.purgeDelayNanos() <= 0) return false;
        if (policy.descriptors().getAsInt() >= policy.lowDescriptors()) return false;
        var idleNow = idle();
        if (settings.max() >= 0 && idleNow >= settings.max()) return false;
        // HAProxy: no more are kept than were lately needed at the same time, and pool-low-conn above that.
        var usedNow = used.current();
        return usedNow + idleNow < Math.max(usedNow, needed) + settings.low();
    }

    /** {@code max-reuse}: it has carried its requests, the first one not counted. */
    public boolean isWornOut(ServerConnection connection) {
        return settings.maxReuse() >= 0 && connection.exchanges > settings.maxReuse();
    }

    /** Closes all idle connections, as after the server went down or got another address: each loop its own. */
    public void clear(Iterable<Loop> loops) {
        for (var loop : loops) loop.send(() -> shelves[loop.index()].clear(loop));
    }

    void added(boolean proven) {
        (proven ? idleProven : idle).incrementAndGet();
    }

    void removed(boolean proven) {
        (proven ? idleProven : idle).decrementAndGet();
    }

    /**
     * How many connections a loop is to close now. Once in each {@code pool-purge-delay} the need is estimated anew: halfway between the last estimate and the most that
     * were in use since; of those above the old estimate, half go, shared out among the loops.
     */
    synchronized int estimate(long nanos, int idleHere) {
        if (nanos >= estimateNanos) {
            estimateNanos = nanos + settings.purgeDelayNanos() / 2;
            var most = used.takeHighest();
            idleThen = idle();
            // One is never too many: a client that comes back after a while finds its connection.
            var above = used.current() + idleThen - Math.max(1, Math.max(most, needed));
            surplus = above > 0 ? (above + 1) / 2 : 0;
            needed = (needed + most) / 2;
        }
        if (surplus == 0 || idleHere == 0) return 0;
        return (int) ((long) surplus * idleHere / Math.max(1, idleThen)) + 1;
    }

    long purgeDelayNanos() {
        return settings.purgeDelayNanos();
    }

    /** Nothing is left that an estimate could change. */
    boolean isQuiet() {
        return used.current() == 0 && needed == 0 && idle() <= 1;
    }

    /** srv_icur: how many are idle, proven or not. */
    public int idle() {
        return idle.get() + idleProven.get();
    }

    /** idle_conn_cur: idle and never used again so far. */
    public int idleUnproven() {
        return idle.get();
    }

    /** safe_conn_cur. */
    public int idleProven() {
        return idleProven.get();
    }

    /** used_conn_cur. */
    public int used() {
        return used.current();
    }

    /** need_conn_est. */
    public int needed() {
        return needed;
    }

    /** srv_ilim: {@code pool-max-conn}, -1 when unlimited. */
    public int limit() {
        return settings.max();
    }
}
