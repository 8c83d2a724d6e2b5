package headway.language.rule;

import headway.base.diagnostic.Position;
import headway.language.condition.Condition;
import headway.language.format.Format;
import org.jspecify.annotations.Nullable;

/**
 * A {@code use_backend} rule.
 *
 * @param condition null when it has none
 * @param backend a name; when {@code name} is set it is only known when it runs
 * @param name what makes the name, or null
 */
public record BackendChoice(
        Position position,
        @Nullable Condition condition,
        String backend,
        @Nullable Format name) {}
