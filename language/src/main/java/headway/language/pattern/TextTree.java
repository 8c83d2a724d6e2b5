package headway.language.pattern;

import headway.language.sample.Sample;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Which of many texts a value begins with: a binary trie over their bits, in which a node stands for what all texts below it begin with. It costs what the value's length
 * costs, however many texts there are. Writers and readers meet as in {@link AddressTree}.
 */
final class TextTree {
    private static final VarHandle INT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int NONE = PatternIndex.NONE;

    /** The nodes, a column a member. */
    private static final class Nodes {
        /** Where in the entries' bytes a text lies that begins with what the node stands for. */
        private final int[] at;
        /** How many bits of it. */
        private final int[] bits;
        /** Of node n at 2n and 2n+1. */
        private final int[] links;

        private final int[] entry;

        Nodes(int size) {
            at = new int[size];
            bits = new int[size];
            links = new int[2 * size];
            entry = new int[size];
        }

        Nodes(Nodes other, int size) {
            at = Arrays.copyOf(other.at, size);
            bits = Arrays.copyOf(other.bits, size);
            links = Arrays.copyOf(other.links, 2 * size);
            entry = Arrays.copyOf(other.entry, size);
        }
    }

    private final Entries entries;
    private final TextOrder order;
    private final Duplicates duplicates = new Duplicates();
    /** Node 0 is the root: the empty text. */
    private volatile Nodes nodes = new Nodes(2);

    private int count = 1;

    TextTree(Entries entries, TextOrder order) {
        this.entries = entries;
        this.order = order;
        nodes.entry[0] = NONE;
    }

    /**
     * Follows the value's bytes down the tree.
     *
     * @param from the place in the value at which the texts are to begin
     * @param best what has been found so far, or NONE
     * @return the better of that and what is found here, as the kind says
     */
    int find(Sample value, int from, int best, TextKind kind) {
        var all = nodes;
        var most = (value.length - from) * 8L;
        var found = best;
        var node = 0;
        var known = 0;
        while (true) {
            var bits = all.bits[node];
            if (bits > most || !holds(all, node, value, from, known)) return found;
            known = bits;
            var entry = (int) INT.getAcquire(all.entry, node);
            if (entry != NONE && kind.ends(value, from + bits / 8)) found = kind.better(found, entry);
            if (bits == most) return found;
            node = (int) INT.getAcquire(all.links, 2 * node + bit(order.of(value, from + bits / 8), bits));
            if (node == 0) return found;
        }
    }

    private static int bit(int octet, int index) {
        return octet >> 7 - (index & 7) & 1;
    }

    /** Whether the value has the node's bits from those on that are known to be right. */
    private boolean holds(Nodes all, int node, Sample value, int from, int known) {
        var bits = all.bits[node];
        var bytes = entries.bytes();
        var at = all.at[node];
        for (var i = known / 8; i < bits / 8; i++)
            if (order.of(bytes, at, i) != order.of(value, from + i)) return false;
        var rest = bits & 7;
        return rest == 0 || (order.of(bytes, at, bits / 8) ^ order.of(value, from + bits / 8)) >> 8 - rest == 0;
    }

    /**
     * Adds a text.
     *
     * @param at where it begins in the order of reading
     */
    void add(int at, int length, int entry) {
        if (count + 2 > nodes.bits.length) nodes = new Nodes(nodes, nodes.bits.length * 2);
        var all = nodes;
        var size = length * 8;
        var node = 0;
        while (true) {
            if (all.bits[node] == size) {
                attach(all, node, entry);
                return;
            }
            var link = 2 * node + bit(order.of(entries.bytes(), at, all.bits[node] / 8), all.bits[node]);
            var below = all.links[link];
            var common = below == 0 ? 0 : common(all, below, at, Math.min(size, all.bits[below]), all.bits[node]);
            if (below == 0 || common < all.bits[below]) {
                insert(all, link, common, node(all, at, size, entry));
                return;
            }
            node = below;
        }
    }

    private void attach(Nodes all, int node, int entry) {
        if (all.entry[node] == NONE) INT.setRelease(all.entry, node, entry);
        else duplicates.add(all.entry[node], entry);
    }

    /** How many bits the node and the text share, of at most so many and at least those that are known. */
    private int common(Nodes all, int node, int at, int most, int known) {
        var bytes = entries.bytes();
        for (var i = known / 8; i * 8 < most; i++) {
            var differing = order.of(bytes, at, i) ^ order.of(bytes, all.at[node], i);
            if (differing != 0) return Math.min(most, i * 8 + Integer.numberOfLeadingZeros(differing) - 24);
        }
        return most;
    }

    /** Puts a new node where the link goes to; what was there goes below it, or beside it below a node for what both share. */
    private void insert(Nodes all, int link, int common, int node) {
        var below = all.links[link];
        var top = node;
        if (below != 0 && common < all.bits[node]) {
            top = node(all, all.at[node], common, NONE);
            all.links[2 * top + bit(all, node, common)] = node;
        }
        if (below != 0) all.links[2 * top + bit(all, below, common)] = below;
        INT.setRelease(all.links, link, top);
    }

    private int bit(Nodes all, int node, int index) {
        return bit(order.of(entries.bytes(), all.at[node], index / 8), index);
    }

    private int node(Nodes all, int at, int bits, int entry) {
        var node = count++;
        all.at[node] = at;
        all.bits[node] = bits;
        all.entry[node] = entry;
        return node;
    }

    /** The text stays as a node without an entry. */
    void remove(int at, int length, int entry) {
        var all = nodes;
        var size = length * 8;
        var node = 0;
        while (all.bits[node] < size) {
            node = all.links[2 * node + bit(order.of(entries.bytes(), at, all.bits[node] / 8), all.bits[node])];
            if (node == 0) return;
        }
        if (all.bits[node] != size || all.entry[node] == NONE) return;
        if (common(all, node, at, size, 0) < size) return;
        INT.setRelease(all.entry, node, duplicates.remove(all.entry[node], entry));
    }
}
