package headway.quality.fuzz;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.predicate.Facts;
import headway.language.resolve.ConfigurationLoader;
import headway.language.syntax.ConfigurationText;
import headway.language.syntax.Environment;
import headway.language.table.Directive;
import headway.language.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What the configuration reader promises for any text: it ends, soon, with a configuration or with alerts; never with an exception; the same text gives the same
 * messages; and there are no more messages than a person could use.
 */
final class ConfigFuzz implements Fuzzer {
    private static final List<String> PIECES = List.of(
            "global\n",
            "defaults\n",
            "defaults d\n",
            "listen a\n",
            "frontend b\n",
            "backend c\n",
            "listen e from d\n",
            " ",
            "\t",
            "\n",
            "\"",
            "'",
            "\\",
            "\\x4",
            "\\x41",
            "#",
            "$",
            "${",
            "${A",
            "${A}",
            "${A[*]}",
            "\"${A-b}\"",
            "\"${L[*]}\"",
            "\"$A",
            ".if ",
            ".elif ",
            ".else\n",
            ".endif\n",
            ".if 1\n",
            ".notice x\n",
            "feature(THREAD)",
            "streq(a,b)",
            "version_atleast(3)",
            "&&",
            "||",
            "!",
            "(",
            ")",
            "no ",
            "default ",
            "%[",
            "]",
            "{ ",
            " }",
            "if ",
            "0",
            "-1",
            "1s",
            "99999999999999999999",
            "127.0.0.1:80",
            "[::1]:80-90",
            "fd@3",
            "abns@x",
            "/tmp/x",
            "*:80",
            ":+1",
            "a:",
            "setenv A b\n",
            "unsetenv A\n",
            "\r",
            "\u00e9",
            "\0");

    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final int MOST_MESSAGES = 100_000;

    private final List<String> lines = lines();

    @Override
    public String name() {
        return "config";
    }

    @Override
    public void round(RandomGenerator random) {
        var text = text(random);
        var start = System.nanoTime();
        var first = load(text);
        if (System.nanoTime() - start > LONGEST_NANOS) throw new AssertionError("took too long: " + text);
        if (first.size() > MOST_MESSAGES) throw new AssertionError(first.size() + " messages for: " + text);
        if (!first.equals(load(text))) throw new AssertionError("other messages the second time: " + text);
    }

    private static List<String> load(String text) {
        var out = new Diagnostics();
        var loader = new ConfigurationLoader(
                Facts.all(), host -> host.equals("h") ? List.of(new byte[4]) : List.of(), false);
        var environment = new Environment(Map.of("A", "a b", "L", "x y  z"));
        var loaded = loader.loadTexts(List.of(new ConfigurationText("fuzz.cfg", text)), environment, out);
        if (loaded.isEmpty() != out.has(Severity.ALERT))
            throw new AssertionError("a verdict without its reason: " + text);
        return out.all().stream()
                .map(d -> d.severity() + " " + d.position() + " " + d.message())
                .toList();
    }

    /** Right lines and pieces of lines, some of them cut, doubled or changed. */
    private String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(60); i >= 0; i--) {
            if (random.nextInt(3) > 0)
                text.append(lines.get(random.nextInt(lines.size()))).append('\n');
            else text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        for (var i = random.nextInt(6); i > 0; i--) change(text, random);
        return text.toString();
    }

    private static void change(StringBuilder text, RandomGenerator random) {
        var at = random.nextInt(text.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
            case 2 -> text.insert(at, (char) random.nextInt(256));
            case 3 ->
                text.insert(
                        at, text.substring(at, Math.min(text.length(), at + 20)).repeat(random.nextInt(40)));
            default -> text.setLength(at);
        }
    }

    /** The examples of the tables, in sections of all kinds. */
    private static List<String> lines() {
        var tables = Tables.create();
        var lines = new ArrayList<String>();
        for (var directive : tables.global().all()) lines.addAll(directive.examples());
        for (var directive : tables.proxy().all()) lines.addAll(directive.examples());
        add(lines, "bind 127.0.0.1:80 ", tables.bind().all());
        add(lines, "server s h:80 ", tables.server().all());
        // A change of these may name any file of the machine.
        lines.removeIf(line -> line.startsWith("errorfile"));
        for (var section : List.of("global", "defaults", "listen l", "frontend f", "backend b", "defaults n from d")) {
            for (var i = 0; i < 12; i++) lines.add(section);
        }
        return lines;
    }

    private static <D> void add(List<String> lines, String begin, List<Directive<D>> directives) {
        for (var directive : directives) for (var example : directive.examples()) lines.add(begin + example);
    }
}
