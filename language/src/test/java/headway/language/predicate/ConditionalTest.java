package headway.language.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.syntax.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
            strings = {
                "foo",
                "1 &&",
                "1a",
                "defined(HOME,a)",
                "\"$HOME\"",
                "(1",
                "1)",
                "enabled(x)",
                "feature",
                "streq(a)",
                "!"
            })
    void theseAreNotUnderstood(String condition) {
        assertThatThrownBy(() -> holds(condition)).isInstanceOf(ConditionException.class);
    }

    @Test
    void everyExampleOfAPredicateIsUnderstood() throws ConditionException {
        for (var predicate : Predicates.all())
            for (var example : predicate.examples())
                assertThat(holds(example)).as(example).isTrue();
    }
}
