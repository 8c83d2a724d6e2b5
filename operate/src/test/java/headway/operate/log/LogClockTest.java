package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The time of messages. */
class LogClockTest {
    private final LogClock clock = new LogClock(ZoneOffset.UTC);

    @Test
    void microsecondsAreReal() {
        var seen = 0;
        for (var i = 0; i < 1000; i++) {
            clock.tick();
            assertThat(clock.micros()).isBetween(0, 999_999);
            if (clock.micros() % 1000 != 0) seen++;
        }
        assertThat(seen).isPositive();
    }

    @Test
    void aGivenTimeHasThoseItWasGivenWith() {
        clock.tick();
        clock.at(1_700_000_000_123L);
        assertThat(clock.date().second()).isEqualTo(1_700_000_000L);
        assertThat(clock.micros()).isEqualTo(123_000);
    }
}
