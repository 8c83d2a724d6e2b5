package headway.language.pattern;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Ranges of numbers ({@code -m int}, {@code -m len}); the first of the list wins. Ranges of one number, which are most, are in a hash table, so that a change costs one
 * slot; the others are cut at all their ends into pieces of which each has one answer.
 */
final class RangeIndex implements PatternIndex {
    /** What is looked at: the value itself or its length. */
    enum Subject {
        NUMBER,
        VERSION,
        LENGTH
    }

    private record Member(NumberRange range, int entry) {}

    /** From each number on, up to the next one, this entry (or none). */
    private record Pieces(long[] from, int[] entry) {}

    private final Entries entries;
    private final Subject subject;
    private final AddressTable single = new AddressTable();
    /** Of more than one number. */
    private final List<Member> members = new ArrayList<>();

    private boolean isCut = true;
    private volatile Pieces pieces = new Pieces(new long[0], new int[0]);

    RangeIndex(Entries entries, Subject subject) {
        this.entries = entries;
        this.subject = subject;
    }

    @Override
    public int find(Sample value) {
        var number = subject == Subject.LENGTH ? value.length : value.integer;
        var alone = single.find(number, 0);
        var among = among(number);
        return alone == NONE || among != NONE && among < alone ? among : alone;
    }

    private int among(long number) {
        var all = pieces;
        var at = Arrays.binarySearch(all.from, number);
        if (at < 0) at = -at - 2;
        return at < 0 ? NONE : all.entry[at];
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
        if (isSingle(range)) {
            single.add(range.from(), 0, Long.SIZE, entry);
            return;
        }
        members.add(new Member(range, entry));
        isCut = false;
    }

    private static boolean isSingle(NumberRange range) {
        return range.from() == range.to();
    }

    @Override
    public void remove(int entry) {
        var range = known(entry);
        if (isSingle(range)) single.remove(range.from(), 0, Long.SIZE, entry);
        else isCut &= !members.removeIf(m -> m.entry == entry);
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
        if (isCut) return;
        isCut = true;
        var ends = new long[members.size() * 2];
        var count = 0;
        for (var member : members) {
            ends[count++] = member.range.from();
            if (member.range.to() < Long.MAX_VALUE) ends[count++] = member.range.to() + 1;
        }
        ends = Arrays.stream(ends, 0, count).sorted().distinct().toArray();
        pieces = new Pieces(ends, owners(ends));
    }

    /** For each piece the first entry of those whose ranges hold it. */
    private int[] owners(long[] ends) {
        var waiting = new ArrayList<>(members);
        waiting.sort(Comparator.comparingLong(m -> m.range.from()));
        var open = new PriorityQueue<Member>(Comparator.comparingInt(Member::entry));
        var owners = new int[ends.length];
        var next = 0;
        for (var i = 0; i < ends.length; i++) {
            while (next < waiting.size() && waiting.get(next).range.from() <= ends[i]) open.add(waiting.get(next++));
            while (!open.isEmpty() && open.peek().range.to() < ends[i]) open.remove();
            owners[i] = open.isEmpty() ? NONE : open.peek().entry;
        }
        return owners;
    }
}
