package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

    /** Watched with a server's answer: the names without a direction, but for derived ACL keywords and {@code cook}. */
    @Test
    void namesWithoutADirectionReadTheResponseInItsRules() throws BindException {
        var rules = new Rules();
        var format =
                new FormatParser(rules.binding(Place.HTTP_RESPONSE)).parse("<%[hdr(x-b)]|%[hdr(x-b,1)]|%[cookie(a)]>");
        var answer = "HTTP/1.1 200 OK\nx-b: res\nx-b: res2\nset-cookie: a=res\ncookie: a=resc";
        var out = new Sample();
        assertThat(format.write(new ExampleScope(answer, rules.names), out)).isTrue();
        assertThat(Slab.text(out.at, out.length)).isEqualTo("<res2|res|res>");
        rules.rule("http-response set-var(txn.a) payload(0,1)");
        rules.rule("http-response set-header x 1 if { cookie(a) res }");
        assertThat(rules.warnings()).isEmpty();
        rules.rule("http-response set-header x 1 if { hdr(a) b }");
        assertThat(rules.warnings()).singleElement().asString().contains("anonymous acl will never match");
        assertThat(rules.refusal("http-response set-header x %[cook(a)]")).contains("may not be reliably used here");
    }
}
