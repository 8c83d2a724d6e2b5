package headway.traffic.counter;

import java.util.concurrent.atomic.AtomicLong;

/** How many there are now and how many there were at most, exact over all loops. */
public final class Gauge {
    /** One place that is kept for somebody; who is there counts in the lower half. */
    private static final long RESERVED = 1L << 32;

    private final AtomicLong state = new AtomicLong();
    private volatile int highest;

    /** One more; returns how many there are with it. */
    public int enter() {
        return raised((int) state.incrementAndGet());
    }

    /** One more unless that many are there already, or expected. */
    public boolean enterBelow(int limit) {
        if (!addBelow(limit, 1)) return false;
        raised(current());
        return true;
    }

    /** Keeps a place for somebody who may come, unless that many are there or expected; {@link #arrive} or {@link #release} follows. */
    public boolean reserveBelow(int limit) {
        return addBelow(limit, RESERVED);
    }

    private boolean addBelow(int limit, long one) {
        var seen = state.get();
        while ((int) seen + (seen >>> 32) < limit) {
            var witness = state.compareAndExchange(seen, seen + one);
            if (witness == seen) return true;
            seen = witness;
        }
        return false;
    }

    /** He for whom a place was kept has come. */
    public void arrive() {
        raised((int) state.addAndGet(1 - RESERVED));
    }

    /** He has not come. */
    public void release() {
        state.addAndGet(-RESERVED);
    }

    private int raised(int now) {
        if (now > highest) raise(now);
        return now;
    }

    /** One less; returns how many are left. */
    public int leave() {
        var left = (int) state.decrementAndGet();
        assert left >= 0;
        return left;
    }

    private synchronized void raise(int now) {
        if (now > highest) highest = now;
    }

    public int current() {
        return (int) state.get();
    }

    public int highest() {
        return highest;
    }

    /** The highest value since the last call, which starts again from the current one; what the purge of a pool asks for. */
    public synchronized int takeHighest() {
        var was = highest;
        highest = current();
        return was;
    }

    /** The runtime API's {@code clear counters}: the maximum starts again from what is there. */
    public synchronized void clearHighest() {
        highest = current();
    }
}
