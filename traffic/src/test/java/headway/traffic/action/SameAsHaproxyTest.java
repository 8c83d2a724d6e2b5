package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Expressions and conditions with what HAProxy 2.6.12 made of them for this very request: recorded, one a line. */
final class SameAsHaproxyTest {
    @TestFactory
    Stream<DynamicTest> expressionsHaveTheSameValues() throws IOException {
        return RecordedRequest.lines("expressions.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(RecordedRequest.value(l[0])).isEqualTo(l[1])));
    }

    @TestFactory
    Stream<DynamicTest> convertedValuesAreTheSame() throws IOException {
        return RecordedRequest.lines("converters.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(RecordedRequest.value(l[0])).isEqualTo(l[1])));
    }

    /** What HAProxy 2.6 does not know yet: examples of the 3.5 manual and of the RFCs. */
    @TestFactory
    Stream<DynamicTest> laterConvertersDoWhatTheManualSays() throws IOException {
        return RecordedRequest.lines("manual.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(RecordedRequest.value(l[0])).isEqualTo(l[1])));
    }

    @TestFactory
    Stream<DynamicTest> conditionsHaveTheSameAnswers() throws IOException {
        return RecordedRequest.lines("conditions.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(RecordedRequest.answer(l[0])).isEqualTo(l[1])));
    }
}
