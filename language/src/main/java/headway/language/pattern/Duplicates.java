package headway.language.pattern;

import java.util.Arrays;

/** Entries that are the same to an index: it shows the first, and the others stand in line behind it. For the writer only. */
final class Duplicates {
    /** By entry, the next one in the same line plus 1. */
    private int[] next = {};

    void add(int first, int entry) {
        if (first == entry) return;
        if (entry >= next.length) next = Arrays.copyOf(next, entry + (entry >> 1) + 4);
        next[entry] = next[first];
        next[first] = entry + 1;
    }

    private int after(int entry) {
        return entry < next.length ? next[entry] - 1 : PatternIndex.NONE;
    }

    /** All entries of the line that begins there. */
    int[] line(int first) {
        var line = new int[4];
        var count = 0;
        for (var entry = first; entry >= 0; entry = after(entry)) {
            if (count == line.length) line = Arrays.copyOf(line, count * 2);
            line[count++] = entry;
        }
        return Arrays.copyOf(line, count);
    }

    /** Takes an entry out; gives who is first then, or NONE. */
    int remove(int first, int entry) {
        if (entry == first) return removeFirst(first);
        for (var before = first; before >= 0; before = after(before)) {
            if (after(before) != entry) continue;
            next[before] = next[entry];
            next[entry] = 0;
            break;
        }
        return first;
    }

    private int removeFirst(int first) {
        var heir = after(first);
        if (heir < 0) return PatternIndex.NONE;
        for (var other = after(heir); other >= 0; other = after(other)) heir = Math.min(heir, other);
        remove(first, heir);
        next[heir] = after(first) + 1;
        next[first] = 0;
        return heir;
    }
}
