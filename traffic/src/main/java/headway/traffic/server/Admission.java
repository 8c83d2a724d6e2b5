package headway.traffic.server;

import headway.traffic.counter.Gauge;
import headway.traffic.counter.Tally;
import headway.wire.engine.Loop;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a backend's servers ({@code maxconn}) and the queues in front of them.
 *
 * <p>As long as nobody waits, taking and releasing a slot is one atomic addition. Whoever finds no slot is queued under the lock and then looks again; whoever gives a slot
 * back decrements first and then looks whether anybody waits. So one of the two always sees the other. A slot given back while somebody waits passes
 * to the waiter without becoming free in between, and the waiter's loop is told by a message.
 */
public final class Admission {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Object lock = new Object();
    private final ServerGroup group;
    private final Tally tally;
    private final WaitQueue common;
    private volatile int waiting;
    private long orders;
    private long latestMillis;

    Admission(ServerGroup group, Tally tally) {
        this.group = group;
        this.tally = tally;
        common = new WaitQueue(tally.queued);
    }

    WaitQueue queue(Gauge length) {
        return new WaitQueue(length);
    }

    /** Those who wait for any server. */
    public WaitQueue common() {
        return common;
    }

    /** How many wait in all queues of the backend. */
    public int waiting() {
        return waiting;
    }

    /** Takes a slot; false when the server is full or others wait for it. */
    boolean take(Server server) {
        var slots = server.tally().sessions;
        if (!server.isLimited()) {
            slots.enter();
            return true;
        }
        return server.queue().length() == 0 && slots.enterBelow(limit(server));
    }

    /** Gives a slot back, to the next waiter if there is one. */
    void release(Server server) {
        if (waiting > 0 && passOn(server)) return;
        server.tally().sessions.leave();
        if (waiting > 0) dispatch(server);
    }

    /** The number of sessions that the server may have now: {@code maxconn}, or between {@code minconn} and it as the backend is loaded. */
    int limit(Server server) {
        var limits = server.limits();
        var max = limits.maxConnections();
        if (max == 0) return Integer.MAX_VALUE;
        var min = limits.minConnections();
        var limit = max;
        var load = tally.sessions.current();
        var full = group.fullConnections();
        if (min > 0 && min < max && load < full) limit = Math.max(min, (int) ((long) max * load / full));
        // HAProxy: during slowstart the limit grows with the weight; one session is always possible.
        var throttle = server.state().throttle();
        return throttle >= 100 ? limit : Math.max(1, (int) ((long) limit * throttle / 100));
    }

    /** Queues the waiter for that server, or for any when it is null; a slot may be granted before this returns. */
    public void await(Waiter waiter, @Nullable Server server, Loop loop) {
        synchronized (lock) {
            assert waiter.phase == Waiter.Phase.IDLE;
            waiter.admission = this;
            waiter.loop = loop;
            waiter.server = null;
            waiter.phase = Waiter.Phase.WAITING;
            waiter.order = orders++;
            // The loops' clocks differ by a little, but who comes later never counts as earlier by that.
            latestMillis = Math.max(latestMillis, loop.nanos() / NANOS_PER_MILLI);
            waiter.arrival = latestMillis + waiter.offsetMillis;
            (server == null ? common : server.queue()).append(waiter);
            waiting++;
        }
        if (server == null) dispatchAll();
        else if (server.isReachable()) dispatch(server);
        // It went down just now, perhaps after its queue was emptied.
        else redistribute(server);
    }

    /** The waiter waits no longer: it leaves its queue, or gives back the slot that it was granted and has not heard of. On its loop. */
    public void cancel(Waiter waiter) {
        Server granted = null;
        synchronized (lock) {
            if (waiter.phase == Waiter.Phase.WAITING) leave(waiter);
            if (waiter.phase == Waiter.Phase.GRANTED) granted = waiter.server;
            waiter.phase = Waiter.Phase.IDLE;
            waiter.server = null;
        }
        if (granted != null) release(granted);
    }

    private void leave(Waiter waiter) {
        var queue = waiter.queue;
        if (queue == null) throw new IllegalStateException("waiting in no queue");
        queue.remove(waiter);
        waiting--;
    }

    /** On the waiter's loop: tells it what has become of it. */
    void deliver(Waiter waiter) {
        Waiter.Phase phase;
        Server server;
        synchronized (lock) {
            phase = waiter.phase;
            server = waiter.server;
            if (phase != Waiter.Phase.GRANTED && phase != Waiter.Phase.EVICTED) return;
            waiter.phase = Waiter.Phase.IDLE;
            waiter.server = null;
        }
        if (server != null) waiter.granted(server);
        else waiter.evicted();
    }

    /** Gives free slots of the server to those who wait, as after it came up or its limit was raised. */
    void dispatch(Server server) {
        if (!server.isReachable()) return;
        while (waiting > 0) {
            synchronized (lock) {
                var waiter = next(server);
                if (waiter == null) return;
                if (!server.tally().sessions.enterBelow(limit(server))) return;
                grant(waiter, server);
            }
        }
    }

    void dispatchAll() {
        for (var server : group.inUse()) {
            if (common.length() == 0) return;
            dispatch(server);
        }
    }

    private boolean passOn(Server server) {
        if (!server.isReachable()) return false;
        synchronized (lock) {
            var waiter = next(server);
            if (waiter == null || server.tally().sessions.current() > limit(server)) return false;
            grant(waiter, server);
            return true;
        }
    }

    /** Of those at the head of the server's queue and of the common one, whose turn is first; the common one only if the balancing uses the server. */
    private @Nullable Waiter next(Server server) {
        var own = server.queue().first();
        var any = server.isInUse() ? common.first() : null;
        if (own == null) return any;
        return any == null || own.isBefore(any) ? own : any;
    }

    private void grant(Waiter waiter, Server server) {
        var queue = waiter.queue;
        if (queue == null) throw new IllegalStateException("granted while not waiting");
        queue.serve(waiter);
        waiting--;
        waiter.phase = Waiter.Phase.GRANTED;
        waiter.server = server;
        tell(waiter);
    }

    /**
     * Sends away all who wait for this server, because it went down or into maintenance.
     *
     * @return how many
     */
    int redistribute(Server server) {
        var sent = 0;
        synchronized (lock) {
            for (var waiter = server.queue().first();
                    waiter != null;
                    waiter = server.queue().first()) {
                leave(waiter);
                waiter.phase = Waiter.Phase.EVICTED;
                tell(waiter);
                sent++;
            }
        }
        return sent;
    }

    private static void tell(Waiter waiter) {
        var loop = waiter.loop;
        if (loop != null) loop.send(waiter);
    }
}
