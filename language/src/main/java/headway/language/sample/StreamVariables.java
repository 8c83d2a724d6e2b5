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
    /** By slot, the memory that its text has: it stays the variable's own until all are cleared, even while another value or none is set. */
    private int[] places = {};

    private int[] rooms = {};
    private int used;
    /** Null when nothing is counted. */
    private final @Nullable VariableBudget budget;
    /** What these have taken of it; scopes within have taken more. */
    private long taken;

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

    /** What cannot be kept leaves the variable as it is. */
    @Override
    public boolean write(int slot, Sample value) {
        if (slot >= set.length) grow(slot);
        if (hasText(value.type) && !hasRoom(slot, value.length)) return false;
        if (!take(cost(value) - costOf(slot))) return false;
        if (hasText(value.type)) keepText(slot, value);
        var kept = values[slot];
        if (kept == null) values[slot] = kept = new Sample();
        kept.copy(value);
        kept.mayChange = false;
        if (hasText(value.type)) kept.at = places[slot];
        set[slot] = true;
        return true;
    }

    private boolean take(long bytes) {
        if (budget == null) return true;
        if (!budget.take(bytes)) return false;
        taken += bytes;
        return true;
    }

    private boolean hasRoom(int slot, int length) {
        return length <= rooms[slot] || used + length <= LIMIT;
    }

    /** A text that fits where another one lay goes there, and one that does not gets at least twice as much: rule sets that run often do not fill the memory. */
    private void keepText(int slot, Sample value) {
        if (value.length > rooms[slot]) {
            var room = Math.min(Math.max(value.length, 2 * rooms[slot]), LIMIT - used);
            places[slot] = texts.take(room);
            rooms[slot] = room;
            used += room;
        }
        Slab.copy(value.at, places[slot], value.length);
    }

    private void grow(int slot) {
        values = Arrays.copyOf(values, slot + 1);
        set = Arrays.copyOf(set, slot + 1);
        places = Arrays.copyOf(places, slot + 1);
        rooms = Arrays.copyOf(rooms, slot + 1);
    }

    @Override
    public void unset(int slot) {
        if (slot >= set.length || !set[slot]) return;
        take(-costOf(slot));
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
        take(-taken);
        Arrays.fill(set, false);
        Arrays.fill(rooms, 0);
        texts.release();
        used = 0;
    }

    private static boolean hasText(SampleType type) {
        return type == SampleType.STR || type == SampleType.BIN || type == SampleType.METH;
    }
}
