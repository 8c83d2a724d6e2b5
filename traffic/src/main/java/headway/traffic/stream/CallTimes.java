package headway.traffic.stream;

import headway.language.sample.Clock;
import headway.wire.engine.Loop;

/**
 * How long the calls of a stream take, and how long they are waited for: only when an expression reads it. A call waits from the moment its loop was woken, or its stream's call
 * before it was over.
 */
final class CallTimes {
    private final Loop loop;
    private final boolean on;
    private long workedNanos;
    private long waitedNanos;
    /** 0 outside of a call. */
    private long began;

    private long ended;

    CallTimes(Worker worker) {
        loop = worker.loop();
        on = worker.traffic().isWanted(Clock.CALLS);
    }

    /** A stream begins, by a call. */
    void begin() {
        workedNanos = 0;
        waitedNanos = 0;
        began = 0;
        ended = 0;
        enter();
    }

    /** A call begins, if it has not already. */
    void enter() {
        if (!on || began != 0) return;
        began = System.nanoTime();
        waitedNanos += Math.max(0, began - Math.max(loop.nanos(), ended));
    }

    void leave() {
        if (began == 0) return;
        ended = System.nanoTime();
        workedNanos += ended - began;
        began = 0;
    }

    /** With the call that is under way. */
    long workedNanos() {
        return began == 0 ? workedNanos : workedNanos + System.nanoTime() - began;
    }

    long waitedNanos() {
        return waitedNanos;
    }
}
