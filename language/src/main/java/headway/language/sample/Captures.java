package headway.language.sample;

import headway.base.memory.Buffer;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.model.CaptureSlots;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that a stream keeps for its log line, each in the slot that its frontend declares. Owned by one loop; the memory is taken with the first text. */
public final class Captures {
    private static final int UNSET = -1;

    /** Where each slot lies; those of the request come first. Made at load. */
    public static final class Layout {
        public static final Layout NONE = new Layout(CaptureSlots.NONE);

        private final int requests;
        private final int[] starts;

        public Layout(CaptureSlots slots) {
            requests = slots.request().size();
            starts = new int[requests + slots.response().size() + 1];
            place(slots.request(), 0);
            place(slots.response(), requests);
        }

        private void place(List<CaptureSlots.Slot> slots, int from) {
            for (var i = 0; i < slots.size(); i++)
                starts[from + i + 1] = starts[from + i] + slots.get(i).length();
        }

        int size() {
            return starts[starts.length - 1];
        }

        int count(Direction direction) {
            return direction == Direction.REQUEST ? requests : starts.length - 1 - requests;
        }

        /** -1 when there is no such slot. */
        int index(Direction direction, int slot) {
            if (slot < 0 || slot >= count(direction)) return -1;
            return direction == Direction.REQUEST ? slot : requests + slot;
        }
    }

    private final Buffers buffers;
    private Layout layout = Layout.NONE;
    private int[] lengths = {};
    private @Nullable Buffer texts;

    public Captures(Buffers buffers) {
        this.buffers = buffers;
    }

    /** A stream of that frontend begins. */
    public void begin(Layout frontend) {
        layout = frontend;
        var slots = frontend.starts.length - 1;
        if (lengths.length < slots) lengths = new int[slots];
        Arrays.fill(lengths, UNSET);
    }

    /** How many slots there are. */
    public int count(Direction direction) {
        return layout.count(direction);
    }

    /**
     * Reads a slot.
     *
     * @return false when there is no such slot, or nothing in it
     */
    public boolean read(Direction direction, int slot, Sample out) {
        var index = layout.index(direction, slot);
        var held = texts;
        if (index < 0 || held == null || lengths[index] == UNSET) return false;
        return out.text(held.at() + layout.starts[index], lengths[index]);
    }

    /** Copies a text, as much of it as fits; nothing happens when there is no such slot. */
    public void write(Direction direction, int slot, int at, int length) {
        var index = layout.index(direction, slot);
        if (index < 0) return;
        var held = texts;
        if (held == null) texts = held = buffers.take(Math.max(1, layout.size()));
        var start = layout.starts[index];
        var kept = Math.min(length, layout.starts[index + 1] - start);
        Slab.copy(at, held.at() + start, kept);
        lengths[index] = kept;
    }

    /** The stream has ended. */
    public void clear() {
        layout = Layout.NONE;
        var held = texts;
        texts = null;
        if (held != null) held.release();
    }
}
