package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.catalog.Keyword;
import headway.language.rule.Progress;
import headway.language.rule.Rule;
import headway.language.rule.RuleSet;
import headway.language.sample.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules put together at random are refused with words or run; nothing else happens. */
final class RandomRulesTest {
    private static final int RULES = 40_000;
    private static final List<String> STAGES = List.of(
            "http-request",
            "http-response",
            "http-after-response",
            "tcp-request content",
            "tcp-request session",
            "tcp-response content");
    private static final List<String> ODDS = List.of(
            "(",
            ")",
            ",",
            "\"",
            "'",
            "\\",
            "%[",
            "]",
            "{",
            "}",
            "!",
            "or",
            "||",
            "if",
            "unless",
            "-m",
            "-i",
            "-f",
            "--",
            "str",
            "reg",
            "beg",
            "len",
            "int",
            "ip",
            "bin",
            "found",
            "a",
            "/",
            "0",
            "-1",
            "9223372036854775807",
            "99999999999999999999",
            "1:5",
            "gt",
            "txn.v",
            "proc.v",
            "10.0.0.0/8",
            "::1/64",
            "[a-z",
            "(a)",
            "\\1",
            "status",
            "hdr",
            "x-a",
            "1s",
            "%",
            "%%",
            "%{+E}",
            "%o",
            "string",
            "content-type",
            "200",
            "code",
            "location",
            "",
            ":",
            "::",
            "=");
    private static final String REQUEST =
            "POST /a/b?c=d&e= HTTP/1.1\nhost: h:80\nx-a: one, \"t,w\",\nx-a: \ncookie: a=1;b; c=\"2\nsrc=::ffff:10.0.0.1\ndst=10.0.0.2\nbody=abc\n";

    @Test
    void randomRulesAreRefusedOrRun() throws BindException {
        var seed = Long.getLong("headway.seed", 20261123L);
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var language = Rules.language();
        var names = new ArrayList<String>();
        for (Keyword k : language.vocabulary().fetches().all()) names.add(k.name());
        for (Keyword k : language.vocabulary().converters().all()) names.add(k.name());
        var actions = language.actions().all().stream().map(Keyword::name).toList();
        var accepted = 0;
        for (var i = 0; i < RULES; i++) {
            var line = line(random, names, actions);
            if (isAccepted(line)) accepted++;
        }
        assertThat(accepted).as("rules that ran").isGreaterThan(300);
    }

    private static boolean isAccepted(String line) throws BindException {
        var rules = new Rules();
        Rule rule;
        try {
            rule = rules.rule(line);
        } catch (BindException e) {
            assertThat(e.text()).as(line).isNotEmpty();
            return false;
        }
        for (var given : List.of(
                "",
                REQUEST,
                REQUEST + "HTTP/1.1 200 OK\nset-cookie: a=b; path=/\ncontent-length: 5\nresponse-part=xy",
                "content=ab")) {
            var scope = new ExampleScope(given, rules.names);
            var progress = new Progress();
            progress.begin();
            new RuleSet(List.of(rule)).run(scope, progress);
            scope.reset();
        }
        return true;
    }

    private static String line(Random random, List<String> names, List<String> actions) {
        var line = new StringBuilder(pick(random, STAGES)).append(' ').append(pick(random, actions));
        if (random.nextInt(4) == 0) line.append("(txn.v)");
        for (var i = random.nextInt(6); i > 0; i--) line.append(' ').append(word(random, names));
        if (random.nextInt(3) == 0) {
            line.append(random.nextBoolean() ? " if" : " unless");
            for (var i = 1 + random.nextInt(3); i > 0; i--) {
                line.append(random.nextInt(4) == 0 ? " !{ " : " { ").append(expression(random, names));
                for (var j = random.nextInt(4); j > 0; j--) line.append(' ').append(pick(random, ODDS));
                line.append(" }");
            }
        }
        return line.toString();
    }

    private static String word(Random random, List<String> names) {
        return switch (random.nextInt(4)) {
            case 0 -> expression(random, names);
            case 1 -> "%[" + expression(random, names) + "]";
            case 2 -> "x" + pick(random, ODDS) + "%[" + expression(random, names) + "]" + pick(random, ODDS);
            default -> pick(random, ODDS);
        };
    }

    private static String expression(Random random, List<String> names) {
        var text = new StringBuilder(pick(random, names));
        for (var i = random.nextInt(4); i > 0; i--) {
            if (random.nextBoolean())
                text.append('(')
                        .append(pick(random, ODDS))
                        .append(random.nextBoolean() ? "," + pick(random, ODDS) : "")
                        .append(')');
            text.append(',').append(pick(random, names));
        }
        if (random.nextInt(8) == 0) text.append(pick(random, ODDS));
        return text.toString();
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
