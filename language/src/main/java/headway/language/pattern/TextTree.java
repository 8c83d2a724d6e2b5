package headway.language.pattern;

import headway.language.sample.Sample;

/**
 * Which of many texts a value begins with, or ends with: a tree in which a node stands for what all texts below it share, as far as that is whole words of eight bytes. A text
 * that ends within the next word ends by a shorter one, which is looked for by each length that there is. The ways down are in one {@link TextEdges hash table} with
 * the words in it, so a step touches one line of memory; what is skipped between two nodes is compared with the text that lies there. A look-up takes at most eight steps for
 * eight bytes of the value, however many texts there are, and for most lists one or two in all. Writers and readers meet as in {@link TextEdges}.
 */
final class TextTree {
    private static final int NONE = PatternIndex.NONE;
    private static final int ROOT = 0;
    private static final int WORD = TextEdges.WORD;
    /** Of the lengths of words: those that lead to a node. */
    private static final int WHOLE = 1 << WORD;

    private final Entries entries;
    private final TextKind kind;
    /** Texts are read from their last byte to their first. */
    private final boolean isBackward;

    private final boolean isFolded;
    private final Duplicates duplicates = new Duplicates();
    private final TextEdges edges;
    private final KeyForm form;
    /** Of the empty text. */
    private volatile int root = NONE;
    /** A bit for each length of the words that texts begin with. */
    private volatile int firsts;

    private int nodes = 1;
    /** For tests. */
    private int steps;

    /**
     * @param expected so many ways down fit without a larger table
     */
    TextTree(Entries entries, TextKind kind, boolean isFolded, int expected) {
        this.entries = entries;
        this.kind = kind;
        this.isFolded = isFolded;
        isBackward = kind == TextKind.END;
        edges = new TextEdges(expected);
        form = isFolded ? KeyForm.FOLDED : KeyForm.PLAIN;
    }

    /** The entry of the empty text, or NONE. */
    int root() {
        return root;
    }

    boolean isCrowded() {
        return edges.isCrowded();
    }

    void makeRoom() {
        edges.makeRoom();
    }

    /** How many ways have been looked for, if assertions are on. */
    int steps() {
        return steps;
    }

    private boolean step() {
        steps++;
        return true;
    }

    /**
     * Follows the value's bytes down the tree. The empty text is not looked for.
     *
     * @param from the place in the value at which the texts are to begin
     * @param best what has been found so far, or NONE
     * @param any whether the first that is found will do
     * @return the better of that and what is found here, as the kind says
     */
    int find(Sample value, int from, int best, boolean any) {
        var table = edges.table();
        var most = value.length - from;
        var found = best;
        var node = ROOT;
        var below = firsts;
        for (var depth = 0; depth < most && below != 0; ) {
            var left = Math.min(WORD, most - depth);
            var word = word(value, from + depth, left);
            for (var lengths = below & (2 << left) - 1 & ~WHOLE; lengths != 0; ) {
                var length = 31 - Integer.numberOfLeadingZeros(lengths);
                lengths ^= 1 << length;
                var entry = ended(table, node, length, part(word, left, length));
                if (entry == NONE || !kind.ends(value, from + depth + length)) continue;
                found = kind.better(found, entry);
                if (any) return found;
                if (kind == TextKind.BEGIN) break;
            }
            if (left < WORD || (below & WHOLE) == 0) return found;
            assert step();
            var way = TextEdges.find(table, node, WORD, word);
            if (way < 0) return found;
            var reached = TextEdges.reached(table, way);
            var next = TextEdges.depth(reached);
            if (next > most || !isEqual(TextEdges.place(table, way), value, from, depth + WORD, next)) return found;
            depth = next;
            var entry = TextEdges.entry(reached);
            if (entry != NONE && kind.ends(value, from + depth)) {
                found = kind.better(found, entry);
                if (any) return found;
            }
            node = TextEdges.child(table, way);
            below = TextEdges.below(table, way);
        }
        return found;
    }

    /** The entry of the text that ends by that word, or NONE. */
    private int ended(long[] table, int node, int length, long word) {
        assert step();
        var way = TextEdges.find(table, node, length, word);
        return way < 0 ? NONE : TextEdges.entry(TextEdges.reached(table, way));
    }

    /**
     * The bytes of a value that are read next, as they lie in memory.
     *
     * @param depth how many have been read of it, or stand before the texts
     * @param left of one to eight bytes
     */
    private long word(Sample value, int depth, int left) {
        // Backward, fewer than eight are left only at the beginning of the value.
        var at = isBackward ? value.at + value.length - depth - left : value.at + depth;
        var word = Octets.word(at, left);
        return isFolded ? Octets.lower(word) : word;
    }

    /** Those of a word that are read first. */
    private long part(long word, int left, int length) {
        return isBackward ? word >>> 8 * (left - length) : word & (1L << 8 * length) - 1;
    }

    /** Whether the value has what a text has from one depth to another. */
    private boolean isEqual(int place, Sample value, int from, int depth, int next) {
        if (depth >= next) return true;
        var at = isBackward ? value.at + value.length - next : value.at + from + depth;
        return form.isEqual(entries.bytes(), isBackward ? place - next + 1 : place + depth, at, next - depth);
    }

    /** The same as of a value, of a text. */
    private long wordOf(int place, int depth, int left) {
        var word = Octets.word(entries.bytes(), isBackward ? place - depth - left + 1 : place + depth, left);
        return isFolded ? Octets.lower(word) : word;
    }

    /**
     * Adds a text that is not empty, or an empty one.
     *
     * @param place where it begins in the order of reading
     */
    void add(int place, int length, int entry) {
        edges.reserve(3);
        var node = ROOT;
        var way = TextEdges.NOTHING;
        for (var depth = 0; depth < length; ) {
            var size = Math.min(WORD, length - depth);
            var next = TextEdges.find(edges.table(), node, size, wordOf(place, depth, size));
            if (next < 0) {
                end(way, depth, place, length, entry);
                return;
            }
            way = next;
            if (size < WORD) break;
            var reached = TextEdges.depth(TextEdges.reached(edges.table(), way));
            var common = common(TextEdges.place(edges.table(), way), place, depth, Math.min(reached, length));
            if (common < reached || reached < length && reached % WORD != 0) {
                split(way, common & -WORD, place, length, entry);
                return;
            }
            node = TextEdges.child(edges.table(), way);
            depth = reached;
        }
        attach(way, entry);
    }

    /** How many bytes two texts share, of at most so many and at least a word behind those that are known. */
    private int common(int place, int other, int known, int most) {
        var i = Math.min(known + WORD, most);
        while (i < most && octetOf(place, i) == octetOf(other, i)) i++;
        return i;
    }

    private int octetOf(int place, int index) {
        var octet = entries.bytes()[isBackward ? place - index : place + index];
        return isFolded ? Octets.lower(octet) : octet & 255;
    }

    /** Adds the way by which a text ends behind a node, which is reached by that way. */
    private void end(int way, int depth, int place, int length, int entry) {
        var node = way == TextEdges.NOTHING ? ROOT : TextEdges.child(edges.table(), way);
        var size = Math.min(WORD, length - depth);
        var child = size == WORD ? nodes++ : ROOT;
        var text = TextEdges.way(node, size, child);
        edges.add(text, wordOf(place, depth, size), TextEdges.reached(length, entry), place);
        if (way == TextEdges.NOTHING) firsts = firsts | 1 << size;
        else edges.goOn(way, size);
    }

    /** Puts a node in the middle of a way: for the text itself, or for what it shares with those behind that way. */
    private void split(int way, int depth, int place, int length, int entry) {
        var table = edges.table();
        var middle = nodes++;
        var reached = TextEdges.depth(TextEdges.reached(table, way));
        var size = Math.min(WORD, reached - depth);
        edges.adopt(middle, size, wordOf(TextEdges.place(table, way), depth, size), way);
        if (length == depth) {
            edges.lead(way, middle, TextEdges.reached(depth, entry), 1 << size);
            return;
        }
        var other = Math.min(WORD, length - depth);
        var child = other == WORD ? nodes++ : ROOT;
        var text = TextEdges.way(middle, other, child);
        edges.add(text, wordOf(place, depth, other), TextEdges.reached(length, entry), place);
        edges.lead(way, middle, TextEdges.reached(depth, NONE), 1 << size | 1 << other);
    }

    /** Gives what a way leads to an entry, or one more. */
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

    /** The text stays as a way without an entry. */
    void remove(int place, int length, int entry) {
        var table = edges.table();
        var node = ROOT;
        var way = TextEdges.NOTHING;
        for (var depth = 0; depth < length; ) {
            var size = Math.min(WORD, length - depth);
            way = TextEdges.find(table, node, size, wordOf(place, depth, size));
            if (way < 0) return;
            var reached = TextEdges.depth(TextEdges.reached(table, way));
            if (reached > length || common(TextEdges.place(table, way), place, depth, reached) < reached) return;
            node = TextEdges.child(table, way);
            depth = reached;
        }
        var first = entry(way);
        if (first != NONE) entry(way, duplicates.remove(first, entry));
    }
}
