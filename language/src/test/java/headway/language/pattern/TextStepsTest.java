package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.sample.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a look-up of a text costs, in steps down the tree: what its own length costs, however many patterns there are and whoever has chosen them. */
final class TextStepsTest {
    /** The worst of values that are found and values that are not. */
    @ParameterizedTest
    @CsvSource({
        "BEG, /shop/%d/, /shop/%d/item, 5",
        "END, .shop%d.example.com, www.shop%d.example.com, 4",
        "SUB, agent%d/, Mozilla/5.0 agent%d/7.0, 5",
        "DOM, shop%d.example.com, www.shop%d.example.com:80, 4",
        "DIR, user%d, /a/user%d/b, 5"
    })
    void manyPatternsCostWhatFewDo(MatchMethod method, String form, String value, int most) throws BindException {
        for (var count : List.of(10, 1_000, 50_000)) {
            var finder = finder(method, count, form::formatted);
            for (var i = 0; i < 2 * count; i += 1 + count / 500)
                assertThat(steps(finder, value.formatted(i)))
                        .as("%d of %d", i, count)
                        .isLessThanOrEqualTo(most);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEG", "END"})
    void prefixesOfEachOtherCostAStepAByte(MatchMethod method) throws BindException {
        var finder = finder(method, 3_000, i -> "a".repeat(i + 1));
        assertThat(finder.pattern("a".repeat(2_000))).hasSize(method == MatchMethod.BEG ? 2_000 : 1);
        assertThat(steps(finder, "a".repeat(2_000))).isLessThanOrEqualTo(2_000);
        assertThat(steps(finder, "b".repeat(2_000))).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEG", "END"})
    void aThousandLengthsOfWhichNoneFitsCostAStepAByte(MatchMethod method) throws BindException {
        var finder = finder(method, 3_000, i -> method == MatchMethod.BEG ? "a".repeat(i) + "b" : "b" + "a".repeat(i));
        assertThat(steps(finder, "a".repeat(2_000))).isLessThanOrEqualTo(2_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEG", "END", "SUB", "DIR", "DOM"})
    void whatAllPatternsShareCostsOneStepAPlace(MatchMethod method) throws BindException {
        var shared = "x".repeat(200);
        var finder = finder(method, 20_000, i -> shared + "%08d".formatted(i) + shared);
        assertThat(finder.find(shared + "00012345" + shared)).isEqualTo(12345);
        assertThat(steps(finder, shared + "00012345" + shared))
                .isLessThanOrEqualTo(method == MatchMethod.SUB ? 408 : 4);
    }

    /** Each place of the value may be the first byte of a text that goes on as the value does, so the product of both lengths is the bound. */
    @Test
    void partsCostTheProductOfLengthsAtMost() throws BindException {
        var finder = finder(MatchMethod.SUB, 3_000, i -> "a".repeat(i) + "b");
        assertThat(steps(finder, "a".repeat(300))).isLessThanOrEqualTo(300 * 300 / 2 + 300);
        var random = finder(MatchMethod.SUB, 20_000, i -> Integer.toString(i * 7919, 36) + "/");
        assertThat(steps(random, "Mozilla/5.0 (X11; Linux x86_64; rv:1.0) Gecko/20100101 Firefox/115.0"))
                .isLessThan(68);
    }

    private static Finder finder(MatchMethod method, int count, IntFunction<String> pattern) throws BindException {
        return new Finder(
                method,
                false,
                new ArrayList<>(IntStream.range(0, count).mapToObj(pattern).toList()));
    }

    private static int steps(Finder finder, String value) {
        var index = (TextIndex) finder.index;
        var before = index.steps();
        finder.find(value);
        return index.steps() - before;
    }
}
