package headway.traffic.persist;

import headway.base.memory.Slab;

/** The times that {@code maxidle} and {@code maxlife} put into a cookie: seconds since 1970 in units of four, five digits in base 64. */
final class VisitTime {
    static final int LENGTH = 5;
    static final int NONE = 0;
    private static final int SECONDS = 4;
    /** What lies further ahead is a mistake of some clock, and not to be believed. */
    private static final int AHEAD = 86_400 / SECONDS;

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private VisitTime() {}

    static int now(long wallMillis) {
        return (int) (wallMillis / 1000 / SECONDS);
    }

    /** Five characters, or {@link #NONE} when they are no time. */
    static int read(int at, int length) {
        if (length < LENGTH) return NONE;
        var time = 0;
        for (var i = 0; i < LENGTH; i++) {
            var digit = DIGITS.indexOf(Slab.byteAt(at + i));
            if (digit < 0) return NONE;
            time = time << 6 | digit;
        }
        return time;
    }

    static int write(int at, int time) {
        for (var i = 0; i < LENGTH; i++) Slab.putByte(at + i, (byte) DIGITS.charAt(time >> 6 * (LENGTH - 1 - i) & 63));
        return at + LENGTH;
    }

    /** It is longer ago than so many seconds, or too far ahead. */
    static boolean isOver(int time, int now, int seconds) {
        if (time == NONE || seconds == 0) return false;
        return (long) (now - time) * SECONDS > seconds || time - now > AHEAD;
    }
}
