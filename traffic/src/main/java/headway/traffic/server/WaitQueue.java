package headway.traffic.server;

import headway.traffic.counter.Gauge;
import org.jspecify.annotations.Nullable;

/** First come, first served: those who wait for one server, or for any server of a backend. Guarded by the lock of its {@link Admission}. */
public final class WaitQueue {
    private final Gauge length;
    private @Nullable Waiter first;
    private @Nullable Waiter last;
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
        return first;
    }

    void append(Waiter waiter) {
        waiter.queue = this;
        waiter.previous = last;
        waiter.next = null;
        waiter.passedBefore = passed;
        if (last == null) first = waiter;
        else last.next = waiter;
        last = waiter;
        length.enter();
    }

    void remove(Waiter waiter) {
        assert waiter.queue == this;
        var before = waiter.previous;
        var after = waiter.next;
        if (before == null) first = after;
        else before.next = after;
        if (after == null) last = before;
        else after.previous = before;
        waiter.previous = waiter.next = null;
        waiter.queue = null;
        length.leave();
    }

    /** Takes it out because its turn has come. */
    void serve(Waiter waiter) {
        waiter.position = (int) (passed - waiter.passedBefore);
        passed++;
        remove(waiter);
    }
}
