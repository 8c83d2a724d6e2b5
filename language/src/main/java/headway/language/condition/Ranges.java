package headway.language.condition;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.List;

/** Ranges of numbers: configuration manual 7.1.2. */
final class Ranges {
    /** From and to, both included. */
    record Range(long from, long to) {}

    private final long[] from;
    private final long[] to;

    Ranges(List<Range> ranges) {
        from = ranges.stream().mapToLong(Range::from).toArray();
        to = ranges.stream().mapToLong(Range::to).toArray();
    }

    boolean hasNumber(Sample value) {
        return has(value.integer);
    }

    boolean hasLength(Sample value) {
        return has(value.length);
    }

    private boolean has(long number) {
        for (var i = 0; i < from.length; i++) if (number >= from[i] && number <= to[i]) return true;
        return false;
    }

    static boolean isOperator(String word) {
        return switch (word) {
            case "eq", "ge", "gt", "le", "lt" -> true;
            default -> false;
        };
    }

    /** {@code 200}, {@code 200:299}, {@code 200:}, {@code :299}, after an operator or {@code eq}. */
    static Range parse(String operator, String text) throws BindException {
        var colon = text.indexOf(':');
        var low = number(text, colon < 0 ? text : text.substring(0, colon), Long.MIN_VALUE);
        var high = colon < 0 ? low : number(text, text.substring(colon + 1), Long.MAX_VALUE);
        if (text.isEmpty() || text.equals(":")) throw new BindException("'" + text + "' is not a number");
        if (low > high) throw new BindException("'" + text + "' is not a valid number range");
        return switch (operator) {
            case "ge" -> new Range(low, Long.MAX_VALUE);
            case "gt" -> high == Long.MAX_VALUE ? new Range(1, 0) : new Range(high + 1, Long.MAX_VALUE);
            case "le" -> new Range(Long.MIN_VALUE, high);
            case "lt" -> low == Long.MIN_VALUE ? new Range(1, 0) : new Range(Long.MIN_VALUE, low - 1);
            default -> new Range(low, high);
        };
    }

    private static long number(String whole, String text, long absent) throws BindException {
        if (text.isEmpty()) return absent;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BindException("'" + whole + "' is not a number");
        }
    }
}
