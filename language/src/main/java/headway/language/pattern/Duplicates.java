package headway.language.pattern;

import java.util.Arrays;

/**
 * Entries that are the same to an index: it shows the first, and the others stand in line behind it in the order of the list, in which they come. Each change costs the
 * same, however long a line is. For the writer only.
 */
final class Duplicates {
    /** By entry, the next one in the same line plus 1. */
    private final Links next = new Links();
    /** By entry, the one before it plus 1; by the first one, the last. */
    private final Links previous = new Links();

    /** A number for each entry, 0 unless it was set, in pages of which each is made when it is first needed: none is so large that making it takes time. */
    private static final class Links {
        private static final int PAGE_BITS = 10;
        private static final int MASK = (1 << PAGE_BITS) - 1;

        private int[][] pages = {};

        int at(int entry) {
            var page = entry >> PAGE_BITS;
            return page < pages.length && pages[page] != null ? pages[page][entry & MASK] : 0;
        }

        void put(int entry, int number) {
            var page = entry >> PAGE_BITS;
            if (page >= pages.length) pages = Arrays.copyOf(pages, page + (page >> 1) + 1);
            if (pages[page] == null) pages[page] = new int[1 << PAGE_BITS];
            pages[page][entry & MASK] = number;
        }
    }

    void add(int first, int entry) {
        if (first == entry) return;
        var last = previous.at(first) == 0 ? first : previous.at(first) - 1;
        next.put(last, entry + 1);
        previous.put(entry, last + 1);
        previous.put(first, entry + 1);
    }

    private int after(int entry) {
        return next.at(entry) - 1;
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
            previous.put(heir, previous.at(first) == heir + 1 ? 0 : previous.at(first));
        } else {
            if (previous.at(entry) == 0) return first;
            var before = previous.at(entry) - 1;
            next.put(before, heir + 1);
            if (heir >= 0) previous.put(heir, before + 1);
            else previous.put(first, before == first ? 0 : before + 1);
        }
        next.put(entry, 0);
        previous.put(entry, 0);
        return entry == first ? heir : first;
    }
}
