package headway.traffic.server;

/** How often and how long something was down. Written under the monitor of its group, read by anybody. */
final class Downtime {
    private long totalNanos;
    private long sinceNanos = Long.MIN_VALUE;
    private long times;

    synchronized void down(long nanos) {
        if (sinceNanos != Long.MIN_VALUE) return;
        sinceNanos = nanos;
        times++;
    }

    synchronized void up(long nanos) {
        if (sinceNanos == Long.MIN_VALUE) return;
        totalNanos += nanos - sinceNanos;
        sinceNanos = Long.MIN_VALUE;
    }

    synchronized long seconds(long nanos) {
        var total = totalNanos;
        if (sinceNanos != Long.MIN_VALUE) total += nanos - sinceNanos;
        return Math.max(0, total / 1_000_000_000L);
    }

    synchronized long times() {
        return times;
    }
}
