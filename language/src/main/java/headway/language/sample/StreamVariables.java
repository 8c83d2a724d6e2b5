package headway.language.sample;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variables of a session, transaction, request or response: owned by one loop, their texts in memory of their own. */
public final class StreamVariables implements Variables {
    /** HAProxy has no such limit unless {@code tune.vars} is set; here a scope's texts are bounded in any case. */
    private static final int LIMIT = 1 << 20;

    private static final Sample[] NONE = {};

    private final Scratch texts;
    /** By slot; a variable that was never set has none. Kept when cleared, so that nothing is made for the next stream. */
    private @Nullable Sample[] values = NONE;

    private boolean[] set = {};
    private int used;
    /** Null when nothing is counted. */
    private final @Nullable VariableBudget budget;

    public StreamVariables(Buffers buffers) {
        this(buffers, null);
    }

    public StreamVariables(Buffers buffers, @Nullable VariableBudget budget) {
        texts = new Scratch(buffers);
        this.budget = budget;
    }

    /** What these count for; null when nothing is counted. */
    public @Nullable VariableBudget budget() {
        return budget;
    }

    @Override
    public boolean read(int slot, Scope scope, Sample out) {
        if (slot >= set.length || !set[slot]) return false;
        var value = values[slot];
        if (value == null) return false;
        out.copy(value);
        return true;
    }

    @Override
    public boolean write(int slot, Sample value) {
        if (slot >= set.length) grow(slot);
        if (budget != null && !budget.take(cost(value) - costOf(slot))) return false;
        var kept = values[slot];
        if (kept == null) values[slot] = kept = new Sample();
        var room = hasText(kept.type) ? kept.length : 0;
        var place = kept.at;
        kept.copy(value);
        kept.mayChange = false;
        if (hasText(value.type) && !keepText(kept, value, set[slot] ? room : 0, place)) return false;
        set[slot] = true;
        return true;
    }

    /** A text that fits where the old one lay goes there, so that a rule set that runs often does not fill the memory. */
    private boolean keepText(Sample kept, Sample value, int room, int place) {
        if (value.length > room) {
            if (used + value.length > LIMIT) return false;
            used += value.length;
            place = texts.take(value.length);
        }
        Slab.copy(value.at, place, value.length);
        kept.at = place;
        return true;
    }

    private void grow(int slot) {
        values = Arrays.copyOf(values, slot + 1);
        set = Arrays.copyOf(set, slot + 1);
    }

    @Override
    public void unset(int slot) {
        if (slot >= set.length || !set[slot]) return;
        if (budget != null) budget.take(-costOf(slot));
        set[slot] = false;
    }

    private static int cost(Sample value) {
        return VariableBudget.VARIABLE + (hasText(value.type) ? value.length : 0);
    }

    private int costOf(int slot) {
        var kept = values[slot];
        return kept == null || !set[slot] ? 0 : cost(kept);
    }

    /** Unsets all and gives the memory back. */
    public void clear() {
        if (set.length == 0) return;
        if (budget != null) budget.take(-budget.used());
        Arrays.fill(set, false);
        texts.release();
        used = 0;
    }

    private static boolean hasText(SampleType type) {
        return type == SampleType.STR || type == SampleType.BIN || type == SampleType.METH;
    }
}
