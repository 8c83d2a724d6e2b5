package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.sample.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and ranges of them. */
final class NumbersTest {
    /** All watched in HAProxy 2.6.12. */
    @ParameterizedTest
    @CsvSource({
        "1:5, 1, 5",
        "7-9, 7, 9",
        "10:, 10, 9223372036854775807",
        ":0, -9223372036854775808, 0",
        "-5, -9223372036854775808, 5",
        "3, 3, 3",
        ":-1, -9223372036854775808, -1"
    })
    void rangeHasTwoEnds(String text, long from, long to) throws BindException {
        assertThat(NumberRange.parse(text)).isEqualTo(new NumberRange(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        x | 'x' is not a number
        1.5 | '1.5' is not a number
        0x10 | '0x10' is not a number
        +5 | '+5' is not a number
        5:+6 | '5:+6' is not a valid number range
        -3:-1 | '-3:-1' is not a valid number range
        5:1 | '5:1' is not a valid number range
        : | ':' is not a valid number range
        1.5:2.7 | '1.5:2.7' is not a valid number range
        99999999999999999999 | '99999999999999999999' is not a number
        """)
    void whatIsNoRangeIsRefusedInHaproxysWords(String text, String message) {
        assertThatThrownBy(() -> NumberRange.parse(text)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"3:3.1, 196608, 196609", "3.2, 196610, 196610", "3, 196608, 196608"})
    void versionIsANumberWithADot(String text, long from, long to) throws BindException {
        assertThat(NumberRange.parseDotted(text)).isEqualTo(new NumberRange(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        x | 'x' is not a dotted number
        3.1.2 | '3.1.2' is not a dotted number
        3.70000 | '3.70000' is not a dotted number
        3. | '3.' is not a dotted number
        .3 | '.3' is not a dotted number
        3.2:3.1 | '3.2:3.1' is not a valid dotted number range
        """)
    void whatIsNoVersionIsRefusedInHaproxysWords(String text, String message) {
        assertThatThrownBy(() -> NumberRange.parseDotted(text)).hasMessage(message);
    }

    /** As {@code show acl} lists them; an operator before a range means nothing, as watched. */
    @ParameterizedTest
    @CsvSource({"gt, 5, 6:", "ge, 5, 5:", "lt, 0, :-1", "le, 5, :5", "eq, 5, 5", "gt, 2:5, 2:5", "lt, -5, -5"})
    void operatorMakesAnotherRange(String operator, String text, String range) throws BindException {
        assertThat(NumberRange.behind(operator, text, false)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        gt | 0x1 | '0x1' is neither a number nor a supported operator
        lt | +5 | '+5' is neither a number nor a supported operator
        eq | x | 'x' is not a number
        gt | 5:x | '5:x' is not a valid number range
        """)
    void whatIsNoNumberBehindAnOperatorIsRefusedInHaproxysWords(String operator, String text, String message) {
        assertThatThrownBy(() -> NumberRange.behind(operator, text, false)).hasMessage(message);
    }

    @Test
    void firstRangeWithTheNumberIsFound() throws BindException {
        var finder = Finder.of(MatchMethod.INT, "1:5", "3", "10:", ":0", "4:20");
        assertThat(finder.find(3L)).isZero();
        assertThat(finder.find(6L)).isEqualTo(4);
        assertThat(finder.find(15L)).isEqualTo(2);
        assertThat(finder.find(Long.MAX_VALUE)).isEqualTo(2);
        assertThat(finder.find(Long.MIN_VALUE)).isEqualTo(3);
        assertThat(Finder.of(MatchMethod.LEN, "2").find("ab")).isZero();
    }

    @Test
    void randomRangesAreFoundAsBySearching() throws BindException {
        var seed = Long.getLong("headway.seed", 20261125L);
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var finder = Finder.of(MatchMethod.INT);
            var ranges = new ArrayList<NumberRange>();
            for (var i = random.nextInt(20); i >= 0; i--) {
                var from = random.nextInt(30);
                var range = new NumberRange(from, from + random.nextInt(10));
                ranges.add(range);
                finder.add(range.from() + ":" + range.to());
            }
            var gone = random.nextInt(ranges.size());
            finder.remove(gone);
            ranges.set(gone, new NumberRange(1, 0));
            for (var number = -1; number < 45; number++)
                assertThat(finder.find((long) number))
                        .as("seed %d: %d in %s", seed, number, ranges)
                        .isEqualTo(search(ranges, number));
        }
    }

    private static int search(List<NumberRange> ranges, int number) {
        for (var i = 0; i < ranges.size(); i++)
            if (number >= ranges.get(i).from() && number <= ranges.get(i).to()) return i;
        return -1;
    }
}
