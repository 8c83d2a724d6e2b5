package headway.traffic.server;

import headway.wire.engine.Loop;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a slot of a server; a stream has one of these and uses it again and again. {@link #granted} and {@link #evicted} are called on
 * its loop, at most once for each {@link Admission#await}, and never after {@link Admission#cancel}.
 *
 * <p>The message that crosses the loops says nothing but "look at your waiter": so one that comes late, after a cancel and perhaps another await, does no harm.
 */
public abstract class Waiter implements Runnable {
    /** Where it stands; guarded by the admission's lock, like the other fields. */
    enum Phase {
        IDLE,
        WAITING,
        GRANTED,
        EVICTED
    }

    Phase phase = Phase.IDLE;

    @Nullable
    Admission admission;

    @Nullable
    Loop loop;

    @Nullable
    WaitQueue queue;

    @Nullable
    Server server;

    /** Those with a smaller one are served first; set before {@link Admission#await}. */
    public int priorityClass;
    /** Milliseconds by which it counts as having come later, or earlier. */
    public int offsetMillis;

    /** When it counts as having come, in milliseconds. */
    long arrival;

    long order;
    /** Where it stands in the heap of its queue. */
    int place;

    long passedBefore;
    int position;

    /** Among those who wait: by class, then by arrival, then first come, first served. */
    boolean isBefore(Waiter other) {
        if (priorityClass != other.priorityClass) return priorityClass < other.priorityClass;
        return arrival != other.arrival ? arrival < other.arrival : order < other.order;
    }

    /** A slot of this server is yours: release it in the end. */
    protected abstract void granted(Server server);

    /** The server cannot take you any more: choose again. */
    protected abstract void evicted();

    /** How many were served while it waited, itself included; for the log. On its loop, after {@link #granted}. */
    public final int position() {
        return position;
    }

    @Override
    public final void run() {
        var home = admission;
        if (home != null) home.deliver(this);
    }
}
