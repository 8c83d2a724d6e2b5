package headway.language.pattern;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/** Values as a whole ({@code -m str}, {@code -m bin}): a hash table with open addressing. A change is the change of one slot, so readers see it or do not. */
final class ExactIndex implements PatternIndex {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int EMPTY = 0;
    private static final int LEFT = -1;

    private final Entries entries;
    private final KeyForm form;
    private final Duplicates duplicates = new Duplicates();
    /** The number of an entry plus 1, EMPTY, or LEFT by one that was removed. */
    private volatile int[] slots;
    /** The lengths that there are, modulo 64: most values that are not here are seen by theirs. */
    private volatile long lengths;

    private int filled;
    private int live;

    ExactIndex(Entries entries, KeyForm form) {
        this.entries = entries;
        this.form = form;
        slots = new int[Integer.highestOneBit(Math.max(4, entries.count() * 3 / 2)) * 2];
    }

    @Override
    public int find(Sample value) {
        return find(value.at, value.length);
    }

    int find(int at, int length) {
        if ((lengths >>> length & 1) == 0) return NONE;
        var table = slots;
        var mask = table.length - 1;
        for (var i = Scatter.place(form.hash(at, length)) & mask; ; i = i + 1 & mask) {
            var slot = (int) SLOT.getAcquire(table, i);
            if (slot == EMPTY) return NONE;
            if (slot != LEFT && isEqual(slot - 1, at, length)) return slot - 1;
        }
    }

    private boolean isEqual(int entry, int at, int length) {
        var key = entries.key(entry);
        return form.length(Entries.length(key)) == length && form.isEqual(entries.bytes(), Entries.at(key), at, length);
    }

    /** For the writer. */
    int find(String key) {
        var bytes = key.getBytes(StandardCharsets.ISO_8859_1);
        var table = slots;
        var mask = table.length - 1;
        var i = Scatter.place(form.hash(bytes, 0, bytes.length)) & mask;
        while (table[i] != EMPTY && (table[i] == LEFT || !isSame(bytes, Entries.slice(0, bytes.length), table[i] - 1)))
            i = i + 1 & mask;
        return table[i] - 1;
    }

    /** All entries with the key of this one. */
    int[] all(int entry) {
        return duplicates.line(entry);
    }

    @Override
    public void check(String key) throws BindException {
        form.check(key);
    }

    @Override
    public void add(int entry) throws BindException {
        if (form == KeyForm.HEX) form.check(entries.keyText(entry));
        if (filled >= slots.length * 2 / 3) rebuild();
        var table = slots;
        var at = place(table, entry);
        if (table[at] > 0) {
            duplicates.add(table[at] - 1, entry);
            return;
        }
        filled++;
        live++;
        var bit = 1L << form.length(Entries.length(entries.key(entry)));
        lengths = lengths | bit;
        SLOT.setRelease(table, at, entry + 1);
    }

    /** Where the entry's equal is, or the empty slot for it. */
    private int place(int[] table, int entry) {
        var key = entries.key(entry);
        var length = form.length(Entries.length(key));
        var bytes = entries.bytes();
        var mask = table.length - 1;
        var i = Scatter.place(form.hash(bytes, Entries.at(key), length)) & mask;
        while (table[i] != EMPTY && (table[i] == LEFT || !isSame(bytes, key, table[i] - 1))) i = i + 1 & mask;
        return i;
    }

    private boolean isSame(byte[] bytes, long key, int entry) {
        var all = entries.bytes();
        var other = entries.key(entry);
        var size = Entries.length(key);
        if (Entries.length(other) != size) return false;
        for (var i = 0; i < size; i++)
            if (!isSame(all[Entries.at(other) + i], bytes[Entries.at(key) + i])) return false;
        return true;
    }

    private boolean isSame(byte a, byte b) {
        return form == KeyForm.PLAIN ? a == b : Octets.lower(a) == Octets.lower(b);
    }

    /** A larger table, or one without slots that were left; readers of the former go on in it. */
    private void rebuild() {
        var former = slots;
        var table = new int[live > former.length / 4 ? former.length * 2 : former.length];
        for (var slot : former) if (slot > 0) table[place(table, slot - 1)] = slot;
        filled = live;
        slots = table;
    }

    @Override
    public boolean isCrowded() {
        return slots.length > 4096 && filled + (filled >> 3) >= slots.length * 2 / 3;
    }

    @Override
    public void makeRoom() {
        if (isCrowded()) rebuild();
    }

    @Override
    public void remove(int entry) {
        var table = slots;
        var at = place(table, entry);
        if (table[at] <= 0) return;
        var first = duplicates.remove(table[at] - 1, entry);
        if (first == NONE) live--;
        SLOT.setRelease(table, at, first == NONE ? LEFT : first + 1);
    }
}
