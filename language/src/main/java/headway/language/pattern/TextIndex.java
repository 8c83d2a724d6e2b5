package headway.language.pattern;

import headway.language.sample.Sample;

/** Parts of values ({@code -m beg end sub dir dom}). */
final class TextIndex implements PatternIndex {
    private final Entries entries;
    private final TextKind kind;
    private final boolean isFolded;
    private final TextTree tree;
    /** Of texts that may begin anywhere. */
    private volatile FirstWords firsts;

    TextIndex(Entries entries, TextKind kind, boolean isFolded) {
        this.entries = entries;
        this.kind = kind;
        this.isFolded = isFolded;
        tree = new TextTree(entries, kind, isFolded, entries.count());
        firsts = new FirstWords(isFolded, isAnywhere() ? entries.count() : 0);
    }

    private boolean isAnywhere() {
        return kind != TextKind.BEGIN && kind != TextKind.END;
    }

    @Override
    public int find(Sample value) {
        return find(value, false);
    }

    @Override
    public boolean holds(Sample value) {
        return find(value, true) != NONE;
    }

    /** How many ways down the tree have been looked for; counted if assertions are on. */
    int steps() {
        return tree.steps();
    }

    /** What is found first, if that will do, or best. */
    private int find(Sample value, boolean any) {
        // An empty text is in every value, even in the empty one.
        var best = tree.root();
        if (best != NONE && any) return best;
        return isAnywhere() ? findAnywhere(value, best, any) : tree.find(value, 0, best, any);
    }

    private int findAnywhere(Sample value, int best, boolean any) {
        var possible = firsts;
        var found = best;
        for (var i = possible.next(value, 0); i < value.length; i = possible.next(value, i + 1)) {
            if (!kind.begins(value, i)) continue;
            found = tree.find(value, i, found, any);
            if (any && found != NONE) return found;
        }
        return found;
    }

    @Override
    public void check(String key) {}

    @Override
    public void add(int entry) {
        var key = entries.key(entry);
        var at = begin(key);
        var length = end(key) - at;
        // What is empty without its delimiters is nowhere.
        if (length <= 0 && isDelimited()) return;
        if (isAnywhere() && length > 0) note(at, length);
        tree.add(kind == TextKind.END ? at + length - 1 : at, length, entry);
    }

    private void note(int at, int length) {
        if (firsts.isFull()) {
            var larger = new FirstWords(isFolded, entries.count() * 2);
            for (var i = 0; i < entries.count(); i++) {
                var begin = begin(entries.key(i));
                var size = end(entries.key(i)) - begin;
                if (size > 0) larger.add(entries.bytes(), begin, size);
            }
            firsts = larger;
        }
        firsts.add(entries.bytes(), at, length);
    }

    @Override
    public void remove(int entry) {
        var key = entries.key(entry);
        var at = begin(key);
        var length = end(key) - at;
        if (length <= 0 && isDelimited()) return;
        tree.remove(kind == TextKind.END ? at + length - 1 : at, length, entry);
    }

    @Override
    public boolean isCrowded() {
        return tree.isCrowded() || firsts.isCrowded();
    }

    @Override
    public void makeRoom() {
        tree.makeRoom();
    }

    private boolean isDelimited() {
        return kind == TextKind.DIRECTORY || kind == TextKind.DOMAIN;
    }

    /** Where the text begins without the delimiters before it. */
    private int begin(long key) {
        var at = Entries.at(key);
        if (!isDelimited()) return at;
        var bytes = entries.bytes();
        var end = at + Entries.length(key);
        while (at < end && kind.isDelimiter(bytes[at])) at++;
        return at;
    }

    /** Where it ends without those behind it. */
    private int end(long key) {
        var end = Entries.at(key) + Entries.length(key);
        if (!isDelimited()) return end;
        var bytes = entries.bytes();
        while (end > Entries.at(key) && kind.isDelimiter(bytes[end - 1])) end--;
        return end;
    }
}
