package headway.traffic.counter;

import headway.base.counters.Counters;

/**
 * All that is counted about one frontend, backend, server or listener; it lives as long as the name does, over reloads. Columns, rates and averages are written by
 * the loop where something happens and summed by the reader; {@link #sessions} and {@link #queued} are exact.
 */
public final class Tally {
    private final Counters columns;

    /** scur and smax. */
    public final Gauge sessions = new Gauge();
    /** qcur and qmax. */
    public final Gauge queued = new Gauge();
    /** rate: sessions of a frontend, choices of a backend or server. */
    public final Rate sessionRate;
    /** conn_rate. */
    public final Rate connectionRate;
    /** req_rate. */
    public final Rate requestRate;
    /** qtime, in milliseconds as all averages. */
    public final Average queueTime;
    /** ctime. */
    public final Average connectTime;
    /** rtime. */
    public final Average responseTime;
    /** ttime. */
    public final Average totalTime;
    /** lastsess: {@code Loop.nanos()} of the last session; {@link Long#MIN_VALUE} when there was none. */
    private volatile long lastSessionNanos = Long.MIN_VALUE;

    public Tally(int loops) {
        columns = new Counters(loops, Count.columns());
        sessionRate = new Rate(loops);
        connectionRate = new Rate(loops);
        requestRate = new Rate(loops);
        queueTime = new Average(loops);
        connectTime = new Average(loops);
        responseTime = new Average(loops);
        totalTime = new Average(loops);
    }

    /** One more. Called on loop {@code loop} only, like the other methods that take a loop. */
    public void add(int loop, Count count) {
        columns.add(loop, count.ordinal(), 1);
    }

    public void add(int loop, Count count, long amount) {
        columns.add(loop, count.ordinal(), amount);
    }

    /** Counts a response by the class of its status. */
    public void response(int loop, int status) {
        columns.add(loop, Count.response(status).ordinal(), 1);
    }

    /** A session or request begins here: stot and rate. */
    public void began(int loop, long nanos) {
        columns.add(loop, Count.SESSIONS.ordinal(), 1);
        sessionRate.add(loop, nanos);
    }

    /** The balancing has chosen it, or one of its servers: lbtot. */
    public void chosen(int loop) {
        columns.add(loop, Count.CHOSEN.ordinal(), 1);
    }

    /** It, or one of its servers, was given a session: lastsess. */
    public void given(long nanos) {
        // A shared line is written once a second at most, for lastsess counts whole seconds.
        if (nanos - lastSessionNanos >= 1_000_000_000L || lastSessionNanos == Long.MIN_VALUE) lastSessionNanos = nanos;
    }

    public long sum(Count count) {
        return columns.sum(count.ordinal());
    }

    /** Whole seconds since a session was last given to it, -1 when none was. */
    public long secondsSinceLastSession(long nanos) {
        var last = lastSessionNanos;
        return last == Long.MIN_VALUE ? -1 : Math.max(0, (nanos - last) / 1_000_000_000L);
    }

    /** {@code clear counters}: the maxima start again. */
    public void clearMaxima() {
        sessions.clearHighest();
        queued.clearHighest();
        sessionRate.clearHighest();
        connectionRate.clearHighest();
        requestRate.clearHighest();
        queueTime.clearLargest();
        connectTime.clearLargest();
        responseTime.clearLargest();
        totalTime.clearLargest();
    }

    /** {@code clear counters all}: everything but what is there now. */
    public void clear() {
        clearMaxima();
        for (var count : Count.values()) {
            if (count != Count.H1_OPEN_CONNECTIONS && count != Count.H1_OPEN_STREAMS) columns.clear(count.ordinal());
        }
    }
}
