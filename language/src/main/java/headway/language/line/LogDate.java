package headway.language.line;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Wall-clock time as local calendar fields, computed once a second. Holds the fields of the second last asked for, so one of these belongs to one loop.
 */
public final class LogDate {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    /** Offsets of time zones change at these steps only. */
    private static final long OFFSET_STEP_SECONDS = 15 * 60;

    private static final int COMMON_LENGTH = "03/Nov/2026:04:24:05".length();

    /** The text of a second is written once and copied then. */
    private final int keptAt = Buffers.reserve(COMMON_LENGTH);

    private long keptSecond = Long.MAX_VALUE;
    private final ZoneId zone;
    private long second = Long.MIN_VALUE;
    private long offsetStep = Long.MIN_VALUE;
    private int offsetSeconds;
    private int year;
    private int month;
    private int day;
    private int secondOfDay;

    public LogDate(ZoneId zone) {
        this.zone = zone;
    }

    /** Moves to the second that holds this time. */
    public void at(long millis) {
        var wanted = Math.floorDiv(millis, 1000L);
        if (wanted == second) return;
        second = wanted;
        var step = Math.floorDiv(wanted, OFFSET_STEP_SECONDS);
        if (step != offsetStep) {
            offsetStep = step;
            offsetSeconds =
                    zone.getRules().getOffset(Instant.ofEpochSecond(wanted)).getTotalSeconds();
        }
        var local = wanted + offsetSeconds;
        secondOfDay = (int) Math.floorMod(local, 86_400L);
        civil(Math.floorDiv(local, 86_400L));
    }

    /** The proleptic Gregorian date of a day counted from 1970-01-01, by years that begin in March. */
    private void civil(long daysSince1970) {
        var days = daysSince1970 + 719_468;
        var era = Math.floorDiv(days, 146_097L);
        var dayOfEra = days - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shifted = (5 * dayOfYear + 2) / 153;
        day = (int) (dayOfYear - (153 * shifted + 2) / 5 + 1);
        month = (int) (shifted < 10 ? shifted + 3 : shifted - 9);
        year = (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    }

    /** {@code Nov  3 04:24:05}, of RFC 3164. */
    public void syslog(LineWriter out) {
        out.text(MONTHS[month - 1]);
        out.character(' ');
        if (day < 10) out.character(' ');
        out.number(day);
        out.character(' ');
        time(out);
    }

    /** {@code 03/Nov/2026:04:24:05}. */
    public void common(LineWriter out) {
        if (keptSecond == second) {
            out.copy(keptAt, COMMON_LENGTH);
            return;
        }
        var from = out.tail();
        out.padded(day, 2);
        out.character('/');
        out.text(MONTHS[month - 1]);
        out.character('/');
        out.padded(year, 4);
        out.character(':');
        time(out);
        if (out.tail() - from != COMMON_LENGTH) return;
        Slab.copy(from, keptAt, COMMON_LENGTH);
        keptSecond = second;
    }

    /** {@code 2026-11-03T04:24:05.123000+00:00}. */
    public void iso(LineWriter out, int micros) {
        isoSecond(out);
        out.character('.');
        out.padded(micros, 6);
        out.character(offsetSeconds < 0 ? '-' : '+');
        var offset = Math.abs(offsetSeconds);
        out.padded(offset / 3600, 2);
        out.character(':');
        out.padded(offset / 60 % 60, 2);
    }

    void isoSecond(LineWriter out) {
        out.padded(year, 4);
        out.character('-');
        out.padded(month, 2);
        out.character('-');
        out.padded(day, 2);
        out.character('T');
        time(out);
    }

    /** {@code +0100}. */
    void offset(LineWriter out) {
        out.character(offsetSeconds < 0 ? '-' : '+');
        var offset = Math.abs(offsetSeconds);
        out.padded(offset / 3600, 2);
        out.padded(offset / 60 % 60, 2);
    }

    public int year() {
        return year;
    }

    /** From 1 on. */
    public int month() {
        return month;
    }

    /** The name of a month, 1 to 12; of another number, that of the nearest. */
    public static String month(int number) {
        return MONTHS[Math.clamp(number, 1, MONTHS.length) - 1];
    }

    private void time(LineWriter out) {
        out.padded(secondOfDay / 3600, 2);
        out.character(':');
        out.padded(secondOfDay / 60 % 60, 2);
        out.character(':');
        out.padded(secondOfDay % 60, 2);
    }

    /** Changes with the second, so whoever keeps a text made from it knows when it is stale. */
    public long second() {
        return second;
    }
}
