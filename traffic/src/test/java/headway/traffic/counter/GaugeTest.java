package headway.traffic.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GaugeTest {
    private final Gauge gauge = new Gauge();

    @Test
    void aKeptPlaceCountsForTheLimitAndForNothingElse() {
        assertThat(gauge.reserveBelow(2)).isTrue();
        assertThat(gauge.enterBelow(2)).isTrue();
        assertThat(gauge.enterBelow(2)).isFalse();
        assertThat(gauge.reserveBelow(2)).isFalse();
        assertThat(gauge.current()).isEqualTo(1);
        assertThat(gauge.highest()).isEqualTo(1);

        gauge.arrive();
        assertThat(gauge.current()).isEqualTo(2);
        assertThat(gauge.highest()).isEqualTo(2);
    }

    @Test
    void aReleasedPlaceIsFreeAgain() {
        gauge.reserveBelow(1);
        gauge.release();
        assertThat(gauge.enterBelow(1)).isTrue();
        assertThat(gauge.leave()).isZero();
        assertThat(gauge.highest()).isEqualTo(1);
    }
}
