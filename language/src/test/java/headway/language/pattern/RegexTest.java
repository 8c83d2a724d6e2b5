package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.sample.BindException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions and the engines that match them. */
final class RegexTest {
    @ParameterizedTest
    @ValueSource(strings = {"^/a/[0-9]+$", "(?<n>.*)x", "(?i)a", "\\d+\\w", "[[:alpha:]]+", "a{1000}", "\\/a\\.b"})
    void usualExpressionsAreMatchedInLinearTime(String text) throws BindException {
        assertThat(Regex.compile(text, false).isLinear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)\\1", "(?=a)b", "(?<!a)b", "a++", "(?>a|b)c"})
    void othersGoToTheEngineThatTakesStepsBack(String text) throws BindException {
        assertThat(Regex.compile(text, false).isLinear()).isFalse();
    }

    @Test
    void bothEnginesFindAndIgnoreCase() throws BindException {
        assertThat(Regex.compile("b+", true).find("aBBc")).isTrue();
        assertThat(Regex.compile("b+", false).find("aBBc")).isFalse();
        assertThat(Regex.compile("(b)\\1", true).find("aBBc")).isTrue();
        assertThat(Regex.compile("(b)\\1", false).find("aBBc")).isFalse();
        assertThat(Regex.compile("([[:digit:]])\\1", false).find("a122")).isTrue();
        assertThat(Regex.compile("([[:^digit:]])\\1", false).find("122")).isFalse();
    }

    /** A character of UTF-8 is several bytes, and an expression sees bytes, as in HAProxy. */
    @Test
    void byteIsACharacter() throws BindException {
        assertThat(Regex.compile("^..$", false).find("\u00c3\u00a9")).isTrue();
        assertThat(Regex.compile("\u00c3\u00a9", false).find("x\u00c3\u00a9")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "^\u00c1g, \u00c1G, true",
        "^\u00c1g, \u00e1g, false",
        "^[\\xc0-\\xc5]z$, \u00c1Z, true",
        "^[\\xc0-\\xc5]z$, \u00e1z, false",
        "^[^a]z$, \u00e1Z, true",
        "^[A-\\xff]z$, \u00e1Z, true",
        "^\\\\xc1, \\xC1, true",
    })
    void onlyLettersOfAsciiHaveTwoCases(String text, String value, boolean matches) throws BindException {
        assertThat(Regex.compile(text, true).find(value)).isEqualTo(matches);
    }

    @Test
    void stepsBackHaveABound() throws BindException {
        var regex = Regex.compile("^(?=(a+)+$)(a+)+$", false);
        assertThat(regex.isLinear()).isFalse();
        assertThat(regex.find("a".repeat(200) + "b")).isFalse();
        assertThat(regex.find("a".repeat(20))).isTrue();
    }

    /** Watched, back-references, an escaped byte and all. */
    @Test
    void templateIsFilledWithGroups() throws BindException {
        var regex = Regex.compile("^/r/([a-z]+)-([0-9]+)$", false);
        assertThat(regex.expand("/r/ab-12", "\\2/\\1/\\0/\\3/\\\\")).isEqualTo("12/ab//r/ab-12//\\");
        assertThat(Regex.compile("(a)(b)?", false).expand("a", "<\\1|\\2|\\x41|\\n|\\q|\\>"))
                .isEqualTo("<a||A|n|q|>");
        assertThat(Regex.compile("(a)\\1", false).expand("xaa", "\\1")).isEqualTo("a");
    }

    @Test
    void wrongOrTooLargeExpressionsAreRefused() {
        assertThatThrownBy(() -> Regex.compile("a(", false)).hasMessageStartingWith("regex 'a(' is invalid (error=");
        assertThatThrownBy(() -> Regex.compile("[z", false)).hasMessageStartingWith("regex '[z' is invalid");
        assertThatThrownBy(() -> Regex.compile("(((a{1000}){1000}){1000})", false))
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> Regex.compile("a".repeat(100_000), false)).hasMessageEndingWith("is too large");
        assertThatThrownBy(() -> Regex.compile("(".repeat(30_000) + ")".repeat(30_000), false))
                .hasMessageContaining("nest");
    }

    @Test
    void sizeCountsRepetitions() {
        assertThat(RegexSize.of("abc")).isEqualTo(3);
        assertThat(RegexSize.of("(ab){10}")).isEqualTo(30);
        assertThat(RegexSize.of("((a{10}){20}){2,30}c")).isBetween(6_000L, 7_000L);
        assertThat(RegexSize.of("[a-z]{5}\\{3}")).isEqualTo(8);
        assertThat(RegexSize.of("x{a}")).isEqualTo(4);
    }
}
