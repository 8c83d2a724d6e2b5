package headway.wire.exchange;

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
    CONNECT_FAILED
}
