package headway.language.rule;

import headway.base.diagnostic.Position;
import headway.language.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One rule: do this if that.
 *
 * @param words the rule as it was written, for who explains a verdict
 * @param condition null when it has none
 */
public record Rule(
        Position position, String words, @Nullable Condition condition, Action action) {}
