package headway.traffic.stream;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.language.model.BandwidthLimit;
import org.junit.jupiter.api.Test;

/** The clock is given: nanoseconds from a beginning. */
class PaceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN = 5 * SECOND;

    private static Pace pace(long bytes, long least) {
        var pace = new Pace();
        pace.begin(new BandwidthLimit(Position.NOWHERE, "p", false, bytes, SECOND, least), bytes, SECOND, BEGIN);
        return pace;
    }

    /** Takes all that may go at each whole millisecond; returns how many bytes have gone. */
    private static long sent(Pace pace, long millis, long wanted) {
        var sent = 0L;
        for (var i = 0; i < millis; i++) {
            var free = pace.allowance(wanted - sent, BEGIN + i * 1_000_000L);
            pace.took(free);
            sent += free;
        }
        return sent;
    }

    @Test
    void asManyBytesAsThePeriodAllowsGoInIt() {
        // What fits into twenty milliseconds may go at once, the rest at a constant speed.
        assertThat(sent(pace(100_000, 0), 1000, Long.MAX_VALUE >> 1)).isBetween(100_000L, 102_000L);
        assertThat(sent(pace(50, 0), 1000, Long.MAX_VALUE >> 1)).isBetween(49L, 52L);
    }

    @Test
    void whatIsNotUsedIsNotSavedUp() {
        var pace = pace(100_000, 0);
        assertThat(pace.allowance(1 << 30, BEGIN + 60 * SECOND)).isEqualTo(2000);
    }

    @Test
    void fewerThanTheLeastWaitForTheirTimeUnlessThereAreNoMore() {
        var pace = pace(1000, 400);
        var first = pace.allowance(10_000, BEGIN);
        assertThat(first).isEqualTo(400);
        pace.took(first);
        assertThat(pace.allowance(10_000, BEGIN + SECOND / 5)).isZero();
        assertThat(pace.dueNanos(10_000, BEGIN + SECOND / 5)).isEqualTo(BEGIN + SECOND * 2 / 5);
        assertThat(pace.allowance(10_000, BEGIN + SECOND * 2 / 5)).isEqualTo(400);
        assertThat(pace.allowance(30, BEGIN + SECOND / 5)).isEqualTo(30);
    }
}
