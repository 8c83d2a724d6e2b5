package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Scope;

/** Reads the dates of HTTP's fields (RFC 9110 5.6.7). Each form is matched against a pattern of its own letters and digits. */
final class HttpDates {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "SunMonTueWedThuFriSat";
    private static final String[] LONG_DAYS = {
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
    };
    /** D: day, B: month, Y: year of four digits, y: of two, and the time; d: day that may begin with a blank. */
    private static final String IMF = ", DD BBB YYYY HH:MM:SS GMT";

    private static final String RFC850 = ", DD-BBB-yy HH:MM:SS GMT";
    private static final String ASCTIME = " BBB dd HH:MM:SS YYYY";

    private HttpDates() {}

    /** The time becomes the value; a text that is no such date has none. */
    static boolean read(Scope scope, Sample value) {
        if (value.length < 24) return false;
        var at = value.at;
        var end = at + value.length;
        var seconds = Long.MIN_VALUE;
        if (indexOf(DAYS, at) >= 0) {
            seconds = Slab.byteAt(at + 3) == ',' ? read(at + 3, end, IMF, scope) : read(at + 3, end, ASCTIME, scope);
        }
        if (seconds == Long.MIN_VALUE) {
            var day = longDay(at, end);
            if (day > 0) seconds = read(at + day, end, RFC850, scope);
        }
        return seconds != Long.MIN_VALUE && value.integer(seconds);
    }

    /** The length of a day's name, or 0. */
    private static int longDay(int at, int end) {
        for (var day : LONG_DAYS) {
            var i = 0;
            while (i < day.length() && at + i < end && Slab.byteAt(at + i) == day.charAt(i)) i++;
            if (i == day.length()) return i;
        }
        return 0;
    }

    private static int indexOf(String names, int at) {
        for (var i = 0; i < names.length(); i += 3) {
            if (Slab.byteAt(at) == names.charAt(i)
                    && Slab.byteAt(at + 1) == names.charAt(i + 1)
                    && Slab.byteAt(at + 2) == names.charAt(i + 2)) return i / 3;
        }
        return -1;
    }

    private static long read(int at, int end, String form, Scope scope) {
        if (end - at != form.length() || !fits(at, form)) return Long.MIN_VALUE;
        var month = indexOf(MONTHS, at + form.indexOf('B')) + 1;
        var day = number(at, form, form.indexOf('D') >= 0 ? 'D' : 'd');
        var year = form.indexOf('Y') >= 0 ? number(at, form, 'Y') : fullYear(number(at, form, 'y'), scope);
        var hour = number(at, form, 'H');
        var minute = number(at, form, 'M');
        var second = number(at, form, 'S');
        // 60 is a leap second.
        if (!Calendar.isDate(year, month, day) || hour > 23 || minute > 59 || second > 60) return Long.MIN_VALUE;
        return Calendar.days(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second;
    }

    /** Whether digits stand where digits belong, and all other characters are those of the form. */
    private static boolean fits(int at, String form) {
        for (var i = 0; i < form.length(); i++) {
            var expected = form.charAt(i);
            var c = Slab.byteAt(at + i);
            var isDigit = c >= '0' && c <= '9';
            var fits =
                    switch (kind(form, i)) {
                        case 'B' -> true;
                        case 'd' -> isDigit || c == ' ' && form.charAt(i + 1) == 'd';
                        case 'D' -> isDigit;
                        default -> c == expected;
                    };
            if (!fits) return false;
        }
        return true;
    }

    /** B: a month's letter, d or D: a digit, 0: just that character. The letters of GMT are just that. */
    private static char kind(String form, int index) {
        var c = form.charAt(index);
        if (c == 'B' || c == 'd') return c;
        return "DYyHS".indexOf(c) >= 0 || c == 'M' && form.charAt(index - 1) != 'G' ? 'D' : 0;
    }

    private static int number(int at, String form, char letter) {
        var number = 0;
        for (var i = form.indexOf(letter); i < form.length() && form.charAt(i) == letter; i++) {
            var c = Slab.byteAt(at + i);
            number = number * 10 + (c == ' ' ? 0 : c - '0');
        }
        return number;
    }

    /** RFC 9110 5.6.7: what seems to be more than 50 years away is of the last century. */
    private static int fullYear(int twoDigits, Scope scope) {
        var now = (int) Calendar.year(Calendar.date(Math.floorDiv(scope.wallMillis(), 86_400_000L)));
        var year = now / 100 * 100 + twoDigits;
        return year > now + 50 ? year - 100 : year;
    }
}
