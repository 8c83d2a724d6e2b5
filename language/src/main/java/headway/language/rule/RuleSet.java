package headway.language.rule;

import headway.language.condition.Condition;
import headway.language.sample.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one kind of one proxy in the order in which they run; those of its {@code defaults} come first. */
public final class RuleSet {
    public static final RuleSet EMPTY = new RuleSet(List.of());

    private final Rule[] rules;
    private final @Nullable Condition[] conditions;
    private final Action[] actions;

    public RuleSet(List<Rule> rules) {
        this.rules = rules.toArray(new Rule[0]);
        conditions = new Condition[rules.size()];
        actions = new Action[rules.size()];
        for (var i = 0; i < this.rules.length; i++) {
            conditions[i] = this.rules[i].condition();
            actions[i] = action(i);
        }
    }

    private Action action(int index) {
        var action = rules[index].action();
        return action instanceof Joining joining && !joins(index + 1) ? joining.last() : action;
    }

    private boolean joins(int index) {
        return index < rules.length && rules[index].condition() == null && rules[index].action() instanceof Joining;
    }

    public boolean isEmpty() {
        return actions.length == 0;
    }

    public List<Rule> rules() {
        return List.of(rules);
    }

    /**
     * Runs the rules from where {@code progress} stands ({@link Progress#begin} before the first time) until one decides, one has to wait, or all are
     * done. After WAIT, call it again with the same progress: it goes on at the rule that waits.
     *
     * @return one of {@link Verdict}'s numbers; CONTINUE when no rule has decided
     */
    public int run(Scope scope, Progress progress) {
        for (var i = progress.index; i < actions.length; i++) {
            if (!progress.entered) {
                var answer = test(conditions[i], scope);
                if (answer == Condition.UNKNOWN && !scope.isFinal()) return waitAt(i, progress);
                if (answer != Condition.YES) continue;
            }
            var verdict = actions[i].run(scope, progress);
            progress.entered = verdict == Verdict.WAIT;
            if (verdict == Verdict.CONTINUE) continue;
            return verdict == Verdict.WAIT ? waitAt(i, progress) : decide(i, progress, verdict);
        }
        progress.index = actions.length;
        progress.waiting = null;
        return Verdict.CONTINUE;
    }

    private static int test(@Nullable Condition condition, Scope scope) {
        return condition == null ? Condition.YES : condition.test(scope);
    }

    private int decide(int index, Progress progress, int verdict) {
        progress.decided = rules[index];
        progress.last = rules[index];
        progress.waiting = null;
        return verdict;
    }

    private int waitAt(int index, Progress progress) {
        progress.index = index;
        progress.waiting = rules[index];
        return Verdict.WAIT;
    }
}
