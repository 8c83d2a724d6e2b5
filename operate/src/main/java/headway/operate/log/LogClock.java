package headway.operate.log;

import headway.language.line.LogDate;
import java.time.ZoneId;

/** The time of the message at hand; one loop's. */
final class LogClock {
    private final LogDate date;
    private int micros;

    LogClock(ZoneId zone) {
        date = new LogDate(zone);
    }

    /** The time is now. */
    void tick() {
        at(System.currentTimeMillis());
    }

    void at(long millis) {
        date.at(millis);
        micros = (int) Math.floorMod(millis, 1000L) * 1000;
    }

    LogDate date() {
        return date;
    }

    /** Of its second. */
    int micros() {
        return micros;
    }
}
