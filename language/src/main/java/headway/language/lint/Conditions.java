package headway.language.lint;

import headway.language.syntax.Line;
import java.util.List;
import java.util.stream.IntStream;

/** Where a line's condition is, without understanding it. */
final class Conditions {
    private static final List<String> BEGINNINGS = List.of("if", "unless");

    private Conditions() {}

    /** No word of the line could begin one. */
    static boolean isUnconditional(Line line) {
        return index(line) < 0;
    }

    /** Of the first word that could begin one, or -1. */
    static int index(Line line) {
        return IntStream.range(1, line.count())
                .filter(i -> BEGINNINGS.contains(line.word(i)))
                .findFirst()
                .orElse(-1);
    }
}
