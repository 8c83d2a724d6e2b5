package headway.wire.engine;

import org.jspecify.annotations.Nullable;

/** Who is told of new clients, on the loop that will own them. */
public interface Acceptor {
    /**
     * A client has connected.
     *
     * @return who handles it, or null to close it at once
     */
    @Nullable
    ConnectionHandler accepted(Connection connection);

    /** Accepting failed for want of descriptors or memory; the loop pauses this listener for a moment. */
    void exhausted(NetworkFailure failure);

    /** Asked before each accept, and may keep a place for whom it brings: false leaves clients in the backlog and suspends the listener on this loop. */
    boolean hasRoom();

    /** For how many nanoseconds, asked once {@link #hasRoom} has said no; what never ends by itself ends when the loop accepts from the listener anew. */
    default long pauseNanos() {
        return Long.MAX_VALUE;
    }

    /** The accept that there was room for has brought nobody. */
    default void nobodyCame() {}
}
