package headway.wire.exchange;

import headway.wire.engine.NetworkFailure;

/** What ended an incoming message early; the exchange knows more ({@code violation}, the connection's {@code failure}). */
public enum Failure {
    /** FIN before a complete message; for a client that waits for its response: it may have gone. */
    CLOSED,
    /** RST or another error of the network. */
    RESET,
    /** The bytes were not HTTP. */
    VIOLATION,
    /** Head longer than the buffer. */
    TOO_LARGE,
    /** The connection could not be established. */
    CONNECT_FAILED,
    /** Whoever was told of an event threw: the connection is closed, and what it was in cannot be relied on. */
    BUG;

    /** What the end of a connection means for the message on it. */
    public static Failure of(NetworkFailure failure) {
        return failure == NetworkFailure.BUG ? BUG : RESET;
    }
}
