package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.condition.Condition;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Expressions and conditions with what HAProxy 2.6.12 made of them for this very request: recorded, one a line. */
final class SameAsHaproxyTest {
    private static final String REQUEST = """
            GET /p/Ab.c/x;y=1?a=b%20c&b&c=&a=2 HTTP/1.1
            host: a.Example:80
            x-a: one,, "a,b" ,c\\"d, two,
            x-a:\s
            x-a: three
            x-l: one, two
            x-num: -5
            cookie: a=1; bb=22; c="q q"; a=3
            x-date: Thu, 01 Jan 2015 00:00:00 GMT
            src=127.0.0.1
            """;

    @TestFactory
    Stream<DynamicTest> expressionsHaveTheSameValues() throws IOException {
        return lines("expressions.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(value(l[0])).isEqualTo(l[1])));
    }

    @TestFactory
    Stream<DynamicTest> convertedValuesAreTheSame() throws IOException {
        return lines("converters.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(value(l[0])).isEqualTo(l[1])));
    }

    /** What HAProxy 2.6 does not know yet: examples of the 3.5 manual and of the RFCs. */
    @TestFactory
    Stream<DynamicTest> laterConvertersDoWhatTheManualSays() throws IOException {
        return lines("manual.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(value(l[0])).isEqualTo(l[1])));
    }

    @TestFactory
    Stream<DynamicTest> conditionsHaveTheSameAnswers() throws IOException {
        return lines("conditions.tsv")
                .map(l -> DynamicTest.dynamicTest(
                        l[0], () -> assertThat(answer(l[0])).isEqualTo(l[1])));
    }

    private static Stream<String[]> lines(String name) throws IOException {
        try (var in = SameAsHaproxyTest.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException(name);
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n")).map(l -> l.split("\t", 2));
        }
    }

    private static String value(String expression) throws BindException {
        var rules = new Rules();
        var format = new FormatParser(rules.binding(Place.HTTP_REQUEST)).parse("<%[" + expression + "]>");
        var scope = new ExampleScope(REQUEST, rules.names);
        var out = new Sample();
        assertThat(format.write(scope, out)).isTrue();
        return Slab.text(out.at + 1, out.length - 2);
    }

    private static String answer(String condition) throws BindException {
        var rules = new Rules();
        var bound = rules.condition(Place.HTTP_REQUEST, condition);
        return bound.test(new ExampleScope(REQUEST, rules.names)) == Condition.YES ? "1" : "0";
    }
}
