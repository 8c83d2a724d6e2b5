package headway.language.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of the JDK's, which tries one way after the other: with a bound on how often it may look at a character. What has not matched by then does not. */
final class SteppingRegex implements Regex.Engine {
    /** As many steps as PCRE makes at most. */
    private static final int MOST_STEPS = 10_000_000;

    private final Pattern pattern;
    /** The group at which what matches begins, 0 as a rule. */
    private final int kept;

    SteppingRegex(String text, boolean ignoresCase) {
        var syntax = new SteppingSyntax(text);
        // To PCRE, as HAProxy uses it, only a line feed ends a line.
        var flags = Pattern.UNIX_LINES | (ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
        pattern = Pattern.compile(syntax.translated(), flags);
        kept = syntax.kept();
    }

    @Override
    public int[] find(String value, int from) {
        var matcher = pattern.matcher(new Counted(value, new int[] {MOST_STEPS}))
                .region(from, value.length())
                // As watched: behind a replaced match there is no begin of the value, and nothing to look back at.
                .useAnchoringBounds(false);
        try {
            return matcher.find() ? places(matcher) : Regex.NOTHING;
        } catch (TooManySteps | StackOverflowError e) {
            return Regex.NOTHING;
        }
    }

    private int[] places(Matcher matcher) {
        var count = matcher.groupCount() + (kept > 0 ? 0 : 1);
        var places = new int[2 * count];
        for (var i = 0; i < count; i++) {
            var group = kept > 0 && i >= kept ? i + 1 : i;
            places[2 * i] = matcher.start(group);
            places[2 * i + 1] = matcher.end(group);
        }
        // Not on the way that has matched: then it did not count.
        if (kept > 0 && matcher.start(kept) >= 0) places[0] = matcher.start(kept);
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
