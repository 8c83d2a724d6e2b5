package headway.traffic.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@code balance roundrobin}, turn by turn, as HAProxy has it. Each entry has a place in time at which it is due again, the total weight divided by its own after
 * the last one. Who is due longest goes first; when nobody is due yet, who has had no turn so far, the heaviest first. Who comes later, or gets another
 * weight, is due after one of its own intervals. All this was found by watching HAProxy: without changes it is the same for any weights; after a change of
 * weights the order of a few turns may differ while the shares are the same.
 *
 * <p>Cold: it is run ahead to make the table of a {@link Turns}.
 */
final class Rotation {
    /** One that takes part. */
    static final class Entry {
        final int key;
        final int id;
        int weight;
        /** The turn at which it is due; meaningless while it is new. */
        long place;
        /** What the division left over. */
        long rest;
        /** When it got its place. */
        long since;

        boolean isNew = true;

        Entry(int key, int id, int weight) {
            this.key = key;
            this.id = id;
            this.weight = weight;
        }

        Entry copy() {
            var copy = new Entry(key, id, weight);
            copy.place = place;
            copy.rest = rest;
            copy.since = since;
            copy.isNew = isNew;
            return copy;
        }
    }

    private final PriorityQueue<Entry> waiting = new PriorityQueue<>(Rotation::dueFirst);
    private final PriorityQueue<Entry> fresh = new PriorityQueue<>(Rotation::heaviestFirst);
    private long total;
    private long now;
    private long placed;

    private static int dueFirst(Entry a, Entry b) {
        if (a.place != b.place) return Long.compare(a.place, b.place);
        var ofA = a.rest - a.weight;
        var ofB = b.rest - b.weight;
        return ofA != ofB ? Long.compare(ofA, ofB) : Long.compare(a.since, b.since);
    }

    private static int heaviestFirst(Entry a, Entry b) {
        return a.weight != b.weight ? Integer.compare(b.weight, a.weight) : Integer.compare(a.id, b.id);
    }

    Rotation copy() {
        var copy = new Rotation();
        for (var entry : waiting) copy.waiting.add(entry.copy());
        for (var entry : fresh) copy.fresh.add(entry.copy());
        copy.total = total;
        copy.now = now;
        copy.placed = placed;
        return copy;
    }

    long total() {
        return total;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && fresh.isEmpty();
    }

    /** Is there from the beginning. */
    void add(int key, int id, int weight) {
        fresh.add(new Entry(key, id, weight));
        total += weight;
    }

    /** Comes while others have their turns. */
    void join(int key, int id, int weight) {
        total += weight;
        put(new Entry(key, id, weight));
    }

    void remove(int key) {
        var gone = find(key);
        if (gone == null) return;
        waiting.remove(gone);
        fresh.remove(gone);
        total -= gone.weight;
    }

    void weight(int key, int weight) {
        var entry = find(key);
        if (entry == null || entry.weight == weight) return;
        remove(key);
        entry.weight = weight;
        total += weight;
        if (entry.isNew) fresh.add(entry);
        else put(entry);
    }

    private void put(Entry entry) {
        entry.isNew = false;
        entry.place = now + total / entry.weight;
        entry.rest = 0;
        entry.since = placed++;
        waiting.add(entry);
    }

    int weight(int key) {
        var entry = find(key);
        return entry == null ? 0 : entry.weight;
    }

    private @Nullable Entry find(int key) {
        for (var entry : waiting) if (entry.key == key) return entry;
        for (var entry : fresh) if (entry.key == key) return entry;
        return null;
    }

    List<Integer> keys() {
        var keys = new ArrayList<Integer>();
        for (var entry : waiting) keys.add(entry.key);
        for (var entry : fresh) keys.add(entry.key);
        return keys;
    }

    /** The key of whose turn it is. */
    int next() {
        var due = waiting.peek();
        var entry = due == null || due.place > now && !fresh.isEmpty() ? fresh.poll() : waiting.poll();
        if (entry == null) throw new IllegalStateException("nobody takes part");
        if (entry.isNew) {
            entry.isNew = false;
            entry.place = now;
            entry.rest = 0;
        }
        entry.place += total / entry.weight;
        entry.rest += total % entry.weight;
        if (entry.rest >= entry.weight) {
            entry.rest -= entry.weight;
            entry.place++;
        }
        entry.since = placed++;
        waiting.add(entry);
        now++;
        return entry.key;
    }

    /** Where all stand relative to now: when it comes again, all that follows comes again. */
    List<Long> standing() {
        if (!fresh.isEmpty()) return List.of();
        var sorted = new ArrayList<>(waiting);
        sorted.sort(Rotation::dueFirst);
        var standing = new ArrayList<Long>();
        for (var entry : sorted) {
            standing.add((long) entry.key);
            standing.add(entry.place - now);
            standing.add(entry.rest);
        }
        return standing;
    }
}
