package headway.traffic.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final RateLimit limit = new RateLimit(3);

    @Test
    void afterAFullSecondTheOthersComeEvenly() {
        var now = 7 * SECOND;
        for (var i = 0; i < 3; i++) assertThat(limit.take(now)).isZero();

        assertThat(limit.take(now)).isEqualTo(SECOND + 1);
        // Of the three only two and a bit lie within one second from here on.
        now += SECOND + MILLI;
        assertThat(limit.take(now)).isZero();
        var pause = limit.take(now);
        assertThat((double) pause).isBetween(300.0 * MILLI, 334.0 * MILLI);
        assertThat(limit.take(now + pause - MILLI)).isPositive();
        assertThat(limit.take(now + pause)).isZero();
    }

    @Test
    void aSecondWithoutAnyEventForgetsAll() {
        for (var i = 0; i < 3; i++) limit.take(SECOND);
        for (var i = 0; i < 3; i++) assertThat(limit.take(3 * SECOND)).isZero();
        assertThat(limit.take(3 * SECOND)).isPositive();
    }

    @Test
    void whatDidNotTakePlaceDoesNotCount() {
        for (var i = 0; i < 3; i++) limit.take(SECOND);
        limit.giveBack();
        assertThat(limit.take(SECOND)).isZero();
        assertThat(limit.take(SECOND)).isPositive();
    }

    @Test
    void noLimitLetsAllIn() {
        limit.limit(0);
        for (var i = 0; i < 100; i++) assertThat(limit.take(SECOND)).isZero();
    }

    @Test
    void aWaitThatIsOverLetsIn() {
        var now = SECOND + 123_456_789L;
        for (var i = 0; i < 20; i++) {
            var pause = limit.take(now);
            if (pause > 0) assertThat(limit.take(now + pause)).as("after %d", i).isZero();
            now += pause;
        }
    }
}
