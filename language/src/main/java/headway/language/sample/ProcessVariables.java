package headway.language.sample;

import headway.base.memory.Slab;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variables of the process, shared by all loops: values are immutable snapshots, exchanged under a short lock. */
public final class ProcessVariables implements Variables {
    /** A value that never changes; its text is copied into the reader's stream. */
    private record Value(SampleType type, long integer, long high, long low, byte[] text) {}

    private static final Value[] NONE = {};

    private @Nullable Value[] values = NONE;
    private final @Nullable VariableBudget budget;

    public ProcessVariables(@Nullable VariableBudget budget) {
        this.budget = budget;
    }

    /** What the variables of sessions count for too; null when nothing is counted. */
    public @Nullable VariableBudget budget() {
        return budget;
    }

    /** How many variables of any scope {@code tune.vars} has kept from being set. */
    public long refusals() {
        return budget == null ? 0 : budget.refusals();
    }

    @Override
    public boolean read(int slot, Scope scope, Sample out) {
        var value = value(slot);
        if (value == null) return false;
        out.type = value.type;
        out.integer = value.integer;
        out.high = value.high;
        out.low = value.low;
        out.length = value.text.length;
        out.at = value.text.length == 0 ? 0 : scope.scratch().take(value.text.length);
        if (value.text.length > 0) Slab.put(out.at, value.text);
        return true;
    }

    private synchronized @Nullable Value value(int slot) {
        return slot < values.length ? values[slot] : null;
    }

    @Override
    public boolean write(int slot, Sample value) {
        var hasText = value.type == SampleType.STR || value.type == SampleType.BIN || value.type == SampleType.METH;
        var text = hasText ? Slab.bytes(value.at, value.length) : new byte[0];
        return exchange(slot, new Value(value.type, value.integer, value.high, value.low, text));
    }

    @Override
    public void unset(int slot) {
        exchange(slot, null);
    }

    private synchronized boolean exchange(int slot, @Nullable Value value) {
        if (slot >= values.length) values = Arrays.copyOf(values, slot + 1);
        if (budget != null && !budget.take(cost(value) - cost(values[slot]))) return false;
        values[slot] = value;
        return true;
    }

    private static int cost(@Nullable Value value) {
        return value == null ? 0 : VariableBudget.VARIABLE + value.text.length;
    }
}
