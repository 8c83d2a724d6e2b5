package headway.traffic.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@code balance roundrobin}, turn by turn, as HAProxy has it. Each entry has a place in time at which it is due again, the total weight divided by its own after
 * the last one. Who is due longest goes first; when nobody is due yet, who has had no turn since it came, the heaviest first.
 *
 * <p>Cold: it is run ahead to make the table of a {@link Turns}.
 */
final class Rotation {
    /** One that takes part. */
    static final class Entry {
        final int key;
        final int rank;
        int weight;
        /** The turn at which it is due; meaningless while it is new. */
        long place;
        /** What the division left over. */
        long rest;

        boolean isNew = true;

        Entry(int key, int rank, int weight) {
            this.key = key;
            this.rank = rank;
            this.weight = weight;
        }

        Entry copy() {
            var copy = new Entry(key, rank, weight);
            copy.place = place;
            copy.rest = rest;
            copy.isNew = isNew;
            return copy;
        }
    }

    private final PriorityQueue<Entry> waiting = new PriorityQueue<>(Rotation::dueFirst);
    private final PriorityQueue<Entry> fresh = new PriorityQueue<>(Rotation::heaviestFirst);
    private long total;
    private long now;

    private static int dueFirst(Entry a, Entry b) {
        if (a.place != b.place) return Long.compare(a.place, b.place);
        return heaviestFirst(a, b);
    }

    private static int heaviestFirst(Entry a, Entry b) {
        return a.weight != b.weight ? Integer.compare(b.weight, a.weight) : Integer.compare(a.rank, b.rank);
    }

    Rotation copy() {
        var copy = new Rotation();
        for (var entry : waiting) copy.waiting.add(entry.copy());
        for (var entry : fresh) copy.fresh.add(entry.copy());
        copy.total = total;
        copy.now = now;
        return copy;
    }

    long total() {
        return total;
    }

    /** Comes in without a turn so far. */
    void add(int key, int rank, int weight) {
        fresh.add(new Entry(key, rank, weight));
        total += weight;
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
        waiting.remove(entry);
        fresh.remove(entry);
        total += weight - entry.weight;
        entry.weight = weight;
        (entry.isNew ? fresh : waiting).add(entry);
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
        waiting.add(entry);
        now++;
        return entry.key;
    }

    /** Where all stand relative to now: when it comes again, all that follows comes again. */
    List<Long> standing() {
        if (!fresh.isEmpty()) return List.of();
        var sorted = new ArrayList<>(waiting);
        sorted.sort((a, b) -> Integer.compare(a.key, b.key));
        var standing = new ArrayList<Long>();
        for (var entry : sorted) {
            standing.add(entry.place - now);
            standing.add(entry.rest);
        }
        return standing;
    }
}
