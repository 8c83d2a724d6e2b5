package headway.language.pattern;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranges of numbers ({@code -m int}, {@code -m len}); the first of the list wins. Ranges of one number, which are most, are in a hash table, so that a change costs one
 * slot. The others are in parts, the earlier entries before the later ones: what is added makes a small part, and parts are put together as they become as large as
 * those before them, up to a size that takes no loop's time. A version that is made anew has one.
 */
final class RangeIndex implements PatternIndex {
    /** So many ranges are cut anew for a change. */
    private static final int SMALL = 64;
    /** No larger parts are put together. */
    private static final int LARGE = 2048;
    /** More parts than that make look-ups slow. */
    private static final int MANY = 8;

    /** What is looked at: the value itself or its length. */
    enum Subject {
        NUMBER,
        VERSION,
        LENGTH
    }

    private final Entries entries;
    private final Subject subject;
    private final AddressTable single = new AddressTable();
    /** Of more than one number, those that are not in a part yet. */
    private final List<Ranges.Member> waiting = new ArrayList<>();

    private volatile Ranges[] parts = {};

    RangeIndex(Entries entries, Subject subject) {
        this.entries = entries;
        this.subject = subject;
    }

    @Override
    public int find(Sample value) {
        var number = subject == Subject.LENGTH ? value.length : value.integer;
        var alone = single.find(number, 0);
        for (var part : parts) {
            var among = part.find(number);
            if (among != NONE) return alone == NONE || among < alone ? among : alone;
        }
        return alone;
    }

    /** How many steps a search beside the pieces has taken; counted if assertions are on. */
    int steps() {
        var steps = 0;
        for (var part : parts) steps += part.steps();
        return steps;
    }

    private NumberRange parse(String key) throws BindException {
        return subject == Subject.VERSION ? NumberRange.parseDotted(key) : NumberRange.parse(key);
    }

    @Override
    public void check(String key) throws BindException {
        parse(key);
    }

    @Override
    public void add(int entry) throws BindException {
        var range = parse(entries.keyText(entry));
        if (isSingle(range)) single.add(range.from(), 0, Long.SIZE, entry);
        else waiting.add(new Ranges.Member(range.from(), range.to(), entry));
    }

    private static boolean isSingle(NumberRange range) {
        return range.from() == range.to();
    }

    @Override
    public void remove(int entry) {
        var range = known(entry);
        if (isSingle(range)) {
            single.remove(range.from(), 0, Long.SIZE, entry);
            return;
        }
        for (var part : parts) {
            if (part.lastEntry() < entry) continue;
            part.remove(new Ranges.Member(range.from(), range.to(), entry));
            return;
        }
    }

    private NumberRange known(int entry) {
        try {
            return parse(entries.keyText(entry));
        } catch (BindException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void ready() {
        if (waiting.isEmpty()) return;
        var members = new ArrayList<Ranges.Member>();
        var kept = parts.length;
        var size = waiting.size();
        while (kept > 0 && isJoined(parts[kept - 1].size(), size)) size += parts[--kept].size();
        for (var i = kept; i < parts.length; i++) parts[i].addTo(members);
        members.addAll(waiting);
        waiting.clear();
        var all = Arrays.copyOf(parts, kept + 1);
        all[kept] = new Ranges(members);
        parts = all;
    }

    private static boolean isJoined(int before, int behind) {
        return before + behind <= SMALL || before <= 2 * behind && before + behind <= LARGE;
    }

    @Override
    public boolean isCrowded() {
        var later = 0;
        for (var i = 1; i < parts.length; i++) later += parts[i].size();
        return single.isCrowded() || parts.length > MANY && later > parts[0].size() / 16;
    }

    @Override
    public void makeRoom() {
        single.makeRoom();
    }
}
