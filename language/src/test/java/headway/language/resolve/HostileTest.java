package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.predicate.ConditionException;
import headway.language.predicate.Conditional;
import headway.language.predicate.Facts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that nobody writes in earnest: each ends in a sentence about it, and soon. */
@Timeout(60)
class HostileTest {
    private static String alerts(String text) {
        var out = new Diagnostics();
        Loads.load(text, out);
        assertThat(out.count(Severity.ALERT)).isPositive();
        var told = new StringBuilder();
        for (var diagnostic : out.all())
            if (diagnostic.severity() == Severity.ALERT)
                told.append(diagnostic.position().line())
                        .append(' ')
                        .append(diagnostic.message())
                        .append('\n');
        return told.toString();
    }

    @Test
    void aLineOfTenMegabytesIsTooLong() {
        assertThat(alerts("global\n " + "x".repeat(10 << 20) + "\n maxcon 1\n"))
                .isEqualTo("2 line too long (limit: 1048576)\n3 unknown keyword 'maxcon' in 'global' section\n");
    }

    @Test
    void conditionsNestNoDeeperThanTheirLimit() {
        assertThat(alerts(".if 1\n".repeat(100_000))).isEqualTo("100 too many nested '.if', max is 100.\n");
        assertThat(alerts(".if 1\n".repeat(20_000) + "foo\n.else\n.elif x\n" + ".endif\n".repeat(20_000)))
                .isEqualTo("100 too many nested '.if', max is 100.\n");
        assertThat(Loads.print(Loads.diagnostics(".if 1\n".repeat(99) + "global\n" + ".endif\n".repeat(99))))
                .doesNotContain("nested");
        assertThat(alerts(".if 1\n".repeat(150) + ".endif\n".repeat(150) + "global\n maxcon 1\n"))
                .isEqualTo(
                        "100 too many nested '.if', max is 100.\n302 unknown keyword 'maxcon' in 'global' section\n");
        assertThat(alerts(".if " + "(".repeat(500_000) + "\n.endif\n")).contains("nested too deeply");
        assertThat(alerts(".if " + "!".repeat(500_000) + "1\n.endif\n")).contains("nested too deeply");
    }

    @Test
    void aConditionOfTheCommandLineIsBoundedToo() {
        try {
            Conditional.holdsLine("(".repeat(500_000), Facts.all(), Loads.environment());
        } catch (ConditionException e) {
            assertThat(e).hasMessageContaining("nested too deeply");
            return;
        }
        throw new AssertionError("accepted");
    }

    @Test
    void sectionsCannotInheritInACircle() {
        assertThat(alerts("defaults a from b\ndefaults b from a\ndefaults c from c\n"))
                .isEqualTo("""
                1 defaults section 'b' not found for defaults 'a'.
                3 defaults section 'c' not found for defaults 'c'.
                """);
    }

    @Test
    void aMillionMistakesAreNotListed() {
        var told = alerts("frontend f\n" + "x\n".repeat(1_000_000));
        assertThat(told.lines()).hasSize(1001);
        assertThat(told).endsWith("1001 too many errors, the rest of the file was not read.\n");
    }

    @Test
    void aMillionNoticesAreCountedAndNotKept() {
        var out = new Diagnostics();
        Loads.load("global\n" + "nokqueue\n".repeat(100_000), out);
        assertThat(out.count(Severity.NOTICE)).isEqualTo(100_000);
        assertThat(out.all()).hasSize(Diagnostics.MOST);
    }

    @Test
    void nulBytesAndManyWordsAreNamed() {
        assertThat(alerts("global\n max\0conn 1\n")).isEqualTo("2 Stray NUL character at position 5.\n");
        assertThat(alerts("global\n a\\x00b\n")).contains("a NUL character cannot be part of a word");
        assertThat(alerts("global\n" + "w ".repeat(400_000) + "\n"))
                .startsWith("2 too many words, truncating after word 64 at position 129");
    }

    @Test
    void variablesCannotBlowALineUp() {
        var big = "x".repeat(1 << 19);
        assertThat(alerts("global\n setenv A " + big + "\n setenv B \"$A$A\"\n setenv C \"$B$B\"\n"))
                .startsWith("4 word too long");
        var lines = IntStream.range(0, 1000)
                .mapToObj(i -> " setenv V" + i + " \"$A$A\"\n")
                .toList();
        assertThat(alerts("global\n setenv A " + big + "\n" + String.join("", lines)))
                .contains("the configuration is too large once its variables are replaced.");
    }

    @Test
    void textsOfAnyLengthHaveAMeaningOrAMessage() {
        for (var text : List.of("\n".repeat(1 << 20), "#".repeat(1 << 20) + "\n", "", "global", "\"", "\\")) {
            var out = new Diagnostics();
            Loads.load(text, out);
            assertThat(out.all()).allMatch(told -> !told.position().equals(Position.NOWHERE));
        }
    }
}
