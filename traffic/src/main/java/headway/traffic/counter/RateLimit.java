package headway.traffic.counter;

/**
 * How many events there may be in a second, exact over all loops: {@code maxconnrate} and its like. It measures as {@link Rate} does, and like HAProxy lets the next one in as soon as
 * the rate has fallen below the limit, so that a queue of clients is let in evenly once the first second's share is spent.
 */
public final class RateLimit {
    private static final long SECOND = 1_000_000_000L;

    private volatile int limit;
    private long second = Long.MIN_VALUE;
    private int now;
    private int before;

    /** @param limit 0 for none */
    public RateLimit(int limit) {
        this.limit = limit;
    }

    /** As {@code show info} has it; 0 for none. */
    public int limit() {
        return limit;
    }

    /** Changes it while the program runs: {@code set rate-limit}. */
    public void limit(int limit) {
        this.limit = limit;
    }

    /** Counts an event and returns 0; or counts nothing and returns after how many nanoseconds it may be tried again. */
    public long take(long nanos) {
        return limit == 0 ? 0 : takeLimited(nanos);
    }

    private synchronized long takeLimited(long nanos) {
        roll(Math.floorDiv(nanos, SECOND));
        // The clock of this loop may be a little behind that of the one that came before.
        var within = Math.max(0, nanos - second * SECOND);
        var pause = pause(within);
        if (pause == 0) now++;
        return pause;
    }

    private void roll(long current) {
        if (current <= second) return;
        before = current == second + 1 ? now : 0;
        now = 0;
        second = current;
    }

    /** Of the second before this one the part counts that lies within one second from now. */
    private long pause(long within) {
        var left = SECOND - within;
        var room = limit - now;
        if (room <= 0) return left + SECOND - mostLeft(limit, now);
        return before * left / SECOND < room ? 0 : left - mostLeft(room, before);
    }

    /** How much of a second may be left such that less than {@code room} of the {@code events} of the second before count. */
    private static long mostLeft(int room, int events) {
        return (room * SECOND - 1) / events;
    }

    /** The event did not take place after all. */
    public void giveBack() {
        if (limit > 0) uncount();
    }

    private synchronized void uncount() {
        if (now > 0) now--;
        else if (before > 0) before--;
    }
}
