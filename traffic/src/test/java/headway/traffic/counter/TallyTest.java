package headway.traffic.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally(2);

    @Test
    void whatLoopsCountIsSummed() {
        tally.add(0, Count.BYTES_IN, 100);
        tally.add(1, Count.BYTES_IN, 23);
        assertThat(tally.sum(Count.BYTES_IN)).isEqualTo(123);
    }

    @Test
    void statusesFallIntoTheirClasses() {
        for (var status : new int[] {100, 204, 302, 404, 599, 600, 0, 99}) tally.response(0, status);
        assertThat(tally.sum(Count.RESPONSES_1XX)).isEqualTo(1);
        assertThat(tally.sum(Count.RESPONSES_2XX)).isEqualTo(1);
        assertThat(tally.sum(Count.RESPONSES_3XX)).isEqualTo(1);
        assertThat(tally.sum(Count.RESPONSES_4XX)).isEqualTo(1);
        assertThat(tally.sum(Count.RESPONSES_5XX)).isEqualTo(1);
        assertThat(tally.sum(Count.RESPONSES_OTHER)).isEqualTo(3);
    }

    @Test
    void gaugesRememberTheirHighest() {
        tally.sessions.enter();
        tally.sessions.enter();
        tally.sessions.leave();
        assertThat(tally.sessions.current()).isEqualTo(1);
        assertThat(tally.sessions.highest()).isEqualTo(2);
        tally.clearMaxima();
        assertThat(tally.sessions.highest()).isEqualTo(1);
    }

    @Test
    void averagesOfFewValuesAreExactAndOfManyTheRecentOnes() {
        for (var value : new long[] {10, 20, 33}) tally.totalTime.add(0, value);
        assertThat(tally.totalTime.average()).isEqualTo(21);
        assertThat(tally.totalTime.largest()).isEqualTo(33);
        for (var i = 0; i < 20_000; i++) tally.totalTime.add(0, 5);
        assertThat(tally.totalTime.average()).isBetween(5L, 6L);
    }

    @Test
    void clearForgetsAllButWhatIsThere() {
        tally.add(0, Count.REQUESTS);
        tally.add(0, Count.H1_OPEN_CONNECTIONS);
        tally.queued.enter();
        tally.clear();
        assertThat(tally.sum(Count.REQUESTS)).isZero();
        assertThat(tally.sum(Count.H1_OPEN_CONNECTIONS)).isEqualTo(1);
        assertThat(tally.queued.current()).isEqualTo(1);
    }

    @Test
    void theLastSessionIsSoManySecondsAgo() {
        assertThat(tally.secondsSinceLastSession(9)).isEqualTo(-1);
        tally.given(1_000_000_000L);
        assertThat(tally.secondsSinceLastSession(4_500_000_000L)).isEqualTo(3);
    }
}
