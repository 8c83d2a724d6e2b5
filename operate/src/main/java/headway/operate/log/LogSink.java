package headway.operate.log;

/** Where finished messages go. Any thread. */
public interface LogSink {
    /**
     * Sends one message without waiting.
     *
     * @return false when it could not be sent: nobody listens, or the receiver is full
     */
    boolean send(int at, int length);
}
