package headway.traffic.stream;

import headway.language.model.BandwidthLimit;
import org.jspecify.annotations.Nullable;

/** How fast one direction of a stream may go by one filter: bytes are due at the times at which they would pass at a constant speed. */
final class Pace {
    /** What has not been used is kept for so long, so that a timer that comes late does no harm. */
    private static final long BURST_NANOS = 20_000_000L;

    private static final long MILLI = 1_000_000L;

    @Nullable
    BandwidthLimit filter;

    private double bytesPerNano;
    private long least;
    /** From this time on nothing is used up. */
    private long fromNanos;

    void begin(BandwidthLimit by, long bytes, long periodNanos, long nowNanos) {
        filter = by;
        bytesPerNano = (double) bytes / periodNanos;
        least = Math.max(1, by.leastBytes());
        fromNanos = nowNanos - burst();
    }

    private long burst() {
        return Math.max(BURST_NANOS, (long) Math.ceil(least / bytesPerNano));
    }

    /** How many of so many bytes may go now: 0 when they are fewer than the least. */
    long allowance(long wanted, long nowNanos) {
        fromNanos = Math.max(fromNanos, nowNanos - burst());
        var free = Math.min(wanted, (long) ((nowNanos - fromNanos) * bytesPerNano));
        return free < Math.min(least, wanted) ? 0 : free;
    }

    void took(long bytes) {
        fromNanos += (long) Math.ceil(bytes / bytesPerNano);
    }

    /** When some of so many bytes may go. */
    long dueNanos(long wanted, long nowNanos) {
        return Math.max(nowNanos + MILLI, fromNanos + (long) Math.ceil(Math.min(least, wanted) / bytesPerNano));
    }
}
