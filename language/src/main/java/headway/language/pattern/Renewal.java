package headway.language.pattern;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes a version anew, from what lives of it and with room for more, while rules go on changing it: by a thread that is no loop's, since for 100,000 entries it takes some 100 ms.
 * What has changed meanwhile is noted and done again, most of it without the list's lock.
 */
final class Renewal {
    /** So few changes are done again under the lock. */
    private static final int FEW = 32;
    /** After so many rounds all are, lest a rule that changes the list without a pause keeps it from an end. */
    private static final int ROUNDS = 64;

    private enum Kind {
        ADDED,
        CHANGED,
        REMOVED;

        private static final Kind[] ALL = values();
    }

    private final PatternVersion former;
    private final int serial;
    private final List<Comparison> comparisons;
    /** How many entries there were when it began, and which of them were gone. */
    private final int count;

    private final BitSet removed;
    private final int live;
    /** By the number of an entry of the former version, that of the new one. */
    private int[] numbers = {};
    /** What has changed: entries of the former version and kinds. */
    private long[] noted = new long[16];

    private int notes;

    /** Begins, under the list's lock. */
    Renewal(PatternVersion former, int serial, List<Comparison> comparisons) {
        this.former = former;
        this.serial = serial;
        this.comparisons = List.copyOf(comparisons);
        var entries = former.entries();
        count = entries.count();
        live = entries.live();
        removed = entries.removed();
    }

    void added(int entry) {
        note(entry, Kind.ADDED);
    }

    void changed(int entry) {
        note(entry, Kind.CHANGED);
    }

    void removed(int entry) {
        note(entry, Kind.REMOVED);
    }

    private void note(int entry, Kind kind) {
        if (notes == noted.length) noted = Arrays.copyOf(noted, notes * 2);
        noted[notes++] = (long) entry << 2 | kind.ordinal();
    }

    /** Makes the new version, without the lock, and then catches up with the list. */
    void run(PatternList list) {
        var made = make();
        for (var round = 0; ; round++) {
            var again = list.takeNotes(this, made, round < ROUNDS ? FEW : Integer.MAX_VALUE);
            if (again.length == 0) return;
            apply(again, made);
        }
    }

    private PatternVersion make() {
        var entries = former.entries();
        var made = new PatternVersion(former.number(), serial, entries.fresh(live));
        numbers = new int[count + (count >> 3)];
        for (var i = 0; i < count; i++) {
            if (removed.get(i)) continue;
            numbers[i] = made.entries().add(entries.keyText(i), entries.valueOrEmpty(i));
        }
        made.indexLike(former, comparisons, entry -> removed.get(entry) ? PatternIndex.NONE : numbers[entry], count);
        return made;
    }

    /** Under the lock: what has been noted, unless it is so little that it has been done now. */
    long[] take(PatternVersion made, int few) {
        var all = Arrays.copyOf(noted, notes);
        notes = 0;
        if (all.length > few) return all;
        apply(all, made);
        return new long[0];
    }

    private void apply(long[] changes, PatternVersion made) {
        for (var change : changes) apply((int) (change >> 2), Kind.ALL[(int) change & 3], made);
    }

    private void apply(int entry, Kind kind, PatternVersion made) {
        var entries = former.entries();
        switch (kind) {
            case ADDED -> {
                if (entry >= numbers.length) numbers = Arrays.copyOf(numbers, entry + (entry >> 1) + 16);
                numbers[entry] = made.add(entries.keyText(entry), entries.valueOrEmpty(entry));
            }
            case CHANGED -> made.entries().value(numbers[entry], entries.valueOrEmpty(entry));
            case REMOVED -> made.remove(numbers[entry]);
        }
    }
}
