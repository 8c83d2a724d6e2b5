package headway.language.table;

import static headway.language.draft.TimeoutName.*;

import headway.language.draft.ProxyDraft;
import headway.language.draft.TimeoutName;
import java.util.List;
import java.util.Set;

/** {@code timeout}. Zero, as none at all, means for ever. */
final class TimeoutTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            timeout(
                    "client",
                    "How long a client may be silent when it is expected to send or to take data.",
                    Section.FRONT,
                    CLIENT),
            timeout(
                    "server",
                    "How long a server may be silent when it is expected to send or to take data.",
                    Section.BACK,
                    SERVER),
            timeout("connect", "How long a connection to a server may take to come about.", Section.BACK, CONNECT),
            timeout(
                    "queue",
                    "How long a request may wait for a server with a free place; without it, as long as timeout connect.",
                    Section.BACK,
                    QUEUE),
            timeout(
                    "http-request",
                    "How long a client may take to send a whole request head.",
                    Section.PROXIES,
                    HTTP_REQUEST),
            timeout(
                    "http-keep-alive",
                    "How long a client may wait before its next request on a connection.",
                    Section.PROXIES,
                    HTTP_KEEP_ALIVE),
            timeout("check", "How long a health check may take once it is connected.", Section.BACK, CHECK),
            timeout("tarpit", "How long a tarpitted request is kept waiting.", Section.PROXIES, TARPIT),
            timeout(
                    "tunnel",
                    "How long both sides of a tunnel may be silent; replaces timeout client and timeout server there.",
                    Section.BACK,
                    TUNNEL),
            timeout("client-fin", "As timeout client, once one side has closed.", Section.FRONT, CLIENT_FIN),
            timeout("server-fin", "As timeout server, once one side has closed.", Section.BACK, SERVER_FIN),
            Entry.<ProxyDraft>entry("timeout client-hs", "How long a client's TLS handshake may take.")
                    .in(Section.FRONT)
                    .noEffect("there is no TLS yet")
                    .example("timeout client-hs 40s")
                    .takes(Forms.time(), (proxy, nanos) -> proxy.timeouts.put(CLIENT_HANDSHAKE, nanos)));

    private TimeoutTable() {}

    private static Directive<ProxyDraft> timeout(
            String which, String summary, Set<Section> sections, TimeoutName name) {
        return Entry.<ProxyDraft>entry("timeout " + which, summary)
                .in(sections)
                .example("timeout " + which + " 40s")
                .takes(Forms.time(), (proxy, nanos) -> proxy.timeouts.put(name, nanos));
    }
}
