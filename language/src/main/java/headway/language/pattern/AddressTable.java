package headway.language.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Networks, and which is the smallest that holds an address: a hash table for each size that there is, asked from the smallest networks to the largest. The tables
 * do not wait for each other's memory, as the nodes of a tree do, and lists have few sizes. Addresses are left-aligned in 128 bits.
 */
final class AddressTable {
    private static final int NONE = PatternIndex.NONE;

    private final Duplicates duplicates = new Duplicates();
    /** The longest prefixes first. */
    private volatile AddressLevel[] levels = {};

    /** The entry of the smallest network with that address, or NONE. */
    int find(long high, long low) {
        for (var level : levels) {
            var entry = level.find(high, low);
            if (entry != NONE) return entry;
        }
        return NONE;
    }

    /** Adds a network whose bits beyond its size are 0. */
    void add(long high, long low, int size, int entry) {
        var level = level(size);
        if (level == null) {
            level = new AddressLevel(size);
            level.put(high, low, entry);
            levels = with(level);
            return;
        }
        var first = level.find(high, low);
        if (first == NONE) level.put(high, low, entry);
        else duplicates.add(first, entry);
    }

    private @Nullable AddressLevel level(int size) {
        for (var level : levels) if (level.size() == size) return level;
        return null;
    }

    private AddressLevel[] with(AddressLevel added) {
        var all = Arrays.copyOf(levels, levels.length + 1);
        var at = levels.length;
        for (; at > 0 && all[at - 1].size() < added.size(); at--) all[at] = all[at - 1];
        all[at] = added;
        return all;
    }

    void remove(long high, long low, int size, int entry) {
        var level = level(size);
        var first = level == null ? NONE : level.find(high, low);
        if (level != null && first != NONE) level.put(high, low, duplicates.remove(first, entry));
    }
}
