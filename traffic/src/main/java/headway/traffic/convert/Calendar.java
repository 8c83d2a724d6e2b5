package headway.traffic.convert;

/** Days since 1970 as dates and back, in the Gregorian calendar; a date is one number. */
final class Calendar {
    private Calendar() {}

    /** The date of a day. Counted from March, so that the leap day is a year's last. */
    static long date(long days) {
        var shifted = days + 719_468;
        var era = Math.floorDiv(shifted, 146_097L);
        var dayOfEra = (int) (shifted - era * 146_097);
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var march = (5 * dayOfYear + 2) / 153;
        var month = march < 10 ? march + 3 : march - 9;
        var year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
        return year << 9 | month << 5 | dayOfYear - (153 * march + 2) / 5 + 1;
    }

    static long year(long date) {
        return date >> 9;
    }

    /** From 1. */
    static int month(long date) {
        return (int) (date >> 5) & 15;
    }

    static int day(long date) {
        return (int) date & 31;
    }

    /** The day of a date. */
    static long days(long year, int month, int day) {
        var march = month > 2 ? month - 3 : month + 9;
        var years = month > 2 ? year : year - 1;
        var era = Math.floorDiv(years, 400L);
        var yearOfEra = years - era * 400;
        var dayOfYear = (153 * march + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** 0 is Sunday. */
    static int weekday(long days) {
        return (int) Math.floorMod(days + 4, 7L);
    }

    /** The Monday of the first week of a year as ISO 8601 counts them: the one with its fourth of January. */
    static long firstMonday(long year) {
        var fourth = days(year, 1, 4);
        return fourth - Math.floorMod(weekday(fourth) - 1, 7);
    }

    /** Whether a month has that day. */
    static boolean isDate(long year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= days(month == 12 ? year + 1 : year, month % 12 + 1, 1) - days(year, month, 1);
    }
}
