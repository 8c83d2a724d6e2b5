package headway.language.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Networks, and which is the smallest that holds an address: a binary trie in which a node stands for the bits that all below it share. Addresses are left-aligned in
 * 128 bits.
 *
 * <p>One writer, any readers: a node is filled before the one link to it is set, and nothing of it but its links and its entry changes afterwards.
 */
final class AddressTree {
    private static final VarHandle INT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int NONE = PatternIndex.NONE;

    /** The nodes, a column a member; larger ones take its place when it is full. */
    private static final class Nodes {
        private final long[] high;
        /** Of length 0 when no network is larger than 64 bits. */
        private final long[] low;

        private final byte[] bits;
        /** Of node n at 2n and 2n+1. */
        private final int[] links;

        private final int[] entry;

        Nodes(int size, boolean isWide) {
            high = new long[size];
            low = new long[isWide ? size : 0];
            bits = new byte[size];
            links = new int[2 * size];
            entry = new int[size];
        }

        Nodes(Nodes other, int size) {
            high = Arrays.copyOf(other.high, size);
            low = Arrays.copyOf(other.low, other.low.length == 0 ? 0 : size);
            bits = Arrays.copyOf(other.bits, size);
            links = Arrays.copyOf(other.links, 2 * size);
            entry = Arrays.copyOf(other.entry, size);
        }

        int size(int node) {
            return bits[node] & 255;
        }

        long low(int node) {
            return low.length == 0 ? 0 : low[node];
        }

        int bit(int node, int index) {
            return AddressTree.bit(high[node], low(node), index);
        }

        boolean holds(int node, long h, long l) {
            var size = size(node);
            if (size <= 64) return size == 0 || (h ^ high[node]) >>> 64 - size == 0;
            return h == high[node] && (l ^ low[node]) >>> 128 - size == 0;
        }
    }

    private final Duplicates duplicates = new Duplicates();
    /** Node 0 is the root: all addresses. */
    private volatile Nodes nodes;

    private int count;

    /**
     * @param isWide of IPv6
     */
    AddressTree(boolean isWide) {
        nodes = new Nodes(2, isWide);
        add(nodes, 0, 0, 0, NONE);
    }

    /** The entry of the smallest network with that address, or NONE. */
    int find(long high, long low) {
        var all = nodes;
        var best = NONE;
        var node = 0;
        while (all.holds(node, high, low)) {
            var entry = (int) INT.getAcquire(all.entry, node);
            if (entry != NONE) best = entry;
            var size = all.size(node);
            if (size == 128) break;
            node = (int) INT.getAcquire(all.links, 2 * node + bit(high, low, size));
            if (node == 0) break;
        }
        return best;
    }

    private static int bit(long high, long low, int index) {
        return (int) ((index < 64 ? high >>> 63 - index : low >>> 127 - index) & 1);
    }

    /** Adds a network whose bits beyond its size are 0. */
    void add(long high, long low, int size, int entry) {
        if (count + 2 > nodes.bits.length) nodes = new Nodes(nodes, nodes.bits.length * 2);
        var all = nodes;
        var node = 0;
        while (true) {
            if (all.size(node) == size) {
                attach(all, node, entry);
                return;
            }
            var link = 2 * node + bit(high, low, all.size(node));
            var below = all.links[link];
            var common = below == 0 ? 0 : common(all, below, high, low, size);
            if (below == 0 || common < all.size(below)) {
                insert(all, link, common, add(all, high, low, size, entry));
                return;
            }
            node = below;
        }
    }

    private void attach(Nodes all, int node, int entry) {
        if (all.entry[node] == NONE) INT.setRelease(all.entry, node, entry);
        else duplicates.add(all.entry[node], entry);
    }

    /** How many bits the node and the network share. */
    private static int common(Nodes all, int node, long high, long low, int size) {
        var h = high ^ all.high[node];
        var shared = Long.numberOfLeadingZeros(h);
        if (h == 0 && all.low.length > 0) shared += Long.numberOfLeadingZeros(low ^ all.low[node]);
        return Math.min(shared, Math.min(size, all.size(node)));
    }

    /** Puts a new node where the link goes to; what was there goes below it, or beside it below a node for what both share. */
    private void insert(Nodes all, int link, int common, int node) {
        var below = all.links[link];
        var top = node;
        if (below != 0 && common < all.size(node)) {
            top = add(all, all.high[node], all.low(node), common, NONE);
            all.links[2 * top + all.bit(node, common)] = node;
        }
        if (below != 0) all.links[2 * top + all.bit(below, common)] = below;
        INT.setRelease(all.links, link, top);
    }

    /** A node's bits beyond its size are never looked at. */
    private int add(Nodes all, long high, long low, int size, int entry) {
        var node = count++;
        all.high[node] = high;
        if (all.low.length > 0) all.low[node] = low;
        all.bits[node] = (byte) size;
        all.entry[node] = entry;
        return node;
    }

    /** The network stays as a node without an entry. */
    void remove(long high, long low, int size, int entry) {
        var all = nodes;
        var node = 0;
        while (all.holds(node, high, low) && all.size(node) < size) {
            node = all.links[2 * node + bit(high, low, all.size(node))];
            if (node == 0) return;
        }
        if (!all.holds(node, high, low) || all.size(node) != size || all.entry[node] == NONE) return;
        INT.setRelease(all.entry, node, duplicates.remove(all.entry[node], entry));
    }
}
