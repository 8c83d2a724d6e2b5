package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Values of each type before converters that want each other type, and before each method of comparing, with what HAProxy 2.6.12 made of them: a value, an answer, or a refusal.
 * What is meant to be different is not in the file: a method as such cannot be compared with {@code -m meth}, and so on.
 */
final class TypesTest {
    @TestFactory
    Stream<DynamicTest> eachTypeBecomesTheOthersThatItBecomesInHaproxy() throws IOException {
        return RecordedRequest.lines("types.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(RecordedRequest.outcome(l[0])).isEqualTo(l[1])));
    }
}
