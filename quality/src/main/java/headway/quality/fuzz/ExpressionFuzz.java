package headway.quality.fuzz;

import headway.base.catalog.Keyword;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.condition.Acls;
import headway.language.condition.ConditionParser;
import headway.language.format.FormatParser;
import headway.language.pattern.PatternStore;
import headway.language.rule.RuleLanguage;
import headway.language.sample.Attached;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Declarations;
import headway.language.sample.Declared;
import headway.language.sample.ExpressionParser;
import headway.language.sample.Place;
import headway.language.sample.VariableNames;
import headway.language.sample.Words;
import headway.traffic.action.Actions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the parsers of expressions, conditions and formats promise for any text: it is bound or refused with words, soon, and the same text gives the same words. Whether
 * what they bind can run is tried by the tests of the rules.
 */
final class ExpressionFuzz implements Fuzzer {
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            ",",
            "\"",
            "'",
            "\\",
            "%[",
            "]",
            "%{+E}",
            "%",
            "%%",
            "{",
            "}",
            "!",
            "or",
            "||",
            "-m",
            "-i",
            "-f",
            "-M",
            "-u",
            "-n",
            "--",
            "str",
            "reg",
            "beg",
            "len",
            "int",
            "ip",
            "bin",
            "found",
            "gt",
            "le",
            "a",
            "/",
            "0",
            "-1",
            "1:5",
            "7-9",
            "9223372036854775807",
            "txn.v",
            "proc.v",
            "10.0.0.0/8",
            "::1/64",
            "[a-z",
            "(a)\\1",
            "\u00e9",
            "\0",
            "",
            "virt@m",
            "opt@nofile",
            "TRUE",
            "one",
            " ");
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final int DEEPEST = 3000;

    private static final RuleLanguage LANGUAGE = Actions.language();

    private final List<String> names = names();

    private static List<String> names() {
        var all = new ArrayList<String>();
        var vocabulary = LANGUAGE.vocabulary();
        for (Keyword fetch : vocabulary.fetches().all())
            all.addAll(List.of(fetch.name(), fetch.examples().getFirst()));
        for (Keyword converter : vocabulary.converters().all()) all.add(converter.name());
        // A change of these may name any file of the machine, or a host.
        all.removeIf(name -> name.contains("resolve"));
        return all;
    }

    @Override
    public String name() {
        return "expression";
    }

    @Override
    public void round(RandomGenerator random) {
        var kind = random.nextInt(3);
        var text = text(random);
        var start = System.nanoTime();
        var first = bind(kind, text);
        if (System.nanoTime() - start > LONGEST_NANOS) throw new AssertionError("took too long: " + text);
        if (!first.equals(bind(kind, text))) throw new AssertionError("other words the second time: " + text);
    }

    /** What is said of it. */
    private static String bind(int kind, String text) {
        var diagnostics = new Diagnostics();
        var plain = new Binding(
                LANGUAGE.vocabulary(),
                new VariableNames(),
                diagnostics,
                Path.of("/nonexistent"),
                Place.HTTP_REQUEST,
                true,
                true,
                Declared.nowhere(
                        Attached.NOTHING.with(PatternStore.class, new PatternStore()), Declarations.nothing()));
        try {
            var acls = new Acls(plain);
            acls.add(Words.of(Position.NOWHERE, "one", "path", "/"));
            acls.complete();
            var words = Words.of(Position.NOWHERE, text.split(" "));
            switch (kind) {
                case 0 -> new ExpressionParser(acls.binding()).parse(words);
                case 1 -> new ConditionParser(acls.binding(), acls).terms(words, false);
                default -> new FormatParser(acls.binding()).parse(text);
            }
            return "bound " + diagnostics.all();
        } catch (BindException e) {
            if (e.text().isEmpty()) throw new AssertionError("refused without a word: " + text, e);
            return e.text();
        }
    }

    private String text(RandomGenerator random) {
        var text = new StringBuilder();
        if (random.nextInt(200) == 0)
            return pick(random, PIECES).repeat(random.nextInt(DEEPEST))
                    + pick(random, names).repeat(random.nextInt(20));
        for (var i = random.nextInt(8); i >= 0; i--) {
            if (random.nextInt(3) == 0) text.append(pick(random, PIECES));
            text.append(expression(random));
            for (var j = random.nextInt(4); j > 0; j--) text.append(' ').append(pick(random, PIECES));
            if (random.nextBoolean()) text.append(' ');
        }
        return text.toString();
    }

    private String expression(RandomGenerator random) {
        var text = new StringBuilder(random.nextInt(4) == 0 ? "{ " : "").append(pick(random, names));
        for (var i = random.nextInt(3); i > 0; i--) {
            if (random.nextBoolean())
                text.append('(')
                        .append(pick(random, PIECES))
                        .append(random.nextBoolean() ? "," : "")
                        .append(pick(random, PIECES))
                        .append(')');
            text.append(',').append(pick(random, names));
        }
        return text.toString();
    }

    private static <T> T pick(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
