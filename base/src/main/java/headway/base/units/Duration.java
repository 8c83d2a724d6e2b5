package headway.base.units;

/** A time as a configuration writes it: digits and a unit, or a reason why it is none. Configuration manual 2.5. */
public sealed interface Duration {
    /** HAProxy keeps times in 31 bits of milliseconds. */
    long LONGEST_NANOS = Integer.MAX_VALUE * 1_000_000L;

    record Of(long nanos) implements Duration {}

    /** Something that is neither digit nor unit. {@code character} is a space when the text ends too early. */
    record Unexpected(char character) implements Duration {}

    /** More than 24.8 days. */
    record Overflow() implements Duration {}

    /** Not null, and less than one of the unit in which it is kept. */
    record Underflow() implements Duration {}

    /** The unit of a number without one. */
    enum Unit {
        MICROSECOND(1_000L),
        MILLISECOND(1_000_000L),
        SECOND(1_000_000_000L);

        private final long nanos;

        Unit(long nanos) {
            this.nanos = nanos;
        }
    }

    /** A time that is kept in milliseconds. */
    static Duration parse(String text, Unit unit) {
        var digits = 0;
        while (digits < text.length() && Character.digit(text.charAt(digits), 10) >= 0) digits++;
        if (digits == 0) return new Unexpected(text.isEmpty() ? ' ' : text.charAt(0));
        var factor = digits == text.length() ? unit.nanos : factor(text.substring(digits));
        if (factor == 0) return new Unexpected(text.charAt(digits));
        return of(text.substring(0, digits), factor);
    }

    private static Duration of(String digits, long factor) {
        // Nothing within the limit has more digits, even in microseconds, so that a long holds the product.
        var significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 13) return new Overflow();
        var count = Long.parseLong(significant);
        if (count > LONGEST_NANOS / factor) return new Overflow();
        var nanos = count * factor;
        if (nanos > 0 && nanos < Unit.MILLISECOND.nanos) return new Underflow();
        return new Of(nanos);
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> 86_400_000_000_000L;
            default -> 0;
        };
    }
}
