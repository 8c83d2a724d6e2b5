package headway.language.resolve;

import headway.base.diagnostic.Diagnostic;
import headway.base.diagnostic.Diagnostics;
import headway.language.model.Configuration;
import headway.language.predicate.Facts;
import headway.language.syntax.ConfigurationText;
import headway.language.syntax.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Configurations in tests: texts in, the model or the messages out. Only "localhost" and "two.example" can be looked up. */
final class Loads {
    private static final Map<String, List<byte[]>> NAMES = Map.of(
            "localhost", List.of(new byte[] {127, 0, 0, 1}),
            "two.example", List.of(new byte[16], new byte[] {10, 0, 0, 2}));

    private Loads() {}

    static ConfigurationLoader loader() {
        return new ConfigurationLoader(Facts.all(), host -> NAMES.getOrDefault(host, List.of()), false);
    }

    static Environment environment() {
        return Environment.of(Map.of("HOME", "/home/nobody", "LIST", "a b  c", "EMPTY", ""), Facts.VERSION);
    }

    static Optional<Configuration> load(String text, Diagnostics out) {
        return loader().loadTexts(List.of(new ConfigurationText("t.cfg", text)), environment(), out);
    }

    /** The model of a text that must be right. */
    static Configuration of(String... lines) {
        var out = new Diagnostics();
        return load(String.join("\n", lines) + "\n", out).orElseThrow(() -> new AssertionError(print(out)));
    }

    static Diagnostics diagnostics(String... lines) {
        var out = new Diagnostics();
        load(String.join("\n", lines) + "\n", out);
        return out;
    }

    static String print(Diagnostics out) {
        return out.all().stream().map(Loads::print).collect(Collectors.joining());
    }

    private static String print(Diagnostic d) {
        var at = d.position();
        var proposal = d.proposal().isEmpty() ? "" : " -> " + d.proposal();
        var column = at.column() == 0 ? "" : ":" + at.column();
        return d.severity() + " " + at.line() + column + " " + d.message().replace("\n", "\n    ") + proposal + "\n";
    }
}
