package headway.wire.engine;

/**
 * Where whole messages go without waiting, such as a syslog server: a message is sent now or dropped. One thread at a time; a loop has its own for each
 * target.
 */
public abstract class DatagramSender implements AutoCloseable {
    private volatile long dropped;
    /** Dropped after {@link #send} had returned, and not told yet. */
    private int untold;

    /**
     * From now on messages may be collected and sent together at the end of the loop's turn. That one of them was dropped is then told by a later {@link #send}.
     */
    public void collect(Loop loop) {}

    /** Sends one message; false when one was dropped, since nobody takes it or not now. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public final boolean send(int at, int length) {
        if (!transmit(at, length)) dropped++;
        else if (untold > 0) untold--;
        else return true;
        return false;
    }

    protected abstract boolean transmit(int at, int length);

    /** So many of those that were collected were dropped. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    protected final void lost(int messages) {
        dropped += messages;
        untold += messages;
    }

    /** How many messages were dropped so far. Any thread. */
    public final long dropped() {
        return dropped;
    }

    @Override
    public abstract void close();
}
