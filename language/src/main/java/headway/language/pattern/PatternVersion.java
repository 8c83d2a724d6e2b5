package headway.language.pattern;

import headway.language.sample.BindException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One version of a list: its entries, and an index for each comparison. The list replaces the current one by another at once. */
final class PatternVersion {
    /** Estimated bytes of an entry beside its texts: itself, in a hash table of numbers, in another index, and compiled. Tables have empty slots. */
    private static final int ENTRY = 24;

    private static final int HASHED = 16;
    private static final int INDEXED = 100;
    private static final int COMPILED = 8192;

    private final int number;
    private final Entries entries;
    /** Counts the versions that there have been, however numbered. */
    private final int serial;
    /** In the order in which the list has given numbers to comparisons; grows only while configurations are read. */
    private volatile PatternIndex[] indexes = {};

    private volatile @Nullable ExactIndex keys;

    PatternVersion(int number, int serial, Entries entries) {
        this.number = number;
        this.serial = serial;
        this.entries = entries;
    }

    /** How many bytes it takes, about. */
    long memory() {
        var each = ENTRY + HASHED;
        for (var index : indexes) {
            each += switch (index) {
                case ExactIndex _ -> HASHED;
                case RegexIndex _ -> COMPILED;
                default -> INDEXED;
            };
        }
        return (long) each * entries.count() + entries.used() * 3L / 2;
    }

    int number() {
        return number;
    }

    Entries entries() {
        return entries;
    }

    PatternIndex index(int number) {
        return indexes[number];
    }

    /** What no other entry of any version has. */
    long reference(int entry) {
        return (long) serial << 32 | entry;
    }

    /** The entry of a reference, or NONE when it is gone. */
    int entry(long reference) {
        var entry = (int) reference;
        var isHere = reference >> 32 == serial && entry >= 0 && entry < entries.count() && entries.isLive(entry);
        return isHere ? entry : PatternIndex.NONE;
    }

    /**
     * Makes the index of one more comparison.
     *
     * @param failed takes the entry that is wrong, before the exception
     */
    void index(Comparison comparison, IntConsumer failed) throws BindException {
        var index = comparison.index(entries);
        for (var i = 0; i < entries.count(); i++) {
            if (!entries.isLive(i)) continue;
            try {
                index.add(i);
            } catch (BindException e) {
                failed.accept(i);
                throw e;
            }
        }
        index.ready();
        var all = Arrays.copyOf(indexes, indexes.length + 1);
        all[indexes.length] = index;
        indexes = all;
    }

    /** Indexes for all comparisons of entries that have been checked. */
    void index(List<Comparison> comparisons) {
        try {
            for (var comparison : comparisons) index(comparison, _ -> {});
        } catch (BindException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The same indexes as those of a former version, with room for more.
     *
     * @param numbers by entry of the former version, that of this one or NONE
     * @param count of the former version's entries that this one may have
     */
    void indexLike(PatternVersion former, List<Comparison> comparisons, IntUnaryOperator numbers, int count) {
        var all = new PatternIndex[comparisons.size()];
        for (var i = 0; i < all.length; i++)
            all[i] = like(former.indexes[i], comparisons.get(i).index(entries), numbers, count);
        indexes = all;
        if (former.keys != null) keys().makeRoom();
    }

    private static PatternIndex like(PatternIndex former, PatternIndex index, IntUnaryOperator numbers, int count) {
        try {
            for (var i = 0; i < count; i++) {
                var number = numbers.applyAsInt(i);
                if (number != PatternIndex.NONE) index.add(number, former, i);
            }
        } catch (BindException e) {
            throw new AssertionError(e);
        }
        index.ready();
        index.makeRoom();
        return index;
    }

    void check(String key) throws BindException {
        for (var index : indexes) index.check(key);
    }

    /** Adds an entry that has been checked. */
    int add(String key, String value) {
        var entry = entries.add(key, value);
        try {
            for (var index : indexes) index.add(entry);
            var now = keys;
            if (now != null) now.add(entry);
        } catch (BindException e) {
            throw new AssertionError(e);
        }
        for (var index : indexes) index.ready();
        return entry;
    }

    void remove(int entry) {
        for (var index : indexes) index.remove(entry);
        var now = keys;
        if (now != null) now.remove(entry);
        entries.remove(entry);
        for (var index : indexes) index.ready();
    }

    /** All entries with that very key. */
    int[] all(String key) {
        var found = keys().find(key);
        return found == PatternIndex.NONE ? new int[0] : keys().all(found);
    }

    /** The first entry with the key at that place of the slab, for readers: NONE also while nobody has asked for keys. */
    int find(int at, int length) {
        var now = keys;
        return now == null ? PatternIndex.NONE : now.find(at, length);
    }

    /** By the text of a key: made when it is first asked for, since most lists never change. */
    private ExactIndex keys() {
        var now = keys;
        if (now != null) return now;
        var made = new ExactIndex(entries, KeyForm.PLAIN);
        try {
            for (var i = 0; i < entries.count(); i++) if (entries.isLive(i)) made.add(i);
        } catch (BindException e) {
            throw new AssertionError(e);
        }
        keys = made;
        return made;
    }

    /** Whether much of the memory is of entries and values that are gone. */
    boolean isWasteful() {
        var dead = entries.count() - entries.live();
        return dead > Math.max(1024, entries.live()) || entries.wasted() > Math.max(Limit.WASTE, entries.used() / 2);
    }

    /** Whether it is soon to make much anew for a small change. */
    boolean isCrowded() {
        for (var index : indexes) if (index.isCrowded()) return true;
        var now = keys;
        return entries.isCrowded() || now != null && now.isCrowded();
    }

    /** Makes now what is needed for changes, and room for some. */
    void expectChanges() {
        entries.makeRoom();
        for (var index : indexes) index.makeRoom();
        keys().makeRoom();
    }

    boolean expectsChanges() {
        return keys != null;
    }
}
