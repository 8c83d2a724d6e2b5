package headway.language.sample;

import org.jspecify.annotations.Nullable;

/**
 * {@code tune.vars}: bytes that variables may take, 0 for no limit.
 *
 * @param all of all scopes together
 * @param exchange of a request or response
 */
public record VariableLimits(long all, long process, long session, long transaction, long exchange) {
    public static final VariableLimits NONE = new VariableLimits(0, 0, 0, 0, 0);

    /** False when nothing has to be counted. */
    public boolean isAny() {
        return (all | process | session | transaction | exchange) != 0;
    }

    /** The outermost budget, null when nothing has to be counted. */
    public @Nullable VariableBudget budget() {
        return isAny() ? new VariableBudget(process, new VariableBudget(all, null)) : null;
    }
}
