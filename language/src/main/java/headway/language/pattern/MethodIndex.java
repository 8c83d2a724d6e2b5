package headway.language.pattern;

import headway.language.sample.BindException;
import headway.language.sample.MethodNames;
import headway.language.sample.Sample;

/**
 * Methods: well-known ones are compared as numbers, the others as texts; {@code -i} makes no difference to the former, as watched.
 */
final class MethodIndex implements PatternIndex {
    private static final int KNOWN = 16;

    private final Entries entries;
    private final ExactIndex others;
    /** By the number of a well-known method its entry plus 1. */
    private volatile int[] known = new int[KNOWN];

    MethodIndex(Entries entries, boolean isFolded) {
        this.entries = entries;
        others = new ExactIndex(entries, isFolded ? KeyForm.FOLDED : KeyForm.PLAIN);
    }

    @Override
    public int find(Sample value) {
        return value.integer == 0 ? others.find(value) : known[(int) value.integer] - 1;
    }

    private int id(int entry) {
        return MethodNames.id(entries.keyText(entry));
    }

    @Override
    public void check(String key) {}

    @Override
    public void add(int entry) throws BindException {
        var id = id(entry);
        if (id == 0) others.add(entry);
        else if (known[id] == 0) known = with(id, entry + 1);
    }

    @Override
    public boolean isCrowded() {
        return others.isCrowded();
    }

    @Override
    public void makeRoom() {
        others.makeRoom();
    }

    private int[] with(int id, int value) {
        var changed = known.clone();
        changed[id] = value;
        return changed;
    }

    @Override
    public void remove(int entry) {
        var id = id(entry);
        if (id == 0) others.remove(entry);
        else if (known[id] == entry + 1) known = with(id, another(id, entry));
    }

    /** The next entry of the same method plus 1, or 0. */
    private int another(int id, int removed) {
        for (var i = 0; i < entries.count(); i++) if (i != removed && entries.isLive(i) && id(i) == id) return i + 1;
        return 0;
    }
}
