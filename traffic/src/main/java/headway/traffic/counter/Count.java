package headway.traffic.counter;

/**
 * The columns of a {@link Tally}: what is only ever added to. The names in the comments are those of {@code show stat}; a frontend, a backend, a server and
 * a listener use the columns that mean something to them.
 */
public enum Count {
    /** stot: sessions of a listener, requests in an HTTP backend or server. */
    SESSIONS,
    /** conn_tot: connections accepted. */
    CONNECTIONS,
    /** bin, as the client sent them. */
    BYTES_IN,
    /** bout, as the client received them. */
    BYTES_OUT,
    /** reqbout, as servers were sent them. */
    REQUEST_BYTES_OUT,
    /** resbin, as servers sent them. */
    RESPONSE_BYTES_IN,
    /** dreq. */
    DENIED_REQUESTS,
    /** dresp. */
    DENIED_RESPONSES,
    /** dcon. */
    DENIED_CONNECTIONS,
    /** dses. */
    DENIED_SESSIONS,
    /** ereq. */
    FAILED_REQUESTS,
    /** econ. */
    FAILED_CONNECTS,
    /** eresp. */
    FAILED_RESPONSES,
    /** wretr. */
    RETRIES,
    /** wredis. */
    REDISPATCHES,
    /** wrew. */
    FAILED_REWRITES,
    /** eint. */
    INTERNAL_ERRORS,
    /** cli_abrt. */
    CLIENT_ABORTS,
    /** srv_abrt. */
    SERVER_ABORTS,
    /** req_tot. */
    REQUESTS,
    /** h1req. */
    H1_REQUESTS,
    /** h1sess. */
    H1_SESSIONS,
    /** sess_other: sessions that are not HTTP. */
    OTHER_SESSIONS,
    /** req_other. */
    OTHER_REQUESTS,
    /** hrsp_1xx. The five classes follow each other: see {@link Tally#response}. */
    RESPONSES_1XX,
    RESPONSES_2XX,
    RESPONSES_3XX,
    RESPONSES_4XX,
    RESPONSES_5XX,
    /** hrsp_other. */
    RESPONSES_OTHER,
    /** intercepted: answered by the proxy itself, such as {@code monitor-uri}. */
    INTERCEPTED,
    /** Lines written to its log. */
    LOG_LINES,
    /** lbtot. */
    CHOSEN,
    /** connect. */
    CONNECTS,
    /** reuse. */
    REUSES,
    /** h1_spliced_bytes_in. */
    H1_SPLICED_IN,
    /** h1_spliced_bytes_out. */
    H1_SPLICED_OUT,
    /** h1_total_connections. */
    H1_CONNECTIONS,
    /** h1_open_connections, kept as a sum of +1 and -1. */
    H1_OPEN_CONNECTIONS,
    /** h1_open_streams, kept as a sum of +1 and -1. */
    H1_OPEN_STREAMS,
    /** h1_total_streams. */
    H1_STREAMS;

    private static final Count[] ALL = values();

    static int columns() {
        return ALL.length;
    }

    /** The class of a status: 1xx to 5xx, everything else is "other". */
    public static Count response(int status) {
        var hundreds = status / 100;
        return hundreds >= 1 && hundreds <= 5 ? ALL[RESPONSES_1XX.ordinal() + hundreds - 1] : RESPONSES_OTHER;
    }
}
