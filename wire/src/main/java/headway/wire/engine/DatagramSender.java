package headway.wire.engine;

/**
 * Where whole messages go without waiting, such as a syslog server: a message is sent now or dropped. One thread at a time; a loop has its own for each
 * target.
 */
public abstract class DatagramSender implements AutoCloseable {
    private volatile long dropped;

    /** Sends one message; false when it was dropped, since nobody takes it or not now. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public final boolean send(int at, int length) {
        if (transmit(at, length)) return true;
        dropped++;
        return false;
    }

    protected abstract boolean transmit(int at, int length);

    /** How many messages were dropped so far. Any thread. */
    public final long dropped() {
        return dropped;
    }

    @Override
    public abstract void close();
}
