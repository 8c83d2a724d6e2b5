package headway.base.units;

import java.util.OptionalLong;

/** A number of bytes as a configuration writes it: digits and perhaps {@code k}, {@code m} or {@code g}. Configuration manual 2.6. */
public final class Size {
    private Size() {}

    /** Nothing when it is no size or more than 63 bits hold. */
    public static OptionalLong parse(String text) {
        var end = text.length();
        var shift = end == 0 ? 0 : shift(text.charAt(end - 1));
        if (shift > 0) end--;
        if (end == 0 || end > 15) return OptionalLong.empty();
        var value = 0L;
        for (var i = 0; i < end; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return OptionalLong.empty();
            value = value * 10 + digit;
        }
        return value > Long.MAX_VALUE >> shift ? OptionalLong.empty() : OptionalLong.of(value << shift);
    }

    private static int shift(char unit) {
        return switch (unit) {
            case 'k', 'K' -> 10;
            case 'm', 'M' -> 20;
            case 'g', 'G' -> 30;
            default -> 0;
        };
    }
}
