package headway.language.pattern;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of the JDK's, which tries one way after the other: with a bound on how often it may look at a character. What has not matched by then does not. */
final class SteppingRegex implements Regex.Engine {
    /** As many steps as PCRE makes at most. */
    private static final int MOST_STEPS = 10_000_000;

    private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)([a-z]+):]");

    private final Pattern pattern;

    SteppingRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Character classes as PCRE writes them, in the JDK's words. */
    static String translate(String text) {
        return POSIX.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        "\\" + (m.group(1).isEmpty() ? "p" : "P") + "{" + name(m.group(2)) + "}"));
    }

    private static String name(String posix) {
        return switch (posix) {
            case "xdigit" -> "XDigit";
            case "ascii" -> "ASCII";
            default -> posix.substring(0, 1).toUpperCase(Locale.ROOT) + posix.substring(1);
        };
    }

    @Override
    public int[] find(String value) {
        var matcher = pattern.matcher(new Counted(value, new int[] {MOST_STEPS}));
        try {
            if (!matcher.find()) return Regex.NOTHING;
        } catch (TooManySteps | StackOverflowError e) {
            return Regex.NOTHING;
        }
        var places = new int[2 * matcher.groupCount() + 2];
        for (var i = 0; i <= matcher.groupCount(); i++) {
            places[2 * i] = matcher.start(i);
            places[2 * i + 1] = matcher.end(i);
        }
        return places;
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("", null, false, false);
        }
    }

    /**
     * A text that may be looked at so often and no more.
     *
     * @param left shared with the parts of it
     */
    private record Counted(CharSequence text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- == 0) throw new TooManySteps();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
