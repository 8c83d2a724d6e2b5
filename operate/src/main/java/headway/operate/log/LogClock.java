package headway.operate.log;

import headway.language.line.LogDate;
import java.time.Instant;
import java.time.ZoneId;

/** The time of the message at hand; one loop's. Microseconds cost something only when they are asked for. */
final class LogClock {
    /** By how much the two clocks of the system may differ before it is taken for a change of the time of day. */
    private static final long TOLERANCE_MICROS = 2000;

    private final LogDate date;
    private long millis;
    private boolean isNow;
    /** The time of day in microseconds at a moment of {@link System#nanoTime}: Java tells the former only by making an object. */
    private long anchorMicros;

    private long anchorNanos;

    LogClock(ZoneId zone) {
        date = new LogDate(zone);
        anchor();
    }

    private void anchor() {
        var now = Instant.now();
        anchorNanos = System.nanoTime();
        anchorMicros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }

    /** The time is now. */
    void tick() {
        at(System.currentTimeMillis());
        isNow = true;
    }

    void at(long time) {
        date.at(time);
        millis = time;
        isNow = false;
    }

    LogDate date() {
        return date;
    }

    /** Of its second. */
    int micros() {
        var micros = (int) Math.floorMod(millis, 1000L) * 1000;
        return isNow ? micros + sinceMillisecond() : micros;
    }

    private int sinceMillisecond() {
        if (Math.abs(precise() - System.currentTimeMillis() * 1000) > TOLERANCE_MICROS) anchor();
        return Math.clamp(precise() - millis * 1000, 0, 999);
    }

    private long precise() {
        return anchorMicros + (System.nanoTime() - anchorNanos) / 1000;
    }
}
