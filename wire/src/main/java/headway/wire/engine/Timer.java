package headway.wire.engine;

import org.jspecify.annotations.Nullable;

/** Something that happens at a time, embedded in its owner so that arming it allocates nothing. */
public abstract class Timer {
    long deadline = Long.MAX_VALUE;
    /** The tick for which the wheel has placed it, at or before the deadline; 0 while it is not in the wheel. */
    long slotTime;

    int place;

    @Nullable
    Timer previous;

    @Nullable
    Timer next;

    /** Called on the loop, once, not before the time. */
    protected abstract void expired();

    public final boolean isArmed() {
        return deadline != Long.MAX_VALUE;
    }
}
