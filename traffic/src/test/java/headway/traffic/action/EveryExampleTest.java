package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.catalog.Catalog;
import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.format.FormatParser;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Progress;
import headway.language.rule.Reply;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Example;
import headway.language.sample.NamedEntry;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of all entries do what they say. */
final class EveryExampleTest {
    @TestFactory
    Stream<DynamicTest> fetchesGiveWhatTheirExamplesSay() {
        return examples(Rules.language().vocabulary().fetches(), EveryExampleTest::checkExpression);
    }

    @TestFactory
    Stream<DynamicTest> convertersGiveWhatTheirExamplesSay() {
        return examples(Rules.language().vocabulary().converters(), EveryExampleTest::checkExpression);
    }

    @TestFactory
    Stream<DynamicTest> actionsDoWhatTheirExamplesSay() {
        return examples(Rules.language().actions(), EveryExampleTest::checkRule);
    }

    /** Runs one example. */
    @FunctionalInterface
    private interface Check {
        void run(Example example) throws BindException;
    }

    private static <E extends NamedEntry> Stream<DynamicTest> examples(Catalog<E> catalog, Check check) {
        var tests = new ArrayList<DynamicTest>();
        for (var entry : catalog.all()) {
            tests.add(DynamicTest.dynamicTest(entry.name() + " is described", () -> {
                assertThat(entry.summary()).endsWith(".");
                assertThat(entry.uses()).isNotEmpty().allMatch(e -> e.use().contains(entry.name()));
            }));
            for (var example : entry.uses())
                tests.add(DynamicTest.dynamicTest(example.use(), () -> check.run(example)));
        }
        return tests.stream();
    }

    private static void checkExpression(Example example) throws BindException {
        var rules = new Rules();
        rules.lists(example.given());
        var scope = new ExampleScope(example.given(), rules.names);
        var place = scope.response() == null && !example.given().startsWith("response")
                ? Place.HTTP_REQUEST
                : Place.HTTP_RESPONSE;
        var bound = new FormatParser(rules.binding(place)).parse("<%[" + example.use() + "]>");
        var out = new Sample();
        assertThat(bound.write(scope, out)).isTrue();
        assertThat(Slab.text(out.at, out.length)).isEqualTo("<" + example.expected() + ">");
    }

    private static void checkRule(Example example) throws BindException {
        var rules = new Rules();
        rules.lists(example.given());
        var rule = rules.rule(example.use());
        var scope = new ExampleScope(example.given(), rules.names);
        var progress = new Progress();
        progress.begin();
        var verdict = new RuleSet(List.of(rule)).run(scope, progress);
        if (example.expected().startsWith("virt@"))
            assertThat(list(rules, example)).isEqualTo(example.expected());
        else assertThat(outcome(example, scope, progress, verdict)).isEqualTo(example.expected());
    }

    /** What a list of patterns then holds: {@code name: entry, entry}. */
    private static String list(Rules rules, Example example) {
        var name = example.expected().replaceFirst(":.*", "");
        var entries = rules.patterns.named(name).shown(0).stream();
        return name + ": "
                + String.join(
                        ", ",
                        entries.map(e -> e.value() == null ? e.key() : e.key() + " " + e.value())
                                .toList());
    }

    /** What came of it, in the form in which the example expects it. */
    private static String outcome(Example example, ExampleScope scope, Progress progress, int verdict)
            throws BindException {
        var expected = example.expected();
        if (expected.equals("lenient")) return progress.lenient ? "lenient" : "strict";
        if (expected.startsWith("HANDLING ")) return "HANDLING " + scope.handling.text();
        if (expected.matches("\\w+\\.\\w+=.*")) {
            var name = expected.substring(0, expected.indexOf('='));
            return name + "=" + scope.variable(name);
        }
        if (expected.matches("[A-Z_]+( .*)?") && !expected.matches("(GET|POST) .*"))
            return verdict(expected, scope, progress, verdict);
        assertThat(verdict).isEqualTo(Verdict.CONTINUE);
        var isRequest = example.use().startsWith(Stage.HTTP_REQUEST.words());
        var head = isRequest ? scope.request() : scope.response();
        if (head == null) throw new AssertionError("no head");
        if (expected.matches("(GET|POST) .*"))
            return text(head.methodAt(), head.methodLength()) + " " + text(head.targetAt(), head.targetLength());
        if (expected.matches("\\d{3} .*")) return head.status() + " " + text(head.reasonAt(), head.reasonLength());
        return fields(head);
    }

    private static String verdict(String expected, ExampleScope scope, Progress progress, int verdict) {
        var word =
                switch (verdict) {
                    case Verdict.CONTINUE -> "CONTINUE";
                    case Verdict.ALLOW -> "ALLOW";
                    case Verdict.DENY -> "DENY";
                    case Verdict.RETURN -> "RETURN";
                    case Verdict.REJECT -> "REJECT";
                    case Verdict.WAIT -> "WAIT";
                    case Verdict.SWITCH_MODE -> "SWITCH_MODE";
                    case Verdict.TARPIT -> "TARPIT";
                    case Verdict.DROP -> "DROP";
                    case Verdict.INVALID -> "INVALID";
                    case Verdict.CLOSE -> "CLOSE";
                    default -> "FAILED";
                };
        var reply = progress.reply;
        return reply == null ? word : word + " " + reply(expected, scope, reply);
    }

    private static String reply(String expected, ExampleScope scope, Reply reply) {
        var head = new Head();
        if (reply.isProxyPage()) {
            assertThat(reply.complete(scope, head)).isTrue();
            return reply.status() + (head.fields() == 0 ? "" : " " + fields(head));
        }
        var body = new Sample();
        assertThat(reply.fill(scope, head, body)).isTrue();
        if (body.length > 0) return head.status() + " " + text(body.at, body.length);
        var field = expected.replaceFirst("^\\w+ \\d+ ", "");
        assertThat(fields(head).split(" \\| ")).contains(field);
        return head.status() + " " + field;
    }

    private static String fields(Head head) {
        var fields = new ArrayList<String>();
        for (var i = 0; i < head.fields(); i++) {
            fields.add(text(head.nameAt(i), head.nameLength(i)) + ": " + text(head.valueAt(i), head.valueLength(i)));
        }
        return String.join(" | ", fields);
    }

    private static String text(int at, int length) {
        return Slab.text(at, length);
    }
}
