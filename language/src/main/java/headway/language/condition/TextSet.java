package headway.language.condition;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Many texts for exact comparison: a hash table with open addressing over views of the slab. */
final class TextSet {
    private static final int NONE = -1;

    private final int[] at;
    private final int[] length;
    private final int mask;
    private final boolean ignoreCase;

    TextSet(List<String> patterns, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        var size = Integer.highestOneBit(Math.max(4, patterns.size() * 2) - 1) << 1;
        at = new int[size];
        Arrays.fill(at, NONE);
        length = new int[size];
        mask = size - 1;
        for (var pattern : patterns) add(Text.of(ignoreCase ? pattern.toLowerCase(Locale.ROOT) : pattern));
    }

    private void add(Text text) {
        var slot = slot(text.at(), text.length());
        at[slot] = text.at();
        length[slot] = text.length();
    }

    boolean has(Sample value) {
        return at[slot(value.at, value.length)] != NONE;
    }

    /** Where the text is or would be. */
    private int slot(int place, int size) {
        var slot = hash(place, size) & mask;
        while (at[slot] != NONE && !isAt(slot, place, size)) slot = slot + 1 & mask;
        return slot;
    }

    private boolean isAt(int slot, int place, int size) {
        if (length[slot] != size) return false;
        if (!ignoreCase) return Slab.equal(at[slot], place, size);
        for (var i = 0; i < size; i++) {
            if (Texts.lower(Slab.byteAt(place + i)) != Slab.byteAt(at[slot] + i)) return false;
        }
        return true;
    }

    /** FNV-1a. */
    private int hash(int place, int size) {
        var hash = 0x811c9dc5;
        for (var i = 0; i < size; i++) {
            int c = Slab.byteAt(place + i);
            hash = (hash ^ (ignoreCase ? Texts.lower(c) : c)) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }
}
