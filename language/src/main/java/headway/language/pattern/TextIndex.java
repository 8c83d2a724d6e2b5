package headway.language.pattern;

import headway.language.sample.Sample;

/** Parts of values ({@code -m beg end sub dir dom}). */
final class TextIndex implements PatternIndex {
    private final Entries entries;
    private final TextKind kind;
    private final TextTree tree;

    TextIndex(Entries entries, TextKind kind, boolean isFolded) {
        this.entries = entries;
        this.kind = kind;
        tree = new TextTree(entries, kind == TextKind.END, isFolded);
    }

    @Override
    public int find(Sample value) {
        if (kind == TextKind.BEGIN || kind == TextKind.END) return tree.find(value, 0, NONE, kind);
        var best = NONE;
        // An empty text is in every value, even in the empty one.
        if (value.length == 0) return tree.find(value, 0, NONE, kind);
        for (var i = 0; i < value.length; i++)
            if (tree.mayBegin(value, i) && kind.begins(value, i)) best = tree.find(value, i, best, kind);
        return best;
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
        tree.add(kind == TextKind.END ? at + length - 1 : at, length, entry);
    }

    @Override
    public void remove(int entry) {
        var key = entries.key(entry);
        var at = begin(key);
        var length = end(key) - at;
        if (length <= 0 && isDelimited()) return;
        tree.remove(kind == TextKind.END ? at + length - 1 : at, length, entry);
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
