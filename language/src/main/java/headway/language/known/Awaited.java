package headway.language.known;

/** What names that are known and not supported yet wait for. */
public enum Awaited {
    ACME("certificates by ACME"),
    BUFFERS("buffers of several sizes"),
    CACHE("the cache"),
    CHECKS("the rest of the health checks"),
    COMPRESSION("compression"),
    DEVICES("device databases"),
    FASTCGI("FastCGI"),
    FILTERS("the filters that change bodies"),
    GLITCHES("the counting of glitches"),
    HTTP2("HTTP/2"),
    LUA("Lua"),
    MAILERS("mailers"),
    MASTER("the master process"),
    MD5("signatures of TCP segments"),
    MPTCP("MPTCP"),
    PEERS("peers"),
    PROCESS("the rest of the process's settings"),
    PROXY_PROTOCOL("the PROXY protocol"),
    QUIC("QUIC"),
    RESOLVERS("resolvers"),
    REVERSE("connections that servers open"),
    RUNTIME("the later commands of the runtime API"),
    SERVERS("the rest of the servers' options"),
    SERVICES("services in rules, such as Lua's and the exporter for Prometheus"),
    SOCKS("SOCKS4"),
    SOURCES("the rest of the sources of connections"),
    SPOE("SPOE"),
    STATE_FILES("the files of servers' states"),
    STATISTICS("the page of statistics"),
    STATISTICS_FILES("the files of statistics"),
    STICK_TABLES("stick tables"),
    TLS("TLS"),
    TRACES("traces");

    private final String text;

    Awaited(String text) {
        this.text = text;
    }

    /** In a sentence, behind "it waits for". */
    public String text() {
        return text;
    }

    /** The sentence that ends a refusal. */
    public String sentence() {
        return "It waits for " + text + ".";
    }
}
