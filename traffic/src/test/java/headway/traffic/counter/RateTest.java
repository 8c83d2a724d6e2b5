package headway.traffic.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {
    private static final long SECOND = 1_000_000_000L;

    private final Rate rate = new Rate(2);

    private void add(int loop, int count, long nanos) {
        for (var i = 0; i < count; i++) rate.add(loop, nanos);
    }

    @Test
    void thisSecondCountsWholeAndTheLastOneForThePartWithinReach() {
        add(0, 10, 5 * SECOND);
        add(0, 3, 6 * SECOND);
        assertThat(rate.perSecond(6 * SECOND + SECOND / 4)).isEqualTo(3 + 7);
        assertThat(rate.perSecond(6 * SECOND + SECOND / 2)).isEqualTo(3 + 5);
    }

    @Test
    void loopsAreAddedUp() {
        add(0, 10, 5 * SECOND);
        add(1, 20, 5 * SECOND);
        assertThat(rate.perSecond(5 * SECOND + 1)).isEqualTo(30);
        assertThat(rate.highest()).isEqualTo(30);
    }

    @Test
    void aLoopThatFellSilentDoesNotCountForEver() {
        add(0, 10, 5 * SECOND);
        assertThat(rate.perSecond(7 * SECOND)).isZero();
        add(1, 4, 7 * SECOND);
        assertThat(rate.perSecond(7 * SECOND)).isEqualTo(4);
    }

    @Test
    void theBestSecondIsThatOfAllLoopsTogether() {
        add(0, 5, SECOND);
        add(1, 6, SECOND);
        add(0, 1, 9 * SECOND);
        add(1, 1, 9 * SECOND);
        assertThat(rate.highest()).isEqualTo(11);
        rate.clearHighest();
        assertThat(rate.highest()).isEqualTo(2);
    }

    @Test
    void oneEventDoesNotFlap() {
        add(0, 1, 5 * SECOND);
        assertThat(rate.perSecond(6 * SECOND + SECOND / 2)).isEqualTo(1);
    }
}
