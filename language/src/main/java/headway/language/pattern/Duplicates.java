package headway.language.pattern;

import java.util.Arrays;

/**
 * Entries that are the same to an index: it shows the first, and the others stand in line behind it in the order of the list, in which they come. Each change costs the
 * same, however long a line is. For the writer only.
 */
final class Duplicates {
    /** By entry, the next one in the same line plus 1. */
    private int[] next = {};
    /** By entry, the one before it plus 1; by the first one, the last. */
    private int[] previous = {};

    void add(int first, int entry) {
        if (first == entry) return;
        if (entry >= next.length) {
            var size = entry + (entry >> 1) + 4;
            next = Arrays.copyOf(next, size);
            previous = Arrays.copyOf(previous, size);
        }
        var last = previous[first] == 0 ? first : previous[first] - 1;
        next[last] = entry + 1;
        previous[entry] = last + 1;
        previous[first] = entry + 1;
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
        var heir = after(entry);
        if (entry == first) {
            if (heir < 0) return PatternIndex.NONE;
            previous[heir] = previous[first] == heir + 1 ? 0 : previous[first];
        } else {
            if (entry >= previous.length || previous[entry] == 0) return first;
            var before = previous[entry] - 1;
            next[before] = heir + 1;
            if (heir >= 0) previous[heir] = before + 1;
            else previous[first] = before == first ? 0 : before + 1;
        }
        next[entry] = 0;
        previous[entry] = 0;
        return entry == first ? heir : first;
    }
}
