package headway.language.table;

import headway.base.units.Duration;
import headway.base.units.Duration.Unit;
import headway.base.units.Size;
import headway.language.syntax.Mistake;

/** The types of arguments that many directives share, with HAProxy's words for what is wrong. */
public final class Forms {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Forms() {}

    /** A whole number within bounds. */
    static Argument<Integer> integer(int least, int most) {
        return new Argument<>("<number>", words -> {
            if (!words.has()) throw words.mistake("'" + words.keyword() + "' expects an integer argument.");
            var word = words.next();
            try {
                var value = Integer.parseInt(word);
                if (value >= least && value <= most) return value;
            } catch (NumberFormatException e) {
                throw words.mistake("'" + words.keyword() + "' expects an integer argument, got '" + word + "'.");
            }
            throw words.mistake(bounds(words.keyword(), least, most, word));
        });
    }

    private static String bounds(String keyword, int least, int most, String word) {
        if (most == Integer.MAX_VALUE) return "'" + keyword + "' must be at least " + least + " (got " + word + ").";
        return "'" + keyword + "' value must be between " + least + " and " + most + " (was " + word + ")";
    }

    /** A whole number that is not negative. */
    static Argument<Integer> count() {
        return integer(0, Integer.MAX_VALUE);
    }

    /** A time in nanoseconds; without a unit in milliseconds. */
    static Argument<Long> time() {
        return time(Unit.MILLISECOND);
    }

    static Argument<Long> seconds() {
        return time(Unit.SECOND);
    }

    private static Argument<Long> time(Unit unit) {
        return new Argument<>("<time>", words -> {
            var name = words.keyword();
            var unitName = unit == Unit.SECOND ? "seconds" : "milliseconds";
            if (!words.has()) throw words.mistake("'" + name + "' expects an integer value (in " + unitName + ")");
            var word = words.next();
            return switch (Duration.parse(word, unit)) {
                case Duration.Of(var nanos) -> nanos;
                case Duration.Unexpected(var c) ->
                    throw words.mistake("unexpected character '" + c + "' in '" + name + "'");
                case Duration.Overflow _ ->
                    throw words.mistake("timer overflow in argument '" + word + "' to '" + name
                            + "' (maximum value is 2147483647 ms or ~24.8 days)");
                case Duration.Underflow _ ->
                    throw words.mistake("timer underflow in argument '" + word + "' to '" + name
                            + "' (minimum non-null value is 1 ms)");
            };
        });
    }

    /** A time in whole milliseconds, as sockets take it. */
    static Argument<Integer> millis() {
        return new Argument<>("<time>", words -> (int) (time().read(words) / NANOS_PER_MILLI));
    }

    /** A number of bytes. */
    static Argument<Integer> size() {
        return new Argument<>("<size>", words -> {
            if (!words.has()) throw words.mistake("'" + words.keyword() + "' expects a size.");
            var word = words.next();
            var size = Size.parse(word);
            if (size.isEmpty() || size.getAsLong() > Integer.MAX_VALUE)
                throw words.mistake("'" + words.keyword() + "' expects a size, got '" + word + "'.");
            return (int) size.getAsLong();
        });
    }

    /** Any word. */
    static Argument<String> word(String what) {
        return new Argument<>("<" + what + ">", words -> {
            if (!words.has())
                throw words.mistake("'" + words.keyword() + "' expects " + article(what) + " as an argument.");
            return words.next();
        });
    }

    private static String article(String what) {
        return ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    /** The rest of the line. */
    static Argument<String> rest(String what) {
        return new Argument<>("<" + what + ">", words -> {
            if (!words.has()) throw words.mistake("'" + words.keyword() + "' expects a " + what + " argument.");
            return words.rest();
        });
    }

    static Argument<Boolean> onOff() {
        return new Argument<>("{ on | off }", words -> {
            if (words.takes("on")) return true;
            if (words.takes("off")) return false;
            var word = words.next();
            throw new Mistake(
                    words.at(), "'" + words.keyword() + "' expects either 'on' or 'off' but got '" + word + "'.");
        });
    }
}
