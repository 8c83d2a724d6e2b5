package headway.operate.stats;

/**
 * The columns of {@code show stat}, in the order of HAProxy 3.5 (management manual 9.1). Behind the last fixed one stand those of the protocols: of HAProxy's,
 * the ones of what is there.
 */
public enum Column {
    PXNAME("pxname", "KNS", Type.STR, "proxy's name"),
    SVNAME("svname", "KNS", Type.STR, "FRONTEND, BACKEND, or the name of a server or listener"),
    QCUR("qcur", "MGP", Type.U32, "requests in the queue now"),
    QMAX("qmax", "MMP", Type.U32, "most requests ever in the queue"),
    SCUR("scur", "MGP", Type.U32, "sessions now"),
    SMAX("smax", "MMP", Type.U32, "most sessions ever at the same time"),
    SLIM("slim", "CLP", Type.U32, "limit of sessions"),
    STOT("stot", "MCP", Type.U64, "sessions so far"),
    BIN("bin", "MCP", Type.U64, "bytes of requests"),
    BOUT("bout", "MCP", Type.U64, "bytes of responses"),
    DREQ("dreq", "MCP", Type.U64, "requests denied by a rule"),
    DRESP("dresp", "MCP", Type.U64, "responses denied by a rule"),
    EREQ("ereq", "MCP", Type.U64, "requests that were invalid or broke off"),
    ECON("econ", "MCP", Type.U64, "requests for which no server could be reached"),
    ERESP("eresp", "MCP", Type.U64, "responses that were invalid or broke off"),
    WRETR("wretr", "MCP", Type.U64, "connects that were tried again"),
    WREDIS("wredis", "MCP", Type.U64, "requests sent to another server instead"),
    STATUS("status", "SGP", Type.STR, "whether it works: OPEN, UP, DOWN, MAINT and so on"),
    WEIGHT("weight", "MaP", Type.U32, "weight that counts now"),
    ACT("act", "SGP", Type.U32, "active servers, or whether it is one"),
    BCK("bck", "SGP", Type.U32, "backup servers, or whether it is one"),
    CHKFAIL("chkfail", "MCP", Type.U64, "checks failed while it was up"),
    CHKDOWN("chkdown", "MCP", Type.U64, "times it went down"),
    LASTCHG("lastchg", "MAP", Type.U32, "seconds since it last went up or down"),
    DOWNTIME("downtime", "MCP", Type.U32, "seconds it was down"),
    QLIMIT("qlimit", "CLS", Type.U32, "limit of its queue"),
    PID("pid", "KGP", Type.U32, "number of the process"),
    IID("iid", "KGS", Type.U32, "proxy's number"),
    SID("sid", "KGS", Type.U32, "server's or listener's number"),
    THROTTLE("throttle", "MaP", Type.U32, "per cent of its weight that count during slowstart"),
    LBTOT("lbtot", "MCP", Type.U64, "times the balancing chose it"),
    TRACKED("tracked", "CNS", Type.STR, "server whose state it takes over"),
    TYPE("type", "CGS", Type.U32, "0 frontend, 1 backend, 2 server, 3 listener"),
    RATE("rate", "MRP", Type.U32, "sessions in the last second"),
    RATE_LIM("rate_lim", "CLP", Type.U32, "limit of new sessions a second"),
    RATE_MAX("rate_max", "MMP", Type.U32, "most new sessions in a second"),
    CHECK_STATUS("check_status", "MOP", Type.STR, "outcome of the last check"),
    CHECK_CODE("check_code", "MOP", Type.U32, "status that the last check received"),
    CHECK_DURATION("check_duration", "MDP", Type.U64, "milliseconds that the last check took"),
    HRSP_1XX("hrsp_1xx", "MCP", Type.U64, "responses with a status from 100 to 199"),
    HRSP_2XX("hrsp_2xx", "MCP", Type.U64, "responses with a status from 200 to 299"),
    HRSP_3XX("hrsp_3xx", "MCP", Type.U64, "responses with a status from 300 to 399"),
    HRSP_4XX("hrsp_4xx", "MCP", Type.U64, "responses with a status from 400 to 499"),
    HRSP_5XX("hrsp_5xx", "MCP", Type.U64, "responses with a status from 500 to 599"),
    HRSP_OTHER("hrsp_other", "MCP", Type.U64, "responses with another status"),
    HANAFAIL("hanafail", "MCP", Type.U64, "failures that traffic has shown"),
    REQ_RATE("req_rate", "MRP", Type.U32, "requests in the last second"),
    REQ_RATE_MAX("req_rate_max", "MMP", Type.U32, "most requests in a second"),
    REQ_TOT("req_tot", "MCP", Type.U64, "requests so far"),
    CLI_ABRT("cli_abrt", "MCP", Type.U64, "transfers that the client broke off"),
    SRV_ABRT("srv_abrt", "MCP", Type.U64, "transfers that the server broke off"),
    COMP_IN("comp_in", "MCP", Type.U64, "bytes given to the compressor"),
    COMP_OUT("comp_out", "MCP", Type.U64, "bytes that the compressor made of them"),
    COMP_BYP("comp_byp", "MCP", Type.U64, "bytes that passed the compressor by"),
    COMP_RSP("comp_rsp", "MCP", Type.U64, "responses compressed"),
    LASTSESS("lastsess", "MAP", Type.S32, "seconds since the last session, -1 without one"),
    LAST_CHK("last_chk", "MOP", Type.STR, "what the last check found"),
    LAST_AGT("last_agt", "MOP", Type.STR, "what the last agent check found"),
    QTIME("qtime", "MaP", Type.U32, "mean milliseconds in the queue"),
    CTIME("ctime", "MaP", Type.U32, "mean milliseconds to connect"),
    RTIME("rtime", "MaP", Type.U32, "mean milliseconds to the response"),
    TTIME("ttime", "MaP", Type.U32, "mean milliseconds in all"),
    AGENT_STATUS("agent_status", "MOP", Type.STR, "outcome of the last agent check"),
    AGENT_CODE("agent_code", "MOP", Type.U32, "code that the agent gave"),
    AGENT_DURATION("agent_duration", "MDP", Type.U64, "milliseconds that the last agent check took"),
    CHECK_DESC("check_desc", "MOP", Type.STR, "check_status in words"),
    AGENT_DESC("agent_desc", "MOP", Type.STR, "agent_status in words"),
    CHECK_RISE("check_rise", "CGS", Type.U32, "checks that must pass before it is up"),
    CHECK_FALL("check_fall", "CGS", Type.U32, "checks that must fail before it is down"),
    CHECK_HEALTH("check_health", "CGS", Type.U32, "where it stands between down and up"),
    AGENT_RISE("agent_rise", "CGS", Type.U32, "as check_rise, of the agent"),
    AGENT_FALL("agent_fall", "CGS", Type.U32, "as check_fall, of the agent"),
    AGENT_HEALTH("agent_health", "CGS", Type.U32, "as check_health, of the agent"),
    ADDR("addr", "CGS", Type.STR, "address and port"),
    COOKIE("cookie", "CNS", Type.STR, "value or name of the cookie"),
    MODE("mode", "CGS", Type.STR, "tcp or http"),
    ALGO("algo", "CGS", Type.STR, "balancing algorithm"),
    CONN_RATE("conn_rate", "MRP", Type.U32, "connections in the last second"),
    CONN_RATE_MAX("conn_rate_max", "MMP", Type.U32, "most connections in a second"),
    CONN_TOT("conn_tot", "MCP", Type.U64, "connections so far"),
    INTERCEPTED("intercepted", "MCP", Type.U64, "requests answered by the proxy itself"),
    DCON("dcon", "MCP", Type.U64, "connections denied by a rule"),
    DSES("dses", "MCP", Type.U64, "sessions denied by a rule"),
    WREW("wrew", "MCP", Type.U64, "heads that could not be rewritten"),
    CONNECT("connect", "MCP", Type.U64, "connects tried"),
    REUSE("reuse", "MCP", Type.U64, "connections used again"),
    CACHE_LOOKUPS("cache_lookups", "MCP", Type.U64, "times the cache was asked"),
    CACHE_HITS("cache_hits", "MCP", Type.U64, "times the cache had it"),
    SRV_ICUR("srv_icur", "MGP", Type.U32, "idle connections"),
    SRC_ILIM("src_ilim", "CLP", Type.U32, "limit of idle connections"),
    QTIME_MAX("qtime_max", "MMP", Type.U32, "most milliseconds in the queue"),
    CTIME_MAX("ctime_max", "MMP", Type.U32, "most milliseconds to connect"),
    RTIME_MAX("rtime_max", "MMP", Type.U32, "most milliseconds to the response"),
    TTIME_MAX("ttime_max", "MMP", Type.U32, "most milliseconds in all"),
    EINT("eint", "MCP", Type.U64, "errors of the program"),
    IDLE_CONN_CUR("idle_conn_cur", "MGP", Type.U32, "idle connections not yet used twice"),
    SAFE_CONN_CUR("safe_conn_cur", "MGP", Type.U32, "idle connections used twice or more"),
    USED_CONN_CUR("used_conn_cur", "MGP", Type.U32, "connections in use"),
    NEED_CONN_EST("need_conn_est", "MGP", Type.U32, "connections thought to be needed"),
    UWEIGHT("uweight", "MaP", Type.U32, "weight as configured or set"),
    AGG_SERVER_STATUS("agg_server_status", "MGP", Type.U32, "servers by state"),
    AGG_SERVER_CHECK_STATUS("agg_server_check_status", "MGP", Type.U32, "servers by state, under an older name"),
    AGG_CHECK_STATUS("agg_check_status", "MGP", Type.U32, "servers by outcome of their checks"),
    SRID("srid", "KGS", Type.U32, "revision of the server's number"),
    SESS_OTHER("sess_other", "MCP", Type.U64, "sessions that were not HTTP"),
    H1_SESS("h1_sess", "MCP", Type.U64, "HTTP/1 sessions"),
    H2_SESS("h2_sess", "MCP", Type.U64, "HTTP/2 sessions"),
    H3_SESS("h3_sess", "MCP", Type.U64, "HTTP/3 sessions"),
    REQ_OTHER("req_other", "MCP", Type.U64, "requests that were not HTTP"),
    H1REQ("h1req", "MCP", Type.U64, "HTTP/1 requests"),
    H2REQ("h2req", "MCP", Type.U64, "HTTP/2 requests"),
    H3REQ("h3req", "MCP", Type.U64, "HTTP/3 requests"),
    PROTO("proto", "CNS", Type.STR, "protocol of a listener"),
    PRIV_IDLE_CUR("priv_idle_cur", "MGP", Type.U32, "idle connections that belong to one client"),
    REQBIN("reqbin", "MCP", Type.U64, "bytes of requests received"),
    REQBOUT("reqbout", "MCP", Type.U64, "bytes of requests sent"),
    RESBIN("resbin", "MCP", Type.U64, "bytes of responses received"),
    RESBOUT("resbout", "MCP", Type.U64, "bytes of responses sent"),
    CACHE_HINT_HITS("cache_hint_hits", "MCP", Type.U64, "cache hits sent as early hints"),
    H1_OPEN_CONNECTIONS("h1_open_connections", "MGP", Type.U64, "HTTP/1 connections now"),
    H1_OPEN_STREAMS("h1_open_streams", "MGP", Type.U64, "HTTP/1 exchanges now"),
    H1_TOTAL_CONNECTIONS("h1_total_connections", "MCP", Type.U64, "HTTP/1 connections so far"),
    H1_TOTAL_STREAMS("h1_total_streams", "MCP", Type.U64, "HTTP/1 exchanges so far"),
    H1_BYTES_IN("h1_bytes_in", "MCP", Type.U64, "bytes received by HTTP/1 connections"),
    H1_BYTES_OUT("h1_bytes_out", "MCP", Type.U64, "bytes sent by HTTP/1 connections"),
    H1_SPLICED_BYTES_IN("h1_spliced_bytes_in", "MCP", Type.U64, "bytes received by splice"),
    H1_SPLICED_BYTES_OUT("h1_spliced_bytes_out", "MCP", Type.U64, "bytes sent by splice");

    /** The header has a dash behind this one: whoever reads by number may rely on what stands before it. */
    static final Column LAST_FIXED = CACHE_HINT_HITS;

    private final String title;
    private final String tags;
    private final Type type;
    private final String summary;

    Column(String title, String tags, Type type, String summary) {
        this.title = title;
        this.tags = tags;
        this.type = type;
        this.summary = summary;
    }

    String title() {
        return title;
    }

    /** It tells the highest value that there has been. */
    boolean isMaximum() {
        return title.endsWith("max");
    }

    /** Origin, nature and scope of its values (management manual 9.2). */
    String tags() {
        return tags;
    }

    Type type() {
        return type;
    }

    String summary() {
        return summary;
    }
}
