package headway.language.rule;

import headway.language.sample.Scope;

/** What a rule does, bound to its arguments. */
@FunctionalInterface
public interface Action {
    /** Does it, and gives one of {@link Verdict}'s numbers. */
    int run(Scope scope, Progress progress);
}
