package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 8, 1 0 0 0 0 0 0 0", "10, 4, 3 3 2 2", "8, 2, 4 4", "0, 2, 0 0"})
    void loopsShareThePipes(int pipes, int loops, String expected) {
        var all = new EngineSettings(16_384, 64, 200, true, pipes);
        var parts = IntStream.range(0, loops)
                .mapToObj(i -> Integer.toString(all.ofLoop(i, loops).pipes()))
                .toList();
        assertThat(String.join(" ", parts)).isEqualTo(expected);
    }
}
