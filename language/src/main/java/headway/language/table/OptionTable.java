package headway.language.table;

import static headway.language.model.ProxyOption.*;

import headway.language.draft.ProxyDraft;
import headway.language.model.ProxyOption;
import java.util.List;
import java.util.Set;

/** {@code option} words that are on or off and can be taken back by {@code no}. */
final class OptionTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            option(
                    "abortonclose",
                    "A request whose client has closed is given up while it has not reached a server; the default for HTTP.",
                    Section.PROXIES,
                    ABORT_ON_CLOSE),
            option(
                    "accept-unsafe-violations-in-http-request",
                    "Requests that break the rules in ways known to be used are passed on.",
                    Section.FRONT,
                    ACCEPT_UNSAFE_REQUEST),
            option(
                    "accept-unsafe-violations-in-http-response",
                    "Responses that break the rules in ways known to be used are passed on.",
                    Section.BACK,
                    ACCEPT_UNSAFE_RESPONSE),
            option(
                    "allbackups",
                    "All backup servers serve once no other does, instead of the first of them.",
                    Section.BACK,
                    ALL_BACKUPS),
            option(
                    "clitcpka",
                    "The system probes whether silent clients are still there.",
                    Section.FRONT,
                    CLIENT_KEEP_ALIVE_PROBES),
            option(
                    "srvtcpka",
                    "The system probes whether silent servers are still there.",
                    Section.BACK,
                    SERVER_KEEP_ALIVE_PROBES),
            option(
                    "dontlog-normal",
                    "Only errors, timeouts, retries, redispatches and statuses from 500 on are logged.",
                    Section.FRONT,
                    DONT_LOG_NORMAL),
            option(
                    "logasap",
                    "Log lines are written before the body is transferred: with the response's head, in TCP with the server's connection.",
                    Section.FRONT,
                    LOG_AS_SOON_AS_POSSIBLE),
            option(
                    "log-separate-errors",
                    "What dontlog-normal would log is logged at level err instead of info.",
                    Section.FRONT,
                    LOG_SEPARATE_ERRORS),
            option(
                    "dontnotice-http-in-tcp",
                    "Headway's own: no notice when a mode tcp proxy carries several HTTP requests on a connection.",
                    Section.FRONT,
                    DONT_NOTICE_HTTP_IN_TCP),
            option(
                    "idle-close-on-response",
                    "At a soft stop idle clients are not closed before they have had one more response.",
                    Section.FRONT,
                    IDLE_CLOSE_ON_RESPONSE),
            option("dontlognull", "Connections without a byte are not logged.", Section.FRONT, DONT_LOG_NULL),
            option(
                    "h1-case-adjust-bogus-client",
                    "Fields of responses are written as h1-case-adjust says.",
                    Section.FRONT,
                    H1_CASE_ADJUST_CLIENT),
            option(
                    "h1-case-adjust-bogus-server",
                    "Fields of requests are written as h1-case-adjust says.",
                    Section.BACK,
                    H1_CASE_ADJUST_SERVER),
            option(
                    "http-buffer-request",
                    "A request goes to a server once its body is complete or the buffer is full.",
                    Section.PROXIES,
                    HTTP_BUFFER_REQUEST),
            option(
                    "http-ignore-probes",
                    "Connections that end without a request are neither logged nor answered.",
                    Section.FRONT,
                    HTTP_IGNORE_PROBES),
            option(
                    "http-no-delay",
                    "Nothing is held back to fill packets, which is so without it, too.",
                    Section.PROXIES,
                    HTTP_NO_DELAY),
            option(
                    "http-pretend-keepalive",
                    "The server is not told that its connection is closed after the response.",
                    Section.BACK,
                    HTTP_PRETEND_KEEP_ALIVE),
            option(
                    "http-use-proxy-header",
                    "A request to be passed on as by a proxy authenticates itself towards this one: with 407 and Proxy-Authorization.",
                    Section.FRONT,
                    HTTP_USE_PROXY_HEADER),
            option("nolinger", "A connection is reset when it is closed.", Section.PROXIES, NO_LINGER),
            option(
                    "persist",
                    "A server that is down still gets the requests that belong to it.",
                    Section.BACK,
                    PERSIST),
            option(
                    "log-health-checks",
                    "Every check that finds something new is logged, not only changes of state.",
                    Section.BACK,
                    LOG_HEALTH_CHECKS),
            option(
                    "prefer-last-server",
                    "A client's next request goes to the same server if possible.",
                    Section.BACK,
                    PREFER_LAST_SERVER),
            option("socket-stats", "Each listening socket has a row in statistics.", Section.FRONT, SOCKET_STATISTICS),
            option(
                    "splice-auto",
                    "Data is spliced in both directions where it can be, which is so without it, too.",
                    Section.PROXIES,
                    SPLICE_AUTO),
            option(
                    "splice-request",
                    "Data from clients is spliced where it can be, which is so without it, too.",
                    Section.PROXIES,
                    SPLICE_REQUEST),
            option(
                    "splice-response",
                    "Data from servers is spliced where it can be, which is so without it, too.",
                    Section.PROXIES,
                    SPLICE_RESPONSE),
            option(
                    "tcp-smart-accept",
                    "The system's acknowledgement of a request waits for the answer.",
                    Section.FRONT,
                    TCP_SMART_ACCEPT),
            option(
                    "tcp-smart-connect",
                    "The system's acknowledgement of a connection waits for the request.",
                    Section.BACK,
                    TCP_SMART_CONNECT),
            option(
                    "http-drop-request-trailers",
                    "Fields behind the body of a request are not passed on.",
                    Section.BACK,
                    HTTP_DROP_REQUEST_TRAILERS),
            option(
                    "http-drop-response-trailers",
                    "Fields behind the body of a response are not passed on.",
                    Section.FRONT,
                    HTTP_DROP_RESPONSE_TRAILERS),
            option(
                    "independent-streams",
                    "What is sent to a side does not prolong the time in which something has to come from it.",
                    Section.PROXIES,
                    INDEPENDENT_STREAMS),
            entry(
                            "contstats",
                            "Counters are brought up to date while streams run.",
                            Section.FRONT,
                            CONTINUOUS_STATISTICS)
                    .noEffect("counters are always up to date here")
                    .example("option contstats", "no option contstats")
                    .sets(proxy -> proxy.option(CONTINUOUS_STATISTICS, true)),
            renamed(
                    "accept-invalid-http-request",
                    "accept-unsafe-violations-in-http-request",
                    Section.FRONT,
                    ACCEPT_UNSAFE_REQUEST),
            renamed(
                    "accept-invalid-http-response",
                    "accept-unsafe-violations-in-http-response",
                    Section.BACK,
                    ACCEPT_UNSAFE_RESPONSE),
            Entry.<ProxyDraft>entry("option tcpka", "As both option clitcpka and option srvtcpka.")
                    .in(Section.PROXIES)
                    .example("option tcpka")
                    .sets(proxy -> {
                        if (proxy.kind.isFrontend() || !proxy.kind.isBackend())
                            proxy.option(CLIENT_KEEP_ALIVE_PROBES, true);
                        if (proxy.kind.isBackend() || !proxy.kind.isFrontend())
                            proxy.option(SERVER_KEEP_ALIVE_PROBES, true);
                    }));

    private OptionTable() {}

    private static Directive<ProxyDraft> option(
            String word, String summary, Set<Section> sections, ProxyOption option) {
        return entry(word, summary, sections, option)
                .example("option " + word, "no option " + word)
                .sets(proxy -> proxy.option(option, true));
    }

    private static Directive<ProxyDraft> renamed(
            String word, String successor, Set<Section> sections, ProxyOption option) {
        return entry(word, "The former name of option " + successor + ".", sections, option)
                .renamed("option " + successor)
                .example("option " + word)
                .sets(proxy -> proxy.option(option, true));
    }

    private static Entry<ProxyDraft> entry(String word, String summary, Set<Section> sections, ProxyOption option) {
        return Entry.<ProxyDraft>entry("option " + word, summary)
                .in(sections)
                .no(proxy -> proxy.option(option, false))
                .byDefault(proxy -> proxy.forget(option));
    }
}
