package headway.wire.engine;

import org.jspecify.annotations.Nullable;

/**
 * Timers by time: four levels of 64 slots, of 1 ms, 64 ms, 4 s and 4 min; later ones wait in the last slot and are placed again. A timer never fires
 * early, and late by less than two milliseconds plus the length of a turn.
 *
 * <p>Moving a timer to a later time only writes the number: it is placed anew when its old slot is reached. One thread.
 */
public final class TimerWheel {
    private static final int BITS = 6;
    private static final int SLOTS = 1 << BITS;
    private static final int LEVELS = 4;
    private static final long MILLI = 1_000_000;

    private final @Nullable Timer[] slots = new Timer[LEVELS * SLOTS];
    private final long[] occupied = new long[LEVELS];
    private final long origin;
    /** Every timer of this tick (milliseconds since the origin, from 1) and before has fired. */
    private long tick;

    public TimerWheel(long nanos) {
        origin = nanos - MILLI;
        tick = 1;
    }

    public void arm(Timer timer, long nanos) {
        timer.deadline = nanos;
        if (nanos == Long.MAX_VALUE) return;
        var due = tickAfter(nanos);
        if (timer.slotTime != 0) {
            if (timer.slotTime <= due) return;
            unlink(timer);
        }
        link(timer, due);
    }

    /** The timer will not fire; it leaves the wheel when its slot is reached. */
    public void disarm(Timer timer) {
        timer.deadline = Long.MAX_VALUE;
    }

    /** The timer will not fire, and the wheel forgets it at once. */
    public void remove(Timer timer) {
        timer.deadline = Long.MAX_VALUE;
        if (timer.slotTime != 0) unlink(timer);
    }

    /** Milliseconds to sleep at most, rounded up; -1 when nothing is armed. */
    public int millisToNext(long nanos) {
        var next = nextTick();
        if (next == Long.MAX_VALUE) return -1;
        var wait = origin + next * MILLI - nanos;
        return wait <= 0 ? 0 : (int) Math.min((wait + MILLI - 1) / MILLI, Integer.MAX_VALUE);
    }

    /** Fires what is due. */
    public void advance(long nanos) {
        var now = (nanos - origin) / MILLI;
        for (var next = nextTick(); next <= now; next = nextTick()) {
            tick = next;
            cascade(1, next);
            empty((int) (next & SLOTS - 1), nanos);
        }
        if (now > tick) tick = now;
    }

    /** The next tick at which a slot is to be looked at. */
    private long nextTick() {
        var next = Long.MAX_VALUE;
        for (var level = 0; level < LEVELS; level++) {
            if (occupied[level] == 0) continue;
            var from = (tick >> level * BITS) + 1;
            var steps = Long.numberOfTrailingZeros(Long.rotateRight(occupied[level], (int) from));
            next = Math.min(next, from + steps << level * BITS);
        }
        return next;
    }

    /** Moves the timers of the slots that begin with this tick one or more levels down. */
    private void cascade(int level, long at) {
        if (level == LEVELS || (at & (1L << level * BITS) - 1) != 0) return;
        cascade(level + 1, at);
        var place = level * SLOTS + slot(at, level);
        for (var timer = slots[place]; timer != null; timer = slots[place]) {
            unlink(timer);
            if (timer.deadline != Long.MAX_VALUE) link(timer, Math.max(at, tickAfter(timer.deadline)));
        }
    }

    /** One at a time, since a timer that fires may arm or remove any other. */
    private void empty(int place, long nanos) {
        for (var timer = slots[place]; timer != null; timer = slots[place]) {
            unlink(timer);
            if (timer.deadline <= nanos) fire(timer);
            else if (timer.deadline != Long.MAX_VALUE) link(timer, tickAfter(timer.deadline));
        }
    }

    private static void fire(Timer timer) {
        timer.deadline = Long.MAX_VALUE;
        timer.expired();
    }

    private long tickAfter(long nanos) {
        return Math.max(tick + 1, (nanos - origin + MILLI - 1) / MILLI);
    }

    private void link(Timer timer, long due) {
        var level = 0;
        while (level < LEVELS - 1 && due - tick >= 1L << (level + 1) * BITS) level++;
        var reachable = Math.min(due, tick + (1L << LEVELS * BITS) - 1);
        var place = level * SLOTS + slot(reachable, level);
        timer.slotTime = due;
        timer.place = place;
        timer.previous = null;
        timer.next = slots[place];
        if (timer.next != null) timer.next.previous = timer;
        slots[place] = timer;
        occupied[level] |= 1L << place;
    }

    private void unlink(Timer timer) {
        var place = timer.place;
        if (timer.previous == null) slots[place] = timer.next;
        else timer.previous.next = timer.next;
        if (timer.next != null) timer.next.previous = timer.previous;
        if (slots[place] == null) occupied[place >> BITS] &= ~(1L << place);
        timer.previous = null;
        timer.next = null;
        timer.slotTime = 0;
    }

    private static int slot(long at, int level) {
        return (int) (at >> level * BITS) & SLOTS - 1;
    }
}
