package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
    private static final long MILLI = 1_000_000;

    private long now = 123_456_789;
    private final TimerWheel wheel = new TimerWheel(now);

    private final class Noting extends Timer {
        final List<Long> fired = new ArrayList<>();

        @Override
        protected void expired() {
            fired.add(now);
        }
    }

    private void advanceTo(long nanos) {
        now = nanos;
        wheel.advance(now);
    }

    @Test
    void anEmptyWheelSleepsWithoutEnd() {
        assertThat(wheel.millisToNext(now)).isEqualTo(-1);
    }

    @Test
    void theSleepEndsNotBeforeTheDeadlineAndSoonAfter() {
        var timer = new Noting();
        wheel.arm(timer, now + 10 * MILLI + 1);
        assertThat(wheel.millisToNext(now)).isBetween(11, 12);
        advanceTo(now + 10 * MILLI);
        assertThat(timer.fired).isEmpty();
        advanceTo(now + 2 * MILLI);
        assertThat(timer.fired).hasSize(1);
        assertThat(timer.isArmed()).isFalse();
        assertThat(wheel.millisToNext(now)).isEqualTo(-1);
    }

    @Test
    void aTimerThatWasMovedEarlierFiresThen() {
        var timer = new Noting();
        var start = now;
        wheel.arm(timer, start + 5000 * MILLI);
        wheel.arm(timer, start + 50 * MILLI);
        advanceTo(start + 52 * MILLI);
        assertThat(timer.fired).hasSize(1);
        advanceTo(start + 6000 * MILLI);
        assertThat(timer.fired).hasSize(1);
    }

    @Test
    void aTimerMayArmItselfAndDisarmOthersWhileItFires() {
        var other = new Noting();
        var start = now;
        var count = new int[1];
        var timer = new Timer() {
            @Override
            protected void expired() {
                wheel.disarm(other);
                if (++count[0] < 3) wheel.arm(this, now);
            }
        };
        wheel.arm(other, start + 6 * MILLI);
        wheel.arm(timer, start + 5 * MILLI);
        for (var i = 1; i < 20; i++) advanceTo(start + i * MILLI);
        assertThat(count[0]).isEqualTo(3);
        assertThat(other.fired).isEmpty();
    }

    /** Against the plain truth, with times from a millisecond to days, moved and taken back at random. */
    @Test
    void everyTimerFiresOnceAndNeitherEarlyNorMuchTooLate() {
        var seed = 20250101L;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var timers = new ArrayList<Noting>();
        var due = new ArrayList<Long>();
        for (var i = 0; i < 3000; i++) {
            timers.add(new Noting());
            due.add(Long.MAX_VALUE);
        }
        for (var step = 0; step < 20_000; step++) {
            var i = random.nextInt(timers.size());
            var timer = timers.get(i);
            if (timer.fired.isEmpty()) {
                var deadline = random.nextInt(8) == 0
                        ? Long.MAX_VALUE
                        : now + (long) Math.exp(random.nextDouble() * 19) * MILLI + random.nextInt((int) MILLI);
                wheel.arm(timer, deadline);
                due.set(i, deadline);
            }
            var sleep = wheel.millisToNext(now);
            var before = now;
            advanceTo(now
                    + (sleep < 0
                            ? MILLI
                            : Math.min(sleep, 1 + random.nextInt(3000)) * MILLI + random.nextInt((int) MILLI)));
            check(timers, due, before);
        }
        assertThat(timers.stream().filter(timer -> !timer.fired.isEmpty()).count())
                .isGreaterThan(500);
    }

    private void check(List<Noting> timers, List<Long> due, long before) {
        for (var i = 0; i < timers.size(); i++) {
            var fired = timers.get(i).fired;
            var right = fired.isEmpty()
                    ? due.get(i) > now - 3 * MILLI
                    : fired.size() == 1
                            && due.get(i) <= fired.getFirst()
                            && (fired.getFirst() != now || due.get(i) > before - 3 * MILLI);
            if (!right) throw new AssertionError("timer due at " + due.get(i) + " fired at " + fired + ", now " + now);
        }
    }
}
