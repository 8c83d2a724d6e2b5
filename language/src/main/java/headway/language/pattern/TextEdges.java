package headway.language.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ways down a {@link TextTree}: by node and the word that follows, which is of one to eight bytes, what is below. A hash table with open addressing, four longs a slot:
 * node, length and the node below; the word; how long what is reached is, and its entry; where a text lies that begins so, and the lengths of the words that go on from there.
 *
 * <p>One writer, any readers: a slot is filled before its key is set, and then only its entry and the lengths change. A way that leads elsewhere gets a slot behind its
 * former one, which is closed afterwards; a reader meets one of them.
 */
final class TextEdges {
    static final int NOTHING = -1;
    /** The bytes of a word that leads to a node; shorter ones end a text. */
    static final int WORD = 8;

    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    /** Nodes are numbers of 27 bits: twice as many as a list may have entries. */
    private static final int NODE_BITS = 27;

    private static final long NODE = (1L << NODE_BITS) - 1;
    /** In the key of a way that is closed; a reader that has just found it still reads what it led to. */
    private static final long CLOSED = Long.MIN_VALUE;

    private static final long LOW = 0xffffffffL;
    private static final int WIDTH = 4;
    private static final int SMALLEST = 8;

    private volatile long[] table;
    /** Slots that are not empty. */
    private int filled;

    private int closed;

    /**
     * @param expected so many ways fit without a larger table
     */
    TextEdges(int expected) {
        table = new long[WIDTH * Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected)) * 2)];
        while (!fits(expected)) table = new long[2 * table.length];
    }

    private boolean fits(int ways) {
        return 3L * WIDTH * ways <= 2L * table.length;
    }

    long[] table() {
        return table;
    }

    /** Whether the table is soon to be made anew. */
    boolean isCrowded() {
        return table.length > WIDTH * 1024 && !fits(filled + (filled >> 3));
    }

    /** The slot of the way from a node by a word, or NOTHING. */
    static int find(long[] table, int node, int length, long word) {
        var wanted = (long) node << 4 | length;
        for (var i = place(table, wanted, word); ; i = i + WIDTH & table.length - 1) {
            var key = (long) LONG.getAcquire(table, i);
            if (key >>> NODE_BITS == wanted && table[i + 1] == word) return i;
            if (key == 0) return NOTHING;
        }
    }

    private static int place(long[] table, long wanted, long word) {
        return Scatter.place(Scatter.mix(Scatter.mix(Scatter.START, word), wanted)) * WIDTH & table.length - 1;
    }

    /** The node that a slot leads to. */
    static int child(long[] table, int slot) {
        return (int) (table[slot] & NODE);
    }

    static long word(long[] table, int slot) {
        return table[slot + 1];
    }

    /** What is there: its depth and its entry. */
    static long reached(long[] table, int slot) {
        return (long) LONG.getAcquire(table, slot + 2);
    }

    /** How many bytes what is there stands for. */
    static int depth(long reached) {
        return (int) (reached >>> 32);
    }

    static int entry(long reached) {
        return (int) reached - 1;
    }

    static long reached(int depth, int entry) {
        return (long) depth << 32 | entry + 1;
    }

    /** Where in the entries' bytes a text lies that begins with what is there: its first byte in the order of reading. */
    static int place(long[] table, int slot) {
        return (int) (table[slot + 3] >>> 32);
    }

    /** A bit for each length of the words that go on from there. */
    static int below(long[] table, int slot) {
        return (int) (long) LONG.getAcquire(table, slot + 3);
    }

    /** Makes room for so many ways, so that none of those at hand moves while they are added. */
    void reserve(int ways) {
        if (!fits(filled + ways)) renew();
    }

    void makeRoom() {
        if (isCrowded()) renew();
    }

    private void renew() {
        var former = table;
        var larger = new long[filled - closed > former.length / WIDTH / 3 ? 2 * former.length : former.length];
        filled = 0;
        closed = 0;
        for (var i = 0; i < former.length; i += WIDTH) if (former[i] > 0) copy(former, i, larger, former[i]);
        table = larger;
    }

    /** Adds a way behind all others that its place has, to a node of which nothing goes on yet. */
    void add(long way, long word, long reached, int place) {
        put(table, way, word, reached, (long) place << 32);
    }

    /** Leads from a node by a word of that length to another node. */
    static long way(int node, int length, int child) {
        return ((long) node << 4 | length) << NODE_BITS | child;
    }

    private void put(long[] to, long key, long word, long reached, long rest) {
        var i = place(to, key >>> NODE_BITS, word);
        while (to[i] != 0) i = i + WIDTH & to.length - 1;
        to[i + 1] = word;
        to[i + 2] = reached;
        to[i + 3] = rest;
        LONG.setRelease(to, i, key);
        filled++;
    }

    private void copy(long[] from, int slot, long[] to, long key) {
        put(to, key, from[slot + 1], from[slot + 2], from[slot + 3]);
    }

    /** Leads from a node by a word to where another way leads. */
    void adopt(int node, int length, long word, int way) {
        put(table, way(node, length, (int) (table[way] & NODE)), word, table[way + 2], table[way + 3]);
    }

    /** Leads a way to another node. */
    void lead(int slot, int child, long reached, int below) {
        var key = table[slot];
        put(table, key & ~NODE | child, table[slot + 1], reached, table[slot + 3] & ~LOW | below);
        LONG.setRelease(table, slot, key | CLOSED);
        closed++;
    }

    /** Gives what is at the end of a way another entry. */
    void entry(int slot, int entry) {
        LONG.setRelease(table, slot + 2, reached(depth(table[slot + 2]), entry));
    }

    /** Words of that length go on from the end of a way. */
    void goOn(int slot, int length) {
        LONG.setRelease(table, slot + 3, table[slot + 3] | 1L << length);
    }
}
