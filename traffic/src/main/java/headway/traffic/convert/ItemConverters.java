package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameters;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import java.util.List;

/** Items of lists and forms, and dates for fields. */
final class ItemConverters {
    private static final String DAYS = "ThuFriSatSunMonTueWed";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    static final List<ConverterEntry> TABLE = List.of(
            converter("param", STR, STR)
                    .summary(
                            "The value of the first parameter of a name; parameters are separated by & unless another character is given.")
                    .example("str(a=b&c=d&a=r),param(a)", "", "b")
                    .example("str(a;b=c),param(b,0x3b)", "", "c")
                    .binds(text("name"), orElse(string("delim"), "&"), ItemConverters::parameter),
            converter("add_item", STR, STR)
                    .summary("Appends a variable and a text behind a delimiter, which an empty text does not get.")
                    .example("str(a),add_item(\",\",txn.v,!)", "txn.v=b", "a,b!")
                    .example("str(),add_item(\",\",txn.v)", "txn.v=b", "b")
                    .example("str(a),add_item(\",\",txn.none)", "", "a")
                    .binds(
                            text("delim"),
                            orElse(Parameters.variable(), Operands.NO_VARIABLE),
                            orElse(text("suff"), Text.of("")),
                            ItemConverters::addItem),
            converter("http_date", SINT, STR)
                    .summary(
                            "A time since 1970 as a date of RFC 9110 5.6.7, with an offset; in seconds, or with a fraction in ms or us.")
                    .example("int(1420070400),http_date", "", "Thu, 01 Jan 2015 00:00:00 GMT")
                    .example("int(951782400),http_date(86399)", "", "Tue, 29 Feb 2000 23:59:59 GMT")
                    .example("int(1420070400123),http_date(0,ms)", "", "Thu, 01 Jan 2015 00:00:00.123 GMT")
                    .binds(orElse(integer("offset"), 0L), orElse(string("unit"), "s"), ItemConverters::date));

    private ItemConverters() {}

    private static Converter parameter(Text name, String delimiter) throws BindException {
        var separator = delimiter(delimiter);
        return (_, value) -> parameter(value, name, separator);
    }

    private static byte delimiter(String text) throws BindException {
        if (text.length() == 1) return (byte) text.charAt(0);
        if (text.matches("0x[0-9a-fA-F]{2}")) return (byte) Integer.parseInt(text.substring(2), 16);
        throw new BindException("the delimiter must be a single character or its code as 0xHH");
    }

    private static boolean parameter(Sample value, Text name, byte separator) {
        for (var from = 0; from <= value.length; ) {
            var end = from;
            while (end < value.length && Slab.byteAt(value.at + end) != separator) end++;
            var equals = from;
            while (equals < end && Slab.byteAt(value.at + equals) != '=') equals++;
            if (equals - from == name.length() && Slab.equal(value.at + from, name.at(), name.length())) {
                var start = Math.min(equals + 1, end);
                return value.text(value.at + start, end - start);
            }
            from = end + 1;
        }
        return false;
    }

    private static Converter addItem(Text delimiter, VariableRef ref, Text suffix) throws BindException {
        if (ref.slot() < 0 && suffix.length() == 0) throw new BindException("one of the last two arguments is needed");
        return (scope, value) -> addItem(scope, value, delimiter, ref, suffix);
    }

    private static boolean addItem(Scope scope, Sample value, Text delimiter, VariableRef ref, Text suffix) {
        var scratch = scope.scratch();
        var item = scratch.borrow();
        if (ref.slot() < 0 || !Operands.readText(scope, ref, item)) item.text(0, 0);
        var between = value.length > 0 && item.length + suffix.length() > 0 ? delimiter.length() : 0;
        var length = value.length + between + item.length + suffix.length();
        var fits = length <= Scratch.LIMIT;
        if (fits) {
            var at = scratch.take(length);
            Slab.copy(value.at, at, value.length);
            Slab.copy(delimiter.at(), at + value.length, between);
            Slab.copy(item.at, at + value.length + between, item.length);
            Slab.copy(suffix.at(), at + length - suffix.length(), suffix.length());
            value.text(at, length);
        }
        scratch.giveBack();
        return fits;
    }

    private static Converter date(long offset, String unit) throws BindException {
        long perSecond =
                switch (unit) {
                    case "s" -> 1;
                    case "ms" -> 1_000;
                    case "us" -> 1_000_000;
                    default -> throw new BindException("unknown unit '" + unit + "', expected s, ms or us");
                };
        return (scope, value) -> {
            var time = value.integer + offset;
            return date(scope, value, Math.floorDiv(time, perSecond), Math.floorMod(time, perSecond), perSecond);
        };
    }

    /** Days become a date by counting from March, so that the leap day is a year's last. */
    private static boolean date(Scope scope, Sample value, long seconds, long fraction, long perSecond) {
        var days = Math.floorDiv(seconds, 86_400L);
        var time = (int) Math.floorMod(seconds, 86_400L);
        var shifted = days + 719_468;
        var era = Math.floorDiv(shifted, 146_097L);
        var dayOfEra = (int) (shifted - era * 146_097);
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var march = (5 * dayOfYear + 2) / 153;
        var month = march < 10 ? march + 2 : march - 10;
        var year = yearOfEra + era * 400 + (month < 2 ? 1 : 0);
        if (year < 0 || year > 9999) return false;
        var at = scope.scratch().take(36);
        put(at, DAYS, (int) Math.floorMod(days, 7L) * 3, 3);
        put(at + 3, ", ", 0, 2);
        digits(at + 5, dayOfYear - (153 * march + 2) / 5 + 1, ' ');
        put(at + 8, MONTHS, month * 3, 3);
        put(at + 11, " ", 0, 1);
        digits(at + 12, (int) year / 100, '-');
        digits(at + 14, (int) year % 100, ' ');
        digits(at + 17, time / 3_600, ':');
        digits(at + 20, time / 60 % 60, ':');
        digits(at + 23, time % 60, '.');
        var end = at + (perSecond == 1 ? 25 : 26);
        for (var unit = perSecond / 10; unit > 0; unit /= 10) Slab.putByte(end++, (byte) ('0' + fraction / unit % 10));
        put(end, " GMT", 0, 4);
        return value.text(at, end + 4 - at);
    }

    private static void put(int at, String text, int from, int length) {
        for (var i = 0; i < length; i++) Slab.putByte(at + i, (byte) text.charAt(from + i));
    }

    /** Two digits and what follows them. */
    private static void digits(int at, int number, char next) {
        Slab.putByte(at, (byte) ('0' + number / 10));
        Slab.putByte(at + 1, (byte) ('0' + number % 10));
        Slab.putByte(at + 2, (byte) next);
    }
}
