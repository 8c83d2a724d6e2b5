package headway.traffic.account;

/** Who is told, on the stream's loop, that a stream has ended. It reads and does not keep. */
public interface StreamObserver {
    /**
     * @param loop index of the loop, for a row of counters or a buffer of its own
     */
    void ended(Account account, int loop);
}
