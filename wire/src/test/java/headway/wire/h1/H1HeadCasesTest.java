package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables of well-formed and hostile heads beside what must come of them. */
class H1HeadCasesTest {
    private final Reading reading = new Reading();

    @TestFactory
    Stream<DynamicTest> requestsAreReadAsTheTableSays() {
        return HeadCase.all("requests.txt").stream()
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c, false)));
    }

    @TestFactory
    Stream<DynamicTest> responsesAreReadAsTheTableSays() {
        return HeadCase.all("responses.txt").stream()
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c, true)));
    }

    private void check(HeadCase c, boolean response) {
        var kind = Reading.Kind.of(response, c.words());
        var bytes = c.bytes();
        assertThat(reading.whole(kind, bytes)).isEqualTo(c.expected());
        for (var split = 0; split < bytes.length; split += bytes.length > 2000 ? 97 : 1) {
            assertThat(reading.inPieces(kind, bytes, split, bytes.length))
                    .as("split at %d", split)
                    .isEqualTo(c.expected());
        }
        if (bytes.length > 2000) return;
        var everyByte = IntStream.rangeClosed(1, bytes.length).toArray();
        assertThat(reading.inPieces(kind, bytes, everyByte)).as("byte by byte").isEqualTo(c.expected());
    }
}
