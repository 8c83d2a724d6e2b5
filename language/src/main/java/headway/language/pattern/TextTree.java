package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Which of many texts a value begins with, or ends with: a tree in which a node stands for what all texts below it share. Its ways down are in one {@link TextEdges hash
 * table}, so a step touches one line of memory, and what lies between two nodes is compared only where an entry could be found. It costs what the value's length costs,
 * however many texts there are. Writers and readers meet as in {@link TextEdges}.
 */
final class TextTree {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int NONE = PatternIndex.NONE;
    private static final int ROOT = 0;

    private final Entries entries;
    /** Texts are read from their last byte to their first. */
    private final boolean isBackward;

    private final boolean isFolded;
    private final Duplicates duplicates = new Duplicates();
    private final TextEdges edges = new TextEdges();
    private final KeyForm form;
    /** Of the empty text. */
    private volatile int root = NONE;
    /** A bit for each byte that some text begins with. */
    private final long[] firsts = new long[4];
    /** By node, where in the entries' bytes a text lies that begins with what the node stands for: its first byte in the order of reading. */
    private volatile int[] places = new int[4];

    private int count = 1;

    TextTree(Entries entries, boolean isBackward, boolean isFolded) {
        this.entries = entries;
        this.isBackward = isBackward;
        this.isFolded = isFolded;
        form = isFolded ? KeyForm.FOLDED : KeyForm.PLAIN;
    }

    /** Whether some text could begin at that place of the value, read forward: seen by its first byte. */
    boolean mayBegin(Sample value, int from) {
        var octet = fold(Slab.byteAt(value.at + from));
        return ((long) LONG.getAcquire(firsts, octet >> 6) >>> octet & 1) != 0 || root != NONE;
    }

    /**
     * Follows the value's bytes down the tree.
     *
     * @param from the place in the value at which the texts are to begin
     * @param best what has been found so far, or NONE
     * @return the better of that and what is found here, as the kind says
     */
    int find(Sample value, int from, int best, TextKind kind) {
        var most = value.length - from;
        var found = root == NONE || !kind.ends(value, from) ? best : kind.better(best, root);
        var first = isBackward ? value.at + value.length - 1 : value.at + from;
        var table = edges.table();
        var node = ROOT;
        var depth = 0;
        var known = 0;
        while (depth < most) {
            var edge = TextEdges.find(table, node, octet(first, depth));
            if (edge < 0) return found;
            node = TextEdges.child(table, edge);
            var reached = TextEdges.reached(table, edge);
            depth = TextEdges.depth(reached);
            if (depth > most) return found;
            var entry = TextEdges.entry(reached);
            if (entry == NONE) continue;
            if (!isEqual(node, first, known, depth)) return found;
            known = depth;
            if (kind.ends(value, from + depth)) found = kind.better(found, entry);
        }
        return found;
    }

    private int octet(int first, int index) {
        return fold(Slab.byteAt(isBackward ? first - index : first + index));
    }

    private int fold(byte octet) {
        return isFolded ? Octets.lower(octet) : octet & 255;
    }

    /** Whether the value has the node's bytes from those on that are known to be right. */
    private boolean isEqual(int node, int first, int known, int depth) {
        var bytes = entries.bytes();
        var place = places[node];
        return isBackward
                ? form.isEqual(bytes, place - depth + 1, first - depth + 1, depth - known)
                : form.isEqual(bytes, place + known, first + known, depth - known);
    }

    /**
     * Adds a text.
     *
     * @param place where it begins in the order of reading
     */
    void add(int place, int length, int entry) {
        edges.reserve(3);
        if (length > 0) note(octetOf(place, 0));
        var node = ROOT;
        var depth = 0;
        var way = TextEdges.NOTHING;
        while (depth < length) {
            var edge = TextEdges.find(edges.table(), node, octetOf(place, depth));
            if (edge < 0) {
                edges.add(node, octetOf(place, depth), node(place), TextEdges.reached(length, entry));
                return;
            }
            var below = TextEdges.child(edges.table(), edge);
            var reached = TextEdges.depth(TextEdges.reached(edges.table(), edge));
            var common = common(below, place, depth, Math.min(reached, length));
            if (common < reached) {
                split(edge, common, place, length, entry);
                return;
            }
            node = below;
            depth = reached;
            way = edge;
        }
        attach(way, entry);
    }

    private void note(int first) {
        LONG.setRelease(firsts, first >> 6, firsts[first >> 6] | 1L << first);
    }

    private int octetOf(int place, int index) {
        return fold(entries.bytes()[isBackward ? place - index : place + index]);
    }

    /** How many bytes the node and the text share, of at most so many and at least those that are known. */
    private int common(int node, int place, int known, int most) {
        var other = places[node];
        var i = known;
        while (i < most && octetOf(place, i) == octetOf(other, i)) i++;
        return i;
    }

    /** Puts a node in the middle of a way: for the text itself, or for what it shares with those behind that way. */
    private void split(int edge, int common, int place, int length, int entry) {
        var table = edges.table();
        var below = TextEdges.child(table, edge);
        var middle = node(place);
        edges.add(middle, octetOf(places[below], common), below, TextEdges.reached(table, edge));
        if (common < length) edges.add(middle, octetOf(place, common), node(place), TextEdges.reached(length, entry));
        edges.lead(edge, middle, TextEdges.reached(common, common < length ? NONE : entry));
    }

    private int node(int place) {
        if (count == places.length) places = Arrays.copyOf(places, count * 2);
        places[count] = place;
        return count++;
    }

    /** Gives the node that a way leads to an entry, or one more. */
    private void attach(int way, int entry) {
        var first = entry(way);
        if (first == NONE) entry(way, entry);
        else duplicates.add(first, entry);
    }

    private int entry(int way) {
        return way < 0 ? root : TextEdges.entry(TextEdges.reached(edges.table(), way));
    }

    private void entry(int way, int entry) {
        if (way < 0) root = entry;
        else edges.entry(way, entry);
    }

    /** The text stays as a node without an entry. */
    void remove(int place, int length, int entry) {
        var table = edges.table();
        var node = ROOT;
        var depth = 0;
        var way = TextEdges.NOTHING;
        while (depth < length) {
            way = TextEdges.find(table, node, octetOf(place, depth));
            if (way < 0) return;
            node = TextEdges.child(table, way);
            depth = TextEdges.depth(TextEdges.reached(table, way));
        }
        if (depth != length || depth > 0 && common(node, place, 0, depth) < depth) return;
        var first = entry(way);
        if (first != NONE) entry(way, duplicates.remove(first, entry));
    }
}
