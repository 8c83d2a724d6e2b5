package headway.wire.engine.socket;

/** How much of its time a loop works. The loop tells when it waits and when it has been woken; any thread may ask. */
final class Usage {
    /** Long enough for some hundred requests of a busy loop, short enough to be about the present. */
    static final long STRETCH_NANOS = 50_000_000;

    private boolean on;
    private long since;
    private long worked;
    private long waited;
    private volatile int percent;
    /** 0 while the loop works. */
    private volatile long waitsSince;

    void on() {
        on = true;
    }

    /** Before a wait. */
    void waits() {
        if (on) waits(System.nanoTime());
    }

    void waits(long now) {
        if (since != 0) worked += now - since;
        since = now;
        waitsSince = now;
    }

    /** After a wait. */
    void woke(long now) {
        if (!on) return;
        waited += now - since;
        since = now;
        waitsSince = 0;
        var all = worked + waited;
        if (all < STRETCH_NANOS) return;
        percent = (int) ((worked * 100 + all / 2) / all);
        worked = 0;
        waited = 0;
    }

    /** One that has been waiting for longer than a stretch has nothing to do, whatever it did before. */
    int percent(long now) {
        var waiting = waitsSince;
        return waiting != 0 && now - waiting >= STRETCH_NANOS ? 0 : percent;
    }
}
