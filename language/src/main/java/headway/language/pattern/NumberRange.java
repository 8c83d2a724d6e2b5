package headway.language.pattern;

import headway.language.sample.BindException;

/**
 * A range of numbers as a pattern writes it, both ends included: configuration manual 7.1.2. A minus sign separates the ends as a colon does, as watched, so {@code 7-9}
 * is a range, and so is {@code -5}, which means up to 5; behind a separator it is a sign.
 */
public record NumberRange(long from, long to) {
    public static boolean isOperator(String word) {
        return switch (word) {
            case "eq", "ge", "gt", "le", "lt" -> true;
            default -> false;
        };
    }

    /** Whole numbers. */
    static NumberRange parse(String text) throws BindException {
        return parse(text, false);
    }

    /** Numbers of versions: {@code 3.1} is 3 times 65,536 and 1. */
    static NumberRange parseDotted(String text) throws BindException {
        return parse(text, true);
    }

    private static NumberRange parse(String text, boolean isDotted) throws BindException {
        var separator = separator(text);
        if (separator < 0) {
            var number = number(text, isDotted);
            return new NumberRange(number, number);
        }
        var low = text.substring(0, separator);
        var high = text.substring(separator + 1);
        if (low.isEmpty() && high.isEmpty()) throw invalidRange(text, isDotted);
        try {
            var from = low.isEmpty() ? Long.MIN_VALUE : number(low, isDotted);
            var to = high.isEmpty() ? Long.MAX_VALUE : number(high, isDotted);
            if (from > to) throw invalidRange(text, isDotted);
            return new NumberRange(from, to);
        } catch (BindException e) {
            throw invalidRange(text, isDotted);
        }
    }

    private static int separator(String text) {
        for (var i = 0; i < text.length(); i++) if (text.charAt(i) == ':' || text.charAt(i) == '-') return i;
        return -1;
    }

    private static BindException invalidRange(String text, boolean isDotted) {
        return new BindException("'" + text + "' is not a valid " + (isDotted ? "dotted " : "") + "number range");
    }

    private static long number(String text, boolean isDotted) throws BindException {
        try {
            if (text.indexOf('+') >= 0) throw new NumberFormatException();
            return isDotted ? dotted(text) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BindException("'" + text + "' is not a " + (isDotted ? "dotted " : "") + "number");
        }
    }

    private static long dotted(String text) {
        var dot = text.indexOf('.');
        var major = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
        var minor = dot < 0 ? 0 : Long.parseLong(text.substring(dot + 1));
        if (major < 0 || major > 65535 || minor < 0 || minor > 65535) throw new NumberFormatException();
        return major << 16 | minor;
    }

    /**
     * The pattern that means the same as another one behind an operator. HAProxy takes no notice of an operator before a range.
     *
     * @param operator {@code eq} and the like
     */
    public static String behind(String operator, String text, boolean isDotted) throws BindException {
        var isRange = separator(text) >= 0;
        var range = isRange || operator.equals("eq") ? parse(text, isDotted) : operand(text, isDotted);
        if (isRange) return text;
        return switch (operator) {
            case "ge" -> text + ":";
            case "le" -> ":" + text;
            case "gt" -> text(range.to + 1, isDotted) + ":";
            case "lt" -> ":" + text(range.from - 1, isDotted);
            default -> text;
        };
    }

    private static NumberRange operand(String text, boolean isDotted) throws BindException {
        try {
            return parse(text, isDotted);
        } catch (BindException e) {
            throw new BindException("'" + text + "' is neither a number nor a supported operator");
        }
    }

    private static String text(long number, boolean isDotted) {
        return isDotted ? (number >> 16) + "." + (number & 65535) : String.valueOf(number);
    }
}
