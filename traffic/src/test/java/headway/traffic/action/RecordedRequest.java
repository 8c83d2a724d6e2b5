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

/** The request for which HAProxy was asked, and what Headway makes of the same expressions and conditions. */
final class RecordedRequest {
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

    private RecordedRequest() {}

    /** The expression, or condition in braces, and what became of it. */
    static Stream<String[]> lines(String name) throws IOException {
        try (var in = RecordedRequest.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException(name);
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n")).map(l -> l.split("\t", 2));
        }
    }

    static String value(String expression) throws BindException {
        var rules = new Rules();
        var format = new FormatParser(rules.binding(Place.HTTP_REQUEST)).parse("<%[" + expression + "]>");
        var scope = new ExampleScope(REQUEST, rules.names);
        var out = new Sample();
        assertThat(format.write(scope, out)).isTrue();
        return Slab.text(out.at + 1, out.length - 2);
    }

    static String answer(String condition) throws BindException {
        var rules = new Rules();
        var bound = rules.condition(Place.HTTP_REQUEST, condition);
        return bound.test(new ExampleScope(REQUEST, rules.names)) == Condition.YES ? "1" : "0";
    }

    /** The value of an expression, the answer of a condition in braces, or that it is refused. */
    static String outcome(String text) {
        try {
            return text.startsWith("{") ? "answer " + answer(text) : "value " + value(text);
        } catch (BindException e) {
            return "refused";
        }
    }
}
