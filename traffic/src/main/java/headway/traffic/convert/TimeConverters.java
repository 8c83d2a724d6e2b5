package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import java.util.ArrayList;
import java.util.List;

/** Times since 1970 as texts, and dates of fields as times. */
final class TimeConverters {
    /** As watched: more bits are not looked at, so that a negative number is a time far away. */
    private static final long BITS = (1L << 55) - 1;

    static final List<ConverterEntry> TABLE = table();

    private TimeConverters() {}

    private static List<ConverterEntry> table() {
        var table = new ArrayList<ConverterEntry>();
        table.add(converter("http_date", SINT, STR)
                .summary(
                        "A time since 1970 as a date of RFC 9110 5.6.7, with an offset; in seconds, or with a fraction in ms or us.")
                .example("int(1420070400),http_date", "", "Thu, 01 Jan 2015 00:00:00 GMT")
                .example("int(951782400),http_date(86399)", "", "Tue, 29 Feb 2000 23:59:59 GMT")
                .example("int(1420070400123),http_date(0,ms)", "", "Thu, 01 Jan 2015 00:00:00.123 GMT")
                .example("int(1420070400002),http_date(0,ms)", "", "Thu, 01 Jan 2015 00:00:00.2 GMT")
                .binds(orElse(integer("offset"), 0L), orElse(string("unit"), "s"), TimeConverters::date));
        table.add(converter("date", STR, SINT)
                .summary("The time since 1970 that a date of HTTP names, in any of the three forms of RFC 9110 5.6.7.")
                .example("str('Sun, 06 Nov 1994 08:49:37 GMT'),date", "", "784111777")
                .example("str('Sunday, 06-Nov-94 08:49:37 GMT'),date", "", "784111777")
                .example("str('Sun Nov  6 08:49:37 1994'),date", "", "784111777")
                .binds(HttpDates::read));
        for (var unit : Unit.values()) {
            table.add(written(unit, true));
            table.add(written(unit, false));
        }
        return table;
    }

    /** What a number counts. */
    private enum Unit {
        S("s", 1, "seconds"),
        MS("ms", 1_000, "milliseconds"),
        US("us", 1_000_000, "microseconds");

        private final String word;
        private final long perSecond;
        private final String inFull;

        Unit(String word, long perSecond, String inFull) {
            this.word = word;
            this.perSecond = perSecond;
            this.inFull = inFull;
        }
    }

    private static ConverterEntry written(Unit unit, boolean local) {
        var name = (unit == Unit.S ? "" : unit.word + "_") + (local ? "ltime" : "utime");
        var number = "int(" + 784_111_777L * unit.perSecond + ")";
        var fraction = unit == Unit.S ? "" : ".%3N";
        return converter(name, SINT, STR)
                .summary("A time in " + unit.inFull + " since 1970, in " + (local ? "local time" : "UTC")
                        + ", by a format of strftime(3)" + (unit == Unit.S ? "" : " with %N for fractions")
                        + "; an offset is added first.")
                // The place where tests run may be anywhere: its offset is undone by asking for the seconds.
                .example(
                        number + "," + name + (local ? "(%s" : "(%Y%m%d%H%M%S") + fraction + ")",
                        "",
                        (local ? "784111777" : "19941106084937") + (fraction.isEmpty() ? "" : ".000"))
                .example(
                        number + "," + name + (local ? "(%s," : "(%S,") + unit.perSecond + ")",
                        "",
                        local ? "784111778" : "38")
                .binds(string("format"), orElse(integer("offset"), 0L), (format, offset) -> {
                    var bound = TimeFormat.of(format, unit.perSecond, local ? new LocalZone() : null);
                    return writer(bound, offset, unit.perSecond);
                });
    }

    private static Converter writer(TimeFormat format, long offset, long perSecond) {
        return (scope, value) -> {
            var time = value.integer + offset;
            return format.write(scope, value, time / perSecond & BITS, time % perSecond);
        };
    }

    private static Converter date(long offset, String unit) throws BindException {
        for (var known : Unit.values()) {
            if (known.word.equals(unit)) return writer(TimeFormat.ofHttp(known.perSecond), offset, known.perSecond);
        }
        throw new BindException("expects 's', 'ms' or 'us', got '" + unit + "'");
    }
}
