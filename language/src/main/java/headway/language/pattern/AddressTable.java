package headway.language.pattern;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Networks, and which is the smallest that holds an address: a hash table for each size that there is, asked from the smallest networks to the largest. The tables
 * do not wait for each other's memory, as the nodes of a tree do, and lists have few sizes. Addresses are left-aligned in 128 bits.
 */
final class AddressTable {
    private static final int NONE = PatternIndex.NONE;

    private record Block(long high, long low, int size) {}

    /** Of networks that several entries have, those entries. An entry with a host's name has several networks, so lines of entries would not do. */
    private final Map<Block, TreeSet<Integer>> shared = new HashMap<>();
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
        if (first == NONE) {
            level.put(high, low, entry);
        } else if (first != entry) {
            var all = shared.computeIfAbsent(new Block(high, low, size), _ -> new TreeSet<>());
            all.add(first);
            all.add(entry);
        }
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
        if (level == null) return;
        var block = new Block(high, low, size);
        var all = shared.get(block);
        if (all != null) {
            all.remove(entry);
            if (all.size() == 1) shared.remove(block);
        }
        if (level.find(high, low) == entry) level.put(high, low, all == null ? NONE : all.first());
    }

    boolean isCrowded() {
        for (var level : levels) if (level.isCrowded()) return true;
        return false;
    }

    void makeRoom() {
        for (var level : levels) if (level.isCrowded()) level.grow();
    }
}
