package headway.wire.engine;

/** Who is told what happens on a connection; always on the connection's loop. A handler may close or write to any connection of the loop. */
public interface ConnectionHandler {
    /** An outgoing connection is established and can be written to. */
    default void connected(Connection connection) {}

    /**
     * Bytes have come; they lie in the slab for the duration of the call.
     *
     * @param full when no more than these will ever be kept: consume something, or give up on the peer
     * @return how many of them were consumed, from the front
     */
    int bytes(Connection connection, int at, int length, boolean full);

    /**
     * True when the next bytes would begin something new: as long as too much memory is in use they wait in the kernel. False as well for what has to go on so that memory
     * becomes free, such as responses.
     */
    default boolean isBeginning() {
        return false;
    }

    /** Everything pending has been sent. */
    void room(Connection connection);

    /** The peer sent FIN, after all its bytes were shown. Called once. */
    void ended(Connection connection);

    /** Connecting, reading or writing failed; the connection is closed already. */
    void failed(Connection connection, NetworkFailure failure);

    /** The deadline has come. */
    void expired(Connection connection);
}
