package headway.language.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.syntax.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions of {@code .if} and {@code -cc}. */
class ConditionalTest {
    private static final Environment ENVIRONMENT = new Environment(Map.of("HOME", "/root"));

    private static boolean holds(String text) throws ConditionException {
        return Conditional.holdsLine(text, Facts.all(), ENVIRONMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1",
                "!0",
                "defined(HOME)",
                "streq(\"a b\",a\\ b)",
                "(1&&!(0||0))",
                "0 && 0 || 1",
                "1 || 0 && 0",
                "strstr(abc,b) && strneq(a,b)",
                "streq(\"$HOME\",/root)",
                "version_atleast(3.5-dev3) && version_before(3.5.1) && !version_before(3.5.0)",
                "version_atleast(2.4-dev19)",
                "enabled(EPOLL)",
                "!feature(NOTHING)",
                "!openssl_version_atleast(1.1.1)"
            })
    void theseHold(String condition) throws ConditionException {
        assertThat(holds(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "defined( HOME)",
                "!1",
                "streq(a, a)",
                "1 && 0",
                "version_atleast(3.6)",
                "enabled(KQUEUE)"
            })
    void theseDoNot(String condition) throws ConditionException {
        assertThat(holds(condition)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo", "1 &&", "1a", "defined(HOME,a)", "\"$HOME\"", "(1", "1)", "enabled(x)", "streq(a)", "!"})
    void theseAreNotUnderstood(String condition) {
        assertThatThrownBy(() -> holds(condition)).isInstanceOf(ConditionException.class);
    }

    /** Watched with HAProxy 2.6.12: how the integers of C are written. */
    @ParameterizedTest
    @CsvSource({
        "0x10,true",
        "0X1,true",
        "-0x1,true",
        "0x0,false",
        "+0X0,false",
        "!0x0,true",
        "0x0||0,false",
        "1&&0x1,true",
        "(0x10),true",
        "00,false",
        "007,true",
        "-0,false",
        "99999999999999999999,true",
        "defined,false"
    })
    void integersMayBeHexadecimalOrOctal(String condition, boolean expected) throws ConditionException {
        assertThat(holds(condition)).isEqualTo(expected);
    }

    /** Watched with HAProxy 2.6.12, but for the number of an argument, which is always 1 there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "08|2|unexpected character '8' at the end of conditional expression '08'",
                "0x|2|unexpected character 'x' at the end of conditional expression '0x'",
                "0x1G|4|unexpected character 'G' at the end of conditional expression '0x1G'",
                "0x1 0x2|5|unexpected character '0' at the end of conditional expression '0x1 0x2'",
                "0x10)|5|unexpected character ')' at the end of conditional expression '0x10)'",
                "--1|1|unparsable conditional expression '--1'",
                "foo|1|unparsable conditional expression 'foo'",
                "nope(1)|1|unparsable conditional expression 'nope(1)'",
                "enabled(x) && 1|1|unparsable conditional expression 'enabled(x) && 1'",
                "1 1|3|unexpected character '1' at the end of conditional expression '1 1'",
                "1&&|2|unparsable conditional expression '&&'",
                "0 && (1 &&|9|unparsable conditional expression '&&'",
                "1 && !|6|unparsable conditional expression '!'",
                "!(|1|unparsable conditional expression '!('",
                "(|1|unparsable conditional expression '('",
                "()|2|unparsable conditional expression ')'",
                "(1|1|expected ')' after conditional expression '(1'",
                "1)|2|unexpected character ')' at the end of conditional expression '1)'",
                "defined(|9|expected ')' in argument 1 of predicate 'defined' used in conditional expression",
                "defined(A,B)|10|expected ')' before ',B)' in argument 1 of predicate 'defined' used in conditional expression",
                "defined A|9|unexpected character 'A' at the end of conditional expression 'defined A'",
                "defined  (A)|9|unexpected character '(' at the end of conditional expression 'defined (A)'",
                "streq(a)|8|missing arguments (got 1/2), type 'string' expected in argument 1 of predicate 'streq' used in conditional expression",
                "streq|6|missing arguments (got 1/2), type 'string' expected in argument 1 of predicate 'streq' used in conditional expression",
                "streq(a,b,c)|10|expected ')' before ',c)' in argument 2 of predicate 'streq' used in conditional expression"
            })
    void whatIsWrongIsSaidInHaproxysWordsWithItsPlace(String condition, int column, String message) {
        assertThatThrownBy(() -> holds(condition))
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        ConditionException.class, e -> assertThat(e.column()).isEqualTo(column));
    }

    @Test
    void everyExampleOfAPredicateIsUnderstood() throws ConditionException {
        for (var predicate : Predicates.all())
            for (var example : predicate.examples())
                assertThat(holds(example)).as(example).isTrue();
    }
}
