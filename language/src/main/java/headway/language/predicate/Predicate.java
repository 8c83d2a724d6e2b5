package headway.language.predicate;

import headway.base.catalog.Keyword;
import headway.language.syntax.Environment;
import java.util.List;
import java.util.Set;

/**
 * One question that a condition may ask.
 *
 * @param arguments how many it takes
 * @param allowed all that the first of them may be; empty when it may be anything
 */
record Predicate(String name, int arguments, String summary, List<String> examples, Set<String> allowed, Test test)
        implements Keyword {
    /** Answers with the arguments at hand. */
    @FunctionalInterface
    interface Test {
        boolean answer(Facts facts, Environment environment, List<String> arguments);
    }

    Predicate only(Set<String> allowed) {
        return new Predicate(name, arguments, summary, examples, allowed, test);
    }

    boolean allows(List<String> given) {
        return allowed.isEmpty() || allowed.contains(given.getFirst());
    }
}
