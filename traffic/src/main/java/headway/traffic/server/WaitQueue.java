package headway.traffic.server;

import headway.traffic.counter.Gauge;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for one server, or for any server of a backend, in the order of {@link Waiter#isBefore}: first come, first served unless rules set priorities. A binary
 * heap whose members know their place, so that one that gives up leaves at once. Guarded by the lock of its {@link Admission}.
 */
public final class WaitQueue {
    private final Gauge length;
    private @Nullable Waiter[] heap = new Waiter[16];
    private int count;
    private long passed;

    WaitQueue(Gauge length) {
        this.length = length;
    }

    /** How many wait. Any thread. */
    public int length() {
        return length.current();
    }

    @Nullable
    Waiter first() {
        return heap[0];
    }

    void append(Waiter waiter) {
        waiter.queue = this;
        waiter.passedBefore = passed;
        if (count == heap.length) heap = Arrays.copyOf(heap, count * 2);
        up(count++, waiter);
        length.enter();
    }

    void remove(Waiter waiter) {
        assert waiter.queue == this && heap[waiter.place] == waiter;
        var last = at(--count);
        heap[count] = null;
        if (last != waiter) {
            down(waiter.place, last);
            up(last.place, last);
        }
        waiter.queue = null;
        length.leave();
    }

    /** Takes it out because its turn has come. */
    void serve(Waiter waiter) {
        // HAProxy counts the one that is served, too.
        passed++;
        waiter.position = (int) (passed - waiter.passedBefore);
        remove(waiter);
    }

    private Waiter at(int place) {
        var waiter = heap[place];
        if (waiter == null) throw new IllegalStateException("nobody waits at place " + place);
        return waiter;
    }

    private void put(int place, Waiter waiter) {
        heap[place] = waiter;
        waiter.place = place;
    }

    private void up(int from, Waiter waiter) {
        var place = from;
        while (place > 0 && waiter.isBefore(at((place - 1) / 2))) {
            put(place, at((place - 1) / 2));
            place = (place - 1) / 2;
        }
        put(place, waiter);
    }

    private void down(int from, Waiter waiter) {
        var place = from;
        while (2 * place + 1 < count) {
            var child = 2 * place + 1;
            if (child + 1 < count && at(child + 1).isBefore(at(child))) child++;
            if (!at(child).isBefore(waiter)) break;
            put(place, at(child));
            place = child;
        }
        put(place, waiter);
    }
}
