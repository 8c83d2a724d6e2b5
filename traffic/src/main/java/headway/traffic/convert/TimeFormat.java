package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes times by a format of {@code strftime(3)}, as the C library does in its "C" locale. */
final class TimeFormat {
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private static final Text GMT = Text.of("GMT");
    private static final long DAY = 86_400;
    /** Room for any part that has no width. */
    private static final int ROOM = 24;

    private final TimePart[] parts;
    private final long perSecond;
    private final @Nullable LocalZone zone;
    private final int room;

    /**
     * A format of the configuration.
     *
     * @param perSecond how many units a second has in which fractions are given; 1: there are none
     * @param zone null for UTC
     */
    static TimeFormat of(String format, long perSecond, @Nullable LocalZone zone) {
        return new TimeFormat(new TimeFormatParser(format, perSecond > 1).parts(), perSecond, zone);
    }

    /** The form of RFC 9110 5.6.7; a fraction, which HTTP does not know, is written as HAProxy does: without zeros before it. */
    static TimeFormat ofHttp(long perSecond) {
        var parts = new ArrayList<>(new TimeFormatParser("%a, %d %b %Y %H:%M:%S", false).parts());
        if (perSecond > 1) {
            parts.add(TimePart.literal("."));
            parts.add(TimePart.number(TimePart.FRACTION));
        }
        parts.add(TimePart.literal(" GMT"));
        return new TimeFormat(parts, perSecond, null);
    }

    private TimeFormat(List<TimePart> parts, long perSecond, @Nullable LocalZone zone) {
        this.parts = parts.toArray(new TimePart[0]);
        this.perSecond = perSecond;
        this.zone = zone;
        var sum = 0;
        for (var part : parts)
            sum += Math.max(part.width(), Math.max(ROOM, part.literal().length()));
        room = sum;
    }

    /** Makes the written time the value. */
    boolean write(Scope scope, Sample value, long seconds, long fraction) {
        if (room > Scratch.LIMIT) return false;
        var at = scope.scratch().take(room);
        var to = at;
        for (var part : parts) to += put(to, part, seconds, fraction);
        return value.text(at, to - at);
    }

    private int put(int at, TimePart part, long seconds, long fraction) {
        var local = zone == null ? seconds : seconds + zone.at(seconds).offsetSeconds();
        return switch (part.letter()) {
            case TimePart.LITERAL ->
                putText(at, part, part.literal(), part.literal().length());
            case 'a', 'A' -> putName(at, part, DAYS[Calendar.weekday(Math.floorDiv(local, DAY))], part.letter() == 'a');
            case 'b', 'B' -> putName(at, part, MONTHS[month(local) - 1], part.letter() == 'b');
            case 'p', 'P' -> putName(at, part, local % DAY < DAY / 2 ? "AM" : "PM", false);
            case 'Z' -> {
                var name = zone == null ? GMT : zone.name(zone.at(seconds));
                yield putText(at, part, name, name.length());
            }
            case 'z' -> putOffset(at, (int) (local - seconds) / 60);
            case 'N' -> putNanos(at, part, (int) (Math.abs(fraction) * (1_000_000_000 / perSecond)));
            case TimePart.FRACTION -> putNumber(at, part, fraction);
            case 's' -> putNumber(at, part, seconds);
            default -> putNumber(at, part, number(part.letter(), local));
        };
    }

    private static int month(long local) {
        return Calendar.month(Calendar.date(Math.floorDiv(local, DAY)));
    }

    private static long number(char letter, long local) {
        var second = Math.floorMod(local, DAY);
        var hour = second / 3600;
        return switch (letter) {
            case 'H', 'k' -> hour;
            case 'I', 'l' -> (hour + 11) % 12 + 1;
            case 'M' -> second / 60 % 60;
            case 'S' -> second % 60;
            default -> numberOfDay(letter, Math.floorDiv(local, DAY));
        };
    }

    private static long numberOfDay(char letter, long day) {
        var date = Calendar.date(day);
        var year = Calendar.year(date);
        var dayOfYear = day - Calendar.days(year, 1, 1);
        var weekday = Calendar.weekday(day);
        return switch (letter) {
            case 'C' -> Math.floorDiv(year, 100L);
            case 'd', 'e' -> Calendar.day(date);
            case 'g' -> Math.floorMod(weekYear(day), 100L);
            case 'G' -> weekYear(day);
            case 'j' -> dayOfYear + 1;
            case 'm' -> Calendar.month(date);
            case 'u' -> weekday == 0 ? 7 : weekday;
            case 'U' -> (dayOfYear + 7 - weekday) / 7;
            case 'V' -> (day - Calendar.firstMonday(weekYear(day))) / 7 + 1;
            case 'w' -> weekday;
            case 'W' -> (dayOfYear + 7 - (weekday + 6) % 7) / 7;
            case 'y' -> Math.floorMod(year, 100L);
            default -> year;
        };
    }

    /** The year to which ISO 8601 counts the week of a day: that of its Thursday. */
    private static long weekYear(long day) {
        var thursday = day + 3 - Math.floorMod(Calendar.weekday(day) - 1, 7);
        return Calendar.year(Calendar.date(thursday));
    }

    private static int putNumber(int at, TimePart part, long number) {
        var scratch = at;
        var digits = Digits.put(scratch, number);
        var missing = part.pad() == '-' ? 0 : Math.max(0, part.width() - digits);
        if (missing == 0) return digits;
        Slab.copy(at, at + missing, digits);
        for (var i = 0; i < missing; i++) Slab.putByte(at + i, (byte) (part.pad() == '_' ? ' ' : '0'));
        return missing + digits;
    }

    private static int putName(int at, TimePart part, String name, boolean isShort) {
        var length = isShort ? 3 : name.length();
        var blanks = fill(at, part, length);
        for (var i = 0; i < length; i++) Slab.putByte(at + blanks + i, part.fold((byte) name.charAt(i)));
        return blanks + length;
    }

    private static int putText(int at, TimePart part, Text text, int length) {
        var blanks = fill(at, part, length);
        for (var i = 0; i < length; i++) Slab.putByte(at + blanks + i, part.fold(Slab.byteAt(text.at() + i)));
        return blanks + length;
    }

    /** What stands before a text that is narrower than asked for. */
    private static int fill(int at, TimePart part, int length) {
        var blanks = Math.max(0, part.width() - length);
        for (var i = 0; i < blanks; i++) Slab.putByte(at + i, (byte) (part.pad() == '0' ? '0' : ' '));
        return blanks;
    }

    private static int putOffset(int at, int minutes) {
        var size = Math.abs(minutes);
        Slab.putByte(at, (byte) (minutes < 0 ? '-' : '+'));
        Slab.putByte(at + 1, (byte) ('0' + size / 600));
        Slab.putByte(at + 2, (byte) ('0' + size / 60 % 10));
        Slab.putByte(at + 3, (byte) ('0' + size % 60 / 10));
        Slab.putByte(at + 4, (byte) ('0' + size % 10));
        return 5;
    }

    /** The first digits of the nanoseconds. */
    private static int putNanos(int at, TimePart part, int nanos) {
        var unit = 100_000_000;
        for (var i = 0; i < part.width(); i++, unit /= 10) Slab.putByte(at + i, (byte) ('0' + nanos / unit % 10));
        return part.width();
    }
}
