package headway.wire.engine.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
    private static final long MILLI = 1_000_000;

    private final Usage usage = new Usage();
    private long now = 1_000 * MILLI;

    private void turn(long waits, long works) {
        usage.waits(now);
        now += waits * MILLI;
        usage.woke(now);
        now += works * MILLI;
    }

    @Test
    void aStretchTellsHowMuchOfItWasWork() {
        usage.on();
        turn(10, 30);
        turn(10, 30);
        // It ends with the wake-up after 50 ms: 20 of waiting, 30 of work.
        assertThat(usage.percent(now)).isEqualTo(60);
    }

    @Test
    void theNextStretchCountsAnew() {
        usage.on();
        turn(0, 0);
        for (var i = 0; i < 10; i++) turn(0, 10);
        for (var i = 0; i < 20; i++) turn(9, 1);
        assertThat(usage.percent(now)).isEqualTo(10);
    }

    @Test
    void oneThatWaitsForLongIsIdleAlreadyBeforeItIsWoken() {
        usage.on();
        turn(0, 0);
        for (var i = 0; i < 10; i++) turn(0, 10);
        usage.waits(now);
        assertThat(usage.percent(now + 49 * MILLI)).isEqualTo(100);
        assertThat(usage.percent(now + 50 * MILLI)).isZero();
    }

    @Test
    void nothingIsMeasuredUntilSomebodyWantsIt() {
        for (var i = 0; i < 10; i++) turn(0, 10);
        assertThat(usage.percent(now)).isZero();
    }
}
