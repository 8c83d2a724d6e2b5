package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.sample.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Patterns that are texts find what a search from the first to the last one finds. */
final class TextsTest {
    private static final int ROUNDS = 300;

    @Test
    void prefixesGiveTheLongestAndTheOthersTheFirst() throws BindException {
        assertThat(Finder.of(MatchMethod.BEG, "/a", "/abc", "/ab").pattern("/abcd"))
                .isEqualTo("/abc");
        assertThat(Finder.of(MatchMethod.END, ".com", "a.com").pattern("a.com")).isEqualTo(".com");
        assertThat(Finder.of(MatchMethod.SUB, "b", "abc").pattern("abc")).isEqualTo("b");
        assertThat(Finder.of(MatchMethod.DIR, "/x/y", "x").pattern("/x/y")).isEqualTo("/x/y");
        assertThat(Finder.of(MatchMethod.DOM, ".b.c.", "b").pattern("a.b.c")).isEqualTo(".b.c.");
        assertThat(Finder.of(MatchMethod.STR, "a", "b", "a").find("a")).isZero();
    }

    /** Watched: delimiters alone are nowhere, and those inside a pattern count. */
    @Test
    void delimitersAtTheEndsOfAPatternDoNotCount() throws BindException {
        assertThat(Finder.of(MatchMethod.DIR, "/").pattern("/")).isNull();
        assertThat(Finder.of(MatchMethod.DOM, ".", "/").pattern("a./b")).isNull();
        assertThat(Finder.of(MatchMethod.DIR, "a//b").pattern("/x/a//b")).isEqualTo("a//b");
        assertThat(Finder.of(MatchMethod.DIR, "a").pattern("a.b")).isNull();
        assertThat(Finder.of(MatchMethod.DOM, "a.b:80").pattern("http://x.a.b:80/c?d"))
                .isEqualTo("a.b:80");
    }

    @Test
    void binaryPatternsAreHexadecimal() throws BindException {
        var finder = Finder.of(MatchMethod.BIN, "616200", "4a");
        assertThat(finder.pattern("ab\0")).isEqualTo("616200");
        assertThat(finder.pattern("J")).isEqualTo("4a");
        assertThat(finder.pattern("ab")).isNull();
    }

    @Test
    void knownMethodsAreTheSameInAnyCaseOfThePatternOnlyWhenTheyAreKnown() throws BindException {
        var finder = new Finder(MatchMethod.METH, true, List.of("GET", "foo"));
        var value = new headway.language.sample.Sample();
        Finder.text(value, "FOO");
        value.method(0, value.at, value.length);
        assertThat(finder.find(value)).isEqualTo(1);
        value.method(headway.http.Method.GET, value.at, 0);
        assertThat(finder.find(value)).isZero();
        value.method(headway.http.Method.HEAD, value.at, 0);
        assertThat(finder.find(value)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STR", "BEG", "END", "SUB", "DIR", "DOM"})
    void randomPatternsAreFoundAsBySearching(MatchMethod method) throws BindException {
        var seed = Long.getLong("headway.seed", 20261125L);
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var folded = random.nextBoolean();
            var patterns = texts(random, 1 + random.nextInt(12));
            var finder = new Finder(method, folded, patterns.subList(0, patterns.size() / 2));
            for (var late : patterns.subList(patterns.size() / 2, patterns.size())) finder.add(late);
            var live = new ArrayList<>(patterns);
            for (var i = random.nextInt(patterns.size() + 1); i > 0; i--) {
                var gone = random.nextInt(patterns.size());
                if (live.set(gone, null) != null) finder.remove(gone);
            }
            for (var value : texts(random, 30)) {
                assertThat(finder.find(value))
                        .as("seed %d: -m %s of %s in %s, folded: %s", seed, method.word(), value, live, folded)
                        .isEqualTo(search(method, folded, live, value));
            }
        }
    }

    /** Short texts of few characters, so that many are parts of each other. */
    private static List<String> texts(Random random, int count) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var text = new StringBuilder();
            for (var j = random.nextInt(random.nextInt(8) == 0 ? 40 : 6); j > 0; j--)
                text.append("aAbz/.:?\u00e1\u00e2".charAt(random.nextInt(10)));
            texts.add(text.toString());
        }
        return texts;
    }

    static int search(MatchMethod method, boolean folded, List<String> patterns, String value) {
        var best = -1;
        for (var i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            if (pattern == null || !matches(method, fold(pattern, folded), fold(value, folded))) continue;
            if (best < 0
                    || method == MatchMethod.BEG
                            && pattern.length() > patterns.get(best).length()) best = i;
        }
        return best;
    }

    private static String fold(String text, boolean folded) {
        return folded
                ? text.chars()
                        .mapToObj(c ->
                                c < 128 ? String.valueOf((char) c).toLowerCase(Locale.ROOT) : String.valueOf((char) c))
                        .reduce("", String::concat)
                : text;
    }

    private static boolean matches(MatchMethod method, String pattern, String value) {
        return switch (method) {
            case STR -> value.equals(pattern);
            case BEG -> value.startsWith(pattern);
            case END -> value.endsWith(pattern);
            case SUB -> value.contains(pattern);
            case DIR -> isBetween("/?", pattern, value);
            case DOM -> isBetween("/.:?", pattern, value);
            default -> throw new AssertionError(method);
        };
    }

    private static boolean isBetween(String delimiters, String pattern, String value) {
        var from = 0;
        var to = pattern.length();
        while (from < to && delimiters.indexOf(pattern.charAt(from)) >= 0) from++;
        while (to > from && delimiters.indexOf(pattern.charAt(to - 1)) >= 0) to--;
        if (from == to) return false;
        var text = pattern.substring(from, to);
        for (var i = value.indexOf(text); i >= 0; i = value.indexOf(text, i + 1)) {
            var end = i + text.length();
            var begins = i == 0 || delimiters.indexOf(value.charAt(i - 1)) >= 0;
            if (begins && (end == value.length() || delimiters.indexOf(value.charAt(end)) >= 0)) return true;
        }
        return false;
    }
}
