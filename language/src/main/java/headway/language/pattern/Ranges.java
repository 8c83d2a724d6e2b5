package headway.language.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Ranges of numbers that have come one after the other, and the first that holds a number: they are cut at all their ends into pieces, of which each has one answer. What is removed is
 * only marked; for pieces that had it as their answer, the ranges themselves are searched, a tree over their beginnings that knows the farthest end and the first entry below each node.
 */
final class Ranges {
    private static final int NONE = PatternIndex.NONE;
    private static final int GONE = Integer.MAX_VALUE;
    private static final VarHandle INT = MethodHandles.arrayElementVarHandle(int[].class);

    /** A range and its entry. */
    record Member(long from, long to, int entry) {}

    /** From each number on, up to the next one, the entry beside it, or none. */
    private final long[] ends;

    private final int[] owners;
    /** By their beginnings; in each part of the arrays the middle one is the root of the rest. */
    private final Member[] members;
    /** By the root of a part, the farthest end in it. */
    private final long[] farthest;
    /** By the root of a part, the first entry in it that is not gone. */
    private final int[] earliest;
    /** By the same numbers, the entry, or GONE. */
    private final int[] entries;

    private final int lastEntry;
    private int removed;
    /** For tests. */
    private int steps;

    /**
     * @param all one at least, in the order of their entries
     */
    Ranges(List<Member> all) {
        lastEntry = all.getLast().entry;
        members = all.toArray(new Member[0]);
        Arrays.sort(members, Comparator.comparingLong(Member::from));
        ends = ends(members);
        owners = owners();
        farthest = new long[members.length];
        earliest = new int[members.length];
        entries = new int[members.length];
        for (var i = 0; i < members.length; i++) entries[i] = members[i].entry;
        build(0, members.length);
    }

    private static long[] ends(Member[] members) {
        var ends = new long[members.length * 2];
        var count = 0;
        for (var member : members) {
            ends[count++] = member.from;
            if (member.to < Long.MAX_VALUE) ends[count++] = member.to + 1;
        }
        return Arrays.stream(ends, 0, count).sorted().distinct().toArray();
    }

    /** For each piece the first entry of those whose ranges hold it. */
    private int[] owners() {
        var open = new PriorityQueue<Member>(Comparator.comparingInt(Member::entry));
        var found = new int[ends.length];
        var next = 0;
        for (var i = 0; i < ends.length; i++) {
            while (next < members.length && members[next].from <= ends[i]) open.add(members[next++]);
            while (!open.isEmpty() && open.peek().to < ends[i]) open.remove();
            found[i] = open.isEmpty() ? NONE : open.peek().entry;
        }
        return found;
    }

    private void build(int from, int to) {
        if (from == to) return;
        var root = from + to >>> 1;
        build(from, root);
        build(root + 1, to);
        var end = members[root].to;
        if (from < root) end = Math.max(end, farthest[from + root >>> 1]);
        if (root + 1 < to) end = Math.max(end, farthest[root + 1 + to >>> 1]);
        farthest[root] = end;
        earliest[root] = earliest(from, to);
    }

    private int earliest(int from, int to) {
        var root = from + to >>> 1;
        var first = entries[root];
        if (from < root) first = Math.min(first, earliest[from + root >>> 1]);
        return root + 1 < to ? Math.min(first, earliest[root + 1 + to >>> 1]) : first;
    }

    /** How many are not gone. */
    int size() {
        return members.length - removed;
    }

    /** The number of the latest entry. */
    int lastEntry() {
        return lastEntry;
    }

    int steps() {
        return steps;
    }

    private boolean step() {
        steps++;
        return true;
    }

    /** The first entry whose range holds the number, or NONE. */
    int find(long number) {
        var at = Arrays.binarySearch(ends, number);
        if (at < 0) at = -at - 2;
        var owner = at < 0 ? NONE : (int) INT.getAcquire(owners, at);
        if (owner != GONE) return owner;
        var found = search(0, members.length, number, GONE);
        return found == GONE ? NONE : found;
    }

    private int search(int from, int to, long number, int best) {
        var found = best;
        var low = from;
        var high = to;
        while (low < high) {
            assert step();
            var root = low + high >>> 1;
            if (farthest[root] < number || (int) INT.getAcquire(earliest, root) >= found) return found;
            var member = members[root];
            if (member.from > number) {
                high = root;
                continue;
            }
            if (member.to >= number) found = Math.min(found, (int) INT.getAcquire(entries, root));
            found = search(low, root, number, found);
            low = root + 1;
        }
        return found;
    }

    /** Marks an entry as gone. */
    void remove(Member gone) {
        if (!remove(0, members.length, gone)) return;
        removed++;
        var at = Arrays.binarySearch(ends, gone.from);
        for (; at < ends.length && ends[at] <= gone.to; at++)
            if (owners[at] == gone.entry) INT.setRelease(owners, at, GONE);
    }

    private boolean remove(int from, int to, Member gone) {
        if (from == to) return false;
        var root = from + to >>> 1;
        var member = members[root];
        var isFound = member.entry == gone.entry;
        if (isFound) INT.setRelease(entries, root, GONE);
        else if (isBefore(gone, member)) isFound = remove(from, root, gone);
        else isFound = remove(root + 1, to, gone);
        if (isFound) INT.setRelease(earliest, root, earliest(from, to));
        return isFound;
    }

    /** Sorting has kept the order of entries among equal beginnings. */
    private static boolean isBefore(Member one, Member other) {
        return one.from < other.from || one.from == other.from && one.entry < other.entry;
    }

    /** Adds those that are not gone, in the order of their entries. */
    void addTo(List<Member> list) {
        var first = list.size();
        for (var i = 0; i < members.length; i++) if (entries[i] != GONE) list.add(members[i]);
        list.subList(first, list.size()).sort(Comparator.comparingInt(Member::entry));
    }
}
