package headway.wire.engine;

/** Options of a socket that have a number; an engine that cannot set one ignores it where that is harmless and says so at start where it is not. */
public enum SocketOption {
    KEEPALIVE,
    KEEPALIVE_COUNT,
    KEEPALIVE_IDLE_SECONDS,
    KEEPALIVE_INTERVAL_SECONDS,
    NO_DELAY,
    QUICK_ACK,
    LINGER_NONE,
    SEND_BUFFER,
    RECEIVE_BUFFER,
    /** How many bytes that are not sent yet make the socket full. */
    NOT_SENT_LOW,
    MAXIMUM_SEGMENT,
    USER_TIMEOUT_MILLIS,
    DEFER_ACCEPT,
    FAST_OPEN,
    V6_ONLY,
    TRANSPARENT,
    MARK,
    TOS,
    /** How many hops a packet lives. */
    HOPS,
    /** What happens to the socket sends nothing (CAP_NET_ADMIN). */
    REPAIR,
    /** The packet that begins a connection is kept for {@link Connection#savedSyn}; 2: with the Ethernet header. */
    SAVE_SYN,
    REUSE_PORT
}
