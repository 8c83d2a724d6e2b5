package headway.language.lint;

import headway.language.draft.ProxyDraft;
import headway.language.syntax.Line;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a line's condition is, without understanding it. */
final class Conditions {
    private static final List<String> BEGINNINGS = List.of("if", "unless");

    private static final List<String> PREDEFINED = List.of("TRUE", "FALSE");
    private static final List<String> ALWAYS = List.of(
            "if TRUE", "if !FALSE", "unless FALSE", "unless !TRUE", "if { always_true }", "unless { always_false }");

    private Conditions() {}

    /** No word of the line could begin one. */
    static boolean isUnconditional(Line line) {
        return index(line) < 0;
    }

    /** What makes that a rule of that proxy is always followed; empty when it may not be. */
    static String whyAlways(Line line, ProxyDraft proxy) {
        var index = index(line);
        if (index < 0) return "has no condition";
        return ALWAYS.contains(line.from(index)) && !isRenamed(proxy) ? "has a condition that always holds" : "";
    }

    /** A section may give the predefined names another meaning. */
    private static boolean isRenamed(ProxyDraft proxy) {
        var defaults = proxy.defaults;
        return Stream.concat(proxy.lines.stream(), defaults == null ? Stream.empty() : defaults.lines.stream())
                .anyMatch(line -> line.word(0).equals("acl") && PREDEFINED.contains(line.word(1)));
    }

    /** Of the first word that could begin one, or -1. */
    static int index(Line line) {
        return IntStream.range(1, line.count())
                .filter(i -> BEGINNINGS.contains(line.word(i)))
                .findFirst()
                .orElse(-1);
    }
}
