package headway.language.sample;

/**
 * What is known of a stream as a number, beside its messages. Times are in milliseconds; those of a phase that was not reached are -1, and a timeout that is not set
 * is 0, as HAProxy shows them.
 */
public enum Figure {
    /** When the connection was accepted, or the next request of it could begin; milliseconds since 1970. */
    ACCEPT_DATE,
    /** When the first byte of the request came; milliseconds since 1970. */
    REQUEST_DATE,

    // ---- the phases of a stream: manual 8.4
    HANDSHAKE_TIME,
    IDLE_TIME,
    HEADER_TIME,
    /** Idle and header together. */
    REQUEST_TIME,
    QUEUE_TIME,
    CONNECT_TIME,
    RESPONSE_TIME,
    DATA_TIME,
    ACTIVE_TIME,
    USER_TIME,
    TOTAL_TIME,

    // ---- where the stream goes
    FRONTEND_ID,
    BACKEND_ID,
    SERVER_ID,
    SOCKET_ID,
    SOCKET_CONNECTIONS,
    PROCESS_CONNECTIONS,
    /** How many left the queue of the backend while it waited there. */
    BACKEND_QUEUE,
    SERVER_QUEUE,

    // ---- what the proxies say, and what holds for this stream
    FRONTEND_CLIENT_TIMEOUT,
    FRONTEND_TARPIT_TIMEOUT,
    BACKEND_CONNECT_TIMEOUT,
    BACKEND_QUEUE_TIMEOUT,
    BACKEND_SERVER_TIMEOUT,
    BACKEND_TARPIT_TIMEOUT,
    BACKEND_TUNNEL_TIMEOUT,
    BACKEND_RETRIES,
    CLIENT_TIMEOUT,
    CONNECT_TIMEOUT,
    QUEUE_TIMEOUT,
    SERVER_TIMEOUT,
    TARPIT_TIMEOUT,
    TUNNEL_TIMEOUT,
    RETRIES,

    // ---- what has come of it so far
    CLIENT_BYTES_IN,
    CLIENT_BYTES_OUT,
    SERVER_BYTES_IN,
    SERVER_BYTES_OUT,
    /** The status sent to the client, or about to be. */
    STATUS,
    SERVER_STATUS,
    CONNECT_RETRIES,
    /** 1 when another server was tried. */
    REDISPATCHED,
    PRIORITY_CLASS,
    PRIORITY_OFFSET,
    /** The two letters of the termination state, the first times 256. */
    TERMINATION,
    TRANSACTION_ID,
    /** The line of the rule that decided last. */
    LAST_RULE_LINE,
    /** How often the stream was called. */
    CALLS,
    /** How long it was at work in all, in nanoseconds. */
    CALL_NANOS,
    /** How long others kept its calls waiting in all, in nanoseconds. */
    LATENCY_NANOS,

    // ---- the connections
    CLIENT_ERROR,
    SERVER_ERROR,
    CLIENT_GLITCHES,
    SERVER_GLITCHES,
    /** 1 when the request went over a connection that had carried another. */
    SERVER_REUSED,
    /** 1 when there is a connection to a server. */
    SERVER_CONNECTED,
    CLIENT_STREAM_ID,
    SERVER_STREAM_ID,
    CLIENT_ABORTED,
    SERVER_ABORTED,
    /** What the kernel measured of the client's TCP connection, in microseconds or in packets. */
    CLIENT_RTT,
    CLIENT_RTT_VARIANCE,
    CLIENT_UNACKED,
    CLIENT_SACKED,
    CLIENT_LOST,
    CLIENT_RETRANSMITTED,
    CLIENT_FORWARD_ACKED,
    CLIENT_REORDERING,
    SERVER_RTT,
    SERVER_RTT_VARIANCE,

    // ---- the process
    IS_HTTP,
    THREAD,
    /** How much of the last stretch of time the loop has worked, in percent. */
    LOOP_USAGE,
    /** The same of all loops on the average. */
    PROCESS_USAGE,
    IS_STOPPING,
    UPTIME_SECONDS,
    BUFFER_SIZE;

    /** There is no such number, or none yet. */
    public static final long ABSENT = Long.MIN_VALUE;
}
