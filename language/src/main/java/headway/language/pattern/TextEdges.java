package headway.language.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ways down a {@link TextTree}: by node and the byte that follows, the node below, how long what it stands for is, and its entry. A hash table with open addressing, two
 * longs a slot, so that a step down reads one line of memory.
 *
 * <p>One writer, any readers: a slot is filled before its key is set, and then only its entry changes. A way that leads elsewhere gets a slot behind its former one, which is
 * closed afterwards; a reader meets one of them.
 */
final class TextEdges {
    static final int NOTHING = -1;

    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    /** Nodes are numbers of 27 bits: twice as many as a list may have entries. */
    private static final int NODE_BITS = 27;

    private static final long NODE = (1L << NODE_BITS) - 1;
    /** In the key of a way that is closed; a reader that has just found it still reads what it led to. */
    private static final long CLOSED = Long.MIN_VALUE;

    private static final int SMALLEST = 8;

    private volatile long[] table = new long[2 * SMALLEST];
    /** Slots that are not empty. */
    private int filled;

    private int closed;

    long[] table() {
        return table;
    }

    /** The slot of the way from a node by a byte, or NOTHING. */
    static int find(long[] table, int node, int octet) {
        var wanted = (long) node << 8 | octet;
        for (var i = place(table, wanted); ; i = i + 2 & table.length - 1) {
            var key = (long) LONG.getAcquire(table, i);
            if (key >>> NODE_BITS == wanted && key != 0) return i;
            if (key == 0) return NOTHING;
        }
    }

    private static int place(long[] table, long wanted) {
        return Scatter.place(Scatter.mix(Scatter.START, wanted)) << 1 & table.length - 1;
    }

    /** The node that a slot leads to. */
    static int child(long[] table, int slot) {
        return (int) (table[slot] & NODE);
    }

    /** What that node is: its depth and its entry. */
    static long reached(long[] table, int slot) {
        return (long) LONG.getAcquire(table, slot + 1);
    }

    /** How many bytes the node stands for. */
    static int depth(long reached) {
        return (int) (reached >>> 32);
    }

    static int entry(long reached) {
        return (int) reached - 1;
    }

    static long reached(int depth, int entry) {
        return (long) depth << 32 | entry + 1;
    }

    /** Makes room for so many ways, so that none of those at hand moves while they are added. */
    void reserve(int ways) {
        if (2 * (filled + ways) <= table.length / 2) return;
        var former = table;
        var live = filled - closed;
        var larger = new long[live > former.length / 8 ? 2 * former.length : former.length];
        filled = 0;
        closed = 0;
        for (var i = 0; i < former.length; i += 2) if (former[i] > 0) add(larger, former[i], former[i + 1]);
        table = larger;
    }

    /** Adds a way behind all others that its place has. */
    void add(int node, int octet, int child, long reached) {
        add(table, ((long) node << 8 | octet) << NODE_BITS | child, reached);
    }

    private void add(long[] to, long key, long reached) {
        var i = place(to, key >>> NODE_BITS);
        while (to[i] != 0) i = i + 2 & to.length - 1;
        to[i + 1] = reached;
        LONG.setRelease(to, i, key);
        filled++;
    }

    /** Leads a way to another node. */
    void lead(int slot, int child, long reached) {
        var key = table[slot];
        add(table, key & ~NODE | child, reached);
        LONG.setRelease(table, slot, key | CLOSED);
        closed++;
    }

    /** Gives the node at the end of a way another entry. */
    void entry(int slot, int entry) {
        LONG.setRelease(table, slot + 1, reached(depth(table[slot + 1]), entry));
    }
}
