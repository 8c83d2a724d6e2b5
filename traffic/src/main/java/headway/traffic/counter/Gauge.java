package headway.traffic.counter;

import java.util.concurrent.atomic.AtomicInteger;

/** How many there are now and how many there were at most, exact over all loops. */
public final class Gauge {
    private final AtomicInteger current = new AtomicInteger();
    private volatile int highest;

    /** One more; returns how many there are with it. */
    public int enter() {
        var now = current.incrementAndGet();
        if (now > highest) raise(now);
        return now;
    }

    /** One more unless that many are there already. */
    public boolean enterBelow(int limit) {
        var seen = current.get();
        while (seen < limit) {
            var witness = current.compareAndExchange(seen, seen + 1);
            if (witness == seen) {
                if (seen + 1 > highest) raise(seen + 1);
                return true;
            }
            seen = witness;
        }
        return false;
    }

    /** One less; returns how many are left. */
    public int leave() {
        var left = current.decrementAndGet();
        assert left >= 0;
        return left;
    }

    private synchronized void raise(int now) {
        if (now > highest) highest = now;
    }

    public int current() {
        return current.get();
    }

    public int highest() {
        return highest;
    }

    /** The highest value since the last call, which starts again from the current one; what the purge of a pool asks for. */
    public synchronized int takeHighest() {
        var was = highest;
        highest = current.get();
        return was;
    }

    /** The runtime API's {@code clear counters}: the maximum starts again from what is there. */
    public synchronized void clearHighest() {
        highest = current.get();
    }
}
