package headway.language.predicate;

import headway.base.catalog.Keyword;
import headway.language.syntax.Environment;
import java.util.List;

/**
 * One question that a condition may ask.
 *
 * @param arguments how many it takes
 */
record Predicate(String name, int arguments, String summary, List<String> examples, Test test) implements Keyword {
    /** Answers with the arguments at hand; throws when one of them is nothing it knows. */
    @FunctionalInterface
    interface Test {
        boolean answer(Facts facts, Environment environment, List<String> arguments) throws ConditionException;
    }
}
