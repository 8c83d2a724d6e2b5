package headway.operate.log;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a ring. One that holds keeps messages from being replaced before it has read them; another one is overtaken and goes on with the oldest that is
 * left. One thread at a time, but for what the ring calls.
 */
final class RingReader implements AutoCloseable {
    private final MessageRing ring;
    private final Runnable wake;
    /** Guarded by the ring, as all that follows. */
    private long position;

    private boolean holds;
    private boolean waits;
    /** What it has not got is a loss. */
    private final boolean isServer;

    /**
     * @param isServer rather than somebody who looks on
     * @param wake called under the ring's lock when there is a message for who has found none; any thread
     */
    RingReader(MessageRing ring, boolean isServer, Runnable wake) {
        this.ring = ring;
        this.isServer = isServer;
        this.wake = wake;
        position = ring.oldest();
        ring.join(this);
    }

    /** From now on messages wait for this reader, or do not. */
    void holds(boolean on) {
        synchronized (ring) {
            catchUp();
            holds = on;
        }
    }

    /** Passes over all that is there. */
    void skipAll() {
        synchronized (ring) {
            position = ring.end();
        }
    }

    /** The length of the next message; -1 when there is none, and it will be told of one. */
    int next() {
        synchronized (ring) {
            catchUp();
            var length = ring.length(position);
            waits = length < 0;
            return length;
        }
    }

    /**
     * Takes the next message to the slab.
     *
     * @param room there
     * @return its length; -1 when there is none, and it will be told of one; -2 when it is too long for the room
     */
    int take(int at, int room) {
        synchronized (ring) {
            var length = next();
            if (length < 0) return -1;
            if (length > room) return -2;
            ring.read(position, length, at);
            position = MessageRing.after(position, length);
            return length;
        }
    }

    /** Cold: takes the next message; null when there is none, and it will be told of one. */
    byte @Nullable [] take() {
        synchronized (ring) {
            var length = next();
            if (length < 0) return null;
            var message = ring.bytes(position);
            position = MessageRing.after(position, length);
            return message;
        }
    }

    private void catchUp() {
        if (position < ring.oldest()) position = ring.oldest();
    }

    /** There is a message. */
    void more() {
        if (!waits) return;
        waits = false;
        wake.run();
    }

    /** The server for whom this message was has not got it. */
    boolean misses(long message) {
        return isServer && position <= message;
    }

    boolean needs(long message) {
        return holds && position <= message;
    }

    @Override
    public void close() {
        ring.leave(this);
    }
}
