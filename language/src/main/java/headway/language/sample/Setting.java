package headway.language.sample;

/** What rules set of a stream, each a number; as long as no rule does, what its proxies say holds. Times are in nanoseconds. */
public enum Setting {
    CLIENT_TIMEOUT,
    SERVER_TIMEOUT,
    TUNNEL_TIMEOUT,
    CONNECT_TIMEOUT,
    QUEUE_TIMEOUT,
    TARPIT_TIMEOUT,
    /** How often a server is tried again. */
    RETRIES,
    /** 0 after {@code disable-l7-retry}: a request that was sent is not sent again. */
    RETRY_SENT,
    /** Those with a smaller number leave a queue first. */
    PRIORITY_CLASS,
    /** Milliseconds by which the place in a queue is moved back. */
    PRIORITY_OFFSET,
    /** A syslog level, or -2 for no line. */
    LOG_LEVEL,
    NICE,
    CLIENT_MARK,
    CLIENT_TOS,
    SERVER_MARK,
    SERVER_TOS;

    private static final Setting[] ALL = values();

    public static int count() {
        return ALL.length;
    }
}
