package headway.language.sample;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How much memory variables may take ({@code tune.vars}). What one of a scope takes counts for the scopes around it too, up to the process. */
public final class VariableBudget {
    /** What a variable takes beside its text; HAProxy's figure, so that limits mean the same. */
    static final int VARIABLE = 80;

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    /** How often something had not enough; kept by the outermost. */
    private final AtomicLong refusals = new AtomicLong();

    private @Nullable VariableBudget outer;

    /**
     * @param limit in bytes, 0 for none
     */
    public VariableBudget(long limit, @Nullable VariableBudget outer) {
        this.limit = limit;
        this.outer = outer;
    }

    /** What it counts for from now on; to be changed while nothing is taken. */
    public void outer(@Nullable VariableBudget next) {
        outer = next;
    }

    /** Takes that much here and in all around it; false, and nothing is taken, when one of them has not enough. A negative amount is given back. */
    boolean take(long bytes) {
        var now = used.addAndGet(bytes);
        var around = outer;
        var exceeded = bytes > 0 && limit > 0 && now > limit;
        if (exceeded) outermost().refusals.incrementAndGet();
        if (!exceeded && (around == null || around.take(bytes))) return true;
        used.addAndGet(-bytes);
        return false;
    }

    /** How many variables were not set since there was not enough here or in what counts for the same outermost budget. Any thread. */
    public long refusals() {
        return outermost().refusals.get();
    }

    private VariableBudget outermost() {
        var at = this;
        for (var around = at.outer; around != null; around = at.outer) at = around;
        return at;
    }
}
