package headway.operate.stats;

import headway.language.model.Balance;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.operate.stats.ProxyFigures.ListenerFigures;
import headway.operate.stats.Row.Kind;
import headway.traffic.counter.Count;
import headway.traffic.counter.Tally;
import java.util.ArrayList;
import java.util.List;

/** The rows of a proxy, at one moment. */
final class Rows {
    private final long nanos;
    private final long startedNanos;

    /**
     * @param nanos now, as {@code Loop.nanos()} counts
     * @param startedNanos when the process began to work
     */
    Rows(long nanos, long startedNanos) {
        this.nanos = nanos;
        this.startedNanos = startedNanos;
    }

    /** In HAProxy's order: frontend, listeners, servers, backend. */
    List<Row> of(ProxyFigures figures) {
        var rows = new ArrayList<Row>();
        var front = figures.front();
        if (front != null) {
            rows.add(frontend(figures.proxy(), front));
            if (figures.proxy().has(ProxyOption.SOCKET_STATISTICS))
                for (var listener : front.listeners()) rows.add(listener(figures.proxy(), listener));
        }
        var back = figures.back();
        if (back != null) {
            var servers = new ServerRows(figures.proxy(), nanos, startedNanos);
            for (var server : back.servers().servers()) rows.add(servers.of(server));
            rows.add(backend(figures.proxy(), back));
        }
        return rows;
    }

    private Row frontend(Proxy proxy, ProxyFigures.Front front) {
        var row = begin(Kind.FRONTEND, proxy, "FRONTEND", 0);
        var tally = front.tally();
        sessions(row, tally);
        row.put(Column.SLIM, front.limit());
        row.put(Column.STOT, tally.sum(Count.SESSIONS));
        traffic(row, tally);
        row.put(Column.EREQ, tally.sum(Count.FAILED_REQUESTS));
        row.put(Column.STATUS, front.state().get());
        rates(row, proxy, tally);
        if (isHttp(proxy)) {
            responses(row, tally);
            row.put(Column.INTERCEPTED, tally.sum(Count.INTERCEPTED));
            row.put(Column.CACHE_LOOKUPS, 0);
            row.put(Column.CACHE_HITS, 0);
        }
        row.put(Column.REQ_TOT, tally.sum(Count.REQUESTS));
        compression(row);
        row.put(Column.DCON, tally.sum(Count.DENIED_CONNECTIONS));
        row.put(Column.DSES, tally.sum(Count.DENIED_SESSIONS));
        row.put(Column.WREW, tally.sum(Count.FAILED_REWRITES));
        row.put(Column.EINT, tally.sum(Count.INTERNAL_ERRORS));
        versions(row, tally);
        flows(row, tally);
        http1(row, tally);
        if (!isHttp(proxy)) return row;
        row.put(Column.H1_BYTES_IN, tally.sum(Count.BYTES_IN));
        row.put(Column.H1_BYTES_OUT, tally.sum(Count.BYTES_OUT));
        return row;
    }

    private void rates(Row row, Proxy proxy, Tally tally) {
        row.put(Column.RATE, tally.sessionRate.perSecond(nanos));
        row.put(Column.RATE_LIM, proxy.front().sessionRate());
        row.put(Column.RATE_MAX, tally.sessionRate.highest());
        row.put(Column.REQ_RATE, tally.requestRate.perSecond(nanos));
        row.put(Column.REQ_RATE_MAX, tally.requestRate.highest());
        row.put(Column.CONN_RATE, tally.connectionRate.perSecond(nanos));
        row.put(Column.CONN_RATE_MAX, tally.connectionRate.highest());
        row.put(Column.CONN_TOT, tally.sum(Count.CONNECTIONS));
    }

    private static Row listener(Proxy proxy, ListenerFigures listener) {
        var row = begin(Kind.LISTENER, proxy, listener.name(), listener.id());
        var tally = listener.tally();
        sessions(row, tally);
        row.put(Column.SLIM, listener.limit());
        row.put(Column.STOT, tally.sum(Count.SESSIONS));
        traffic(row, tally);
        row.put(Column.EREQ, tally.sum(Count.FAILED_REQUESTS));
        row.put(Column.STATUS, "OPEN");
        row.put(Column.ADDR, listener.address());
        row.put(Column.DCON, tally.sum(Count.DENIED_CONNECTIONS));
        row.put(Column.DSES, tally.sum(Count.DENIED_SESSIONS));
        row.put(Column.WREW, tally.sum(Count.FAILED_REWRITES));
        row.put(Column.EINT, tally.sum(Count.INTERNAL_ERRORS));
        flows(row, tally);
        return row;
    }

    private Row backend(Proxy proxy, ProxyFigures.Back back) {
        var row = begin(Kind.BACKEND, proxy, "BACKEND", 0);
        var group = back.servers();
        var tally = group.tally();
        row.put(Column.QCUR, tally.queued.current());
        row.put(Column.QMAX, tally.queued.highest());
        sessions(row, tally);
        row.put(Column.SLIM, back.limit());
        row.put(Column.STOT, tally.sum(Count.SESSIONS));
        traffic(row, tally);
        ServerRows.outcomes(row, tally);
        var usable = group.active() + group.backup();
        row.put(Column.STATUS, usable > 0 || group.servers().isEmpty() ? "UP" : "DOWN");
        row.put(Column.WEIGHT, group.weight());
        row.tagged(Column.ACT, "MGP", group.active());
        row.tagged(Column.BCK, "MGP", group.backup());
        row.put(Column.CHKDOWN, group.timesDown());
        row.put(Column.LASTCHG, secondsSince(group.changedNanos()));
        if (!group.servers().isEmpty()) row.put(Column.DOWNTIME, group.downtimeSeconds(nanos));
        row.put(Column.LBTOT, tally.sum(Count.CHOSEN));
        row.tagged(Column.RATE, "MGP", tally.sessionRate.perSecond(nanos));
        row.tagged(Column.RATE_MAX, "MGP", tally.sessionRate.highest());
        if (isHttp(proxy)) {
            responses(row, tally);
            row.put(Column.CACHE_LOOKUPS, 0);
            row.put(Column.CACHE_HITS, 0);
            row.put(Column.REQ_TOT, answers(tally));
        }
        compression(row);
        row.put(Column.LASTSESS, tally.secondsSinceLastSession(nanos));
        ServerRows.times(row, tally);
        row.put(Column.ALGO, algorithm(proxy.back().balance()));
        var cookie = proxy.back().persistence().cookie();
        if (cookie != null) row.put(Column.COOKIE, cookie.name());
        row.put(Column.WREW, tally.sum(Count.FAILED_REWRITES));
        row.put(Column.EINT, tally.sum(Count.INTERNAL_ERRORS));
        row.put(Column.UWEIGHT, group.weight());
        row.put(Column.AGG_SERVER_STATUS, 0);
        row.put(Column.AGG_SERVER_CHECK_STATUS, 0);
        row.put(Column.AGG_CHECK_STATUS, 0);
        clientFlows(row, tally);
        http1(row, tally);
        new Sums(group.servers()).put(row, isHttp(proxy));
        return row;
    }

    private long secondsSince(long changedNanos) {
        return Math.max(0, (nanos - (changedNanos == 0 ? startedNanos : changedNanos)) / 1_000_000_000L);
    }

    static Row begin(Kind kind, Proxy proxy, String name, int number) {
        var row = new Row(kind, proxy.id(), number);
        row.put(Column.PXNAME, proxy.name());
        row.put(Column.SVNAME, name);
        row.put(Column.PID, 1);
        row.put(Column.IID, proxy.id());
        row.put(Column.SID, number);
        row.put(Column.TYPE, kind.ordinal());
        row.put(Column.MODE, isHttp(proxy) ? "http" : proxy.mode() == Mode.LOG ? "log" : "tcp");
        return row;
    }

    static boolean isHttp(Proxy proxy) {
        return switch (proxy.mode()) {
            case HTTP, AUTO -> true;
            case TCP, LOG -> false;
        };
    }

    static void sessions(Row row, Tally tally) {
        row.put(Column.SCUR, tally.sessions.current());
        row.put(Column.SMAX, tally.sessions.highest());
    }

    private static void traffic(Row row, Tally tally) {
        row.put(Column.BIN, tally.sum(Count.BYTES_IN));
        row.put(Column.BOUT, tally.sum(Count.BYTES_OUT));
        row.put(Column.DREQ, tally.sum(Count.DENIED_REQUESTS));
        row.put(Column.DRESP, tally.sum(Count.DENIED_RESPONSES));
    }

    static void responses(Row row, Tally tally) {
        row.put(Column.HRSP_1XX, tally.sum(Count.RESPONSES_1XX));
        row.put(Column.HRSP_2XX, tally.sum(Count.RESPONSES_2XX));
        row.put(Column.HRSP_3XX, tally.sum(Count.RESPONSES_3XX));
        row.put(Column.HRSP_4XX, tally.sum(Count.RESPONSES_4XX));
        row.put(Column.HRSP_5XX, tally.sum(Count.RESPONSES_5XX));
        row.put(Column.HRSP_OTHER, tally.sum(Count.RESPONSES_OTHER));
    }

    /** There is no compression yet, and nothing is what it has done. */
    private static void compression(Row row) {
        row.put(Column.COMP_IN, 0);
        row.put(Column.COMP_OUT, 0);
        row.put(Column.COMP_BYP, 0);
        row.put(Column.COMP_RSP, 0);
    }

    private static void versions(Row row, Tally tally) {
        row.put(Column.SESS_OTHER, tally.sum(Count.OTHER_SESSIONS));
        row.put(Column.H1_SESS, tally.sum(Count.H1_SESSIONS));
        row.put(Column.H2_SESS, 0);
        row.put(Column.H3_SESS, 0);
        row.put(Column.REQ_OTHER, tally.sum(Count.OTHER_REQUESTS));
        row.put(Column.H1REQ, tally.sum(Count.H1_REQUESTS));
        row.put(Column.H2REQ, 0);
        row.put(Column.H3REQ, 0);
    }

    static void flows(Row row, Tally tally) {
        clientFlows(row, tally);
        row.put(Column.REQBOUT, tally.sum(Count.REQUEST_BYTES_OUT));
        row.put(Column.RESBIN, tally.sum(Count.RESPONSE_BYTES_IN));
    }

    /** What came from clients and went to them. */
    static void clientFlows(Row row, Tally tally) {
        row.put(Column.REQBIN, tally.sum(Count.BYTES_IN));
        row.put(Column.RESBOUT, tally.sum(Count.BYTES_OUT));
    }

    /** HAProxy counts a request of a backend or a server when it is answered, each of its answers for one. */
    static long answers(Tally tally) {
        return tally.sum(Count.RESPONSES_1XX)
                + tally.sum(Count.RESPONSES_2XX)
                + tally.sum(Count.RESPONSES_3XX)
                + tally.sum(Count.RESPONSES_4XX)
                + tally.sum(Count.RESPONSES_5XX)
                + tally.sum(Count.RESPONSES_OTHER);
    }

    private static void http1(Row row, Tally tally) {
        row.put(Column.H1_OPEN_CONNECTIONS, tally.sum(Count.H1_OPEN_CONNECTIONS));
        row.put(Column.H1_OPEN_STREAMS, tally.sum(Count.H1_OPEN_STREAMS));
        row.put(Column.H1_TOTAL_CONNECTIONS, tally.sum(Count.H1_CONNECTIONS));
        row.put(Column.H1_TOTAL_STREAMS, tally.sum(Count.H1_STREAMS));
        row.put(Column.H1_BYTES_IN, 0);
        row.put(Column.H1_BYTES_OUT, 0);
        row.put(Column.H1_SPLICED_BYTES_IN, tally.sum(Count.H1_SPLICED_IN));
        row.put(Column.H1_SPLICED_BYTES_OUT, tally.sum(Count.H1_SPLICED_OUT));
    }

    private static String algorithm(Balance balance) {
        return switch (balance) {
            case Balance.RoundRobin() -> "roundrobin";
            case Balance.StaticRoundRobin() -> "static-rr";
            case Balance.LeastConnections() -> "leastconn";
            case Balance.First() -> "first";
            case Balance.Source() -> "source";
            case Balance.Random(var _) -> "random";
            case Balance.Uri _ -> "uri";
            case Balance.UrlParameter _ -> "url_param";
            case Balance.Header _ -> "hdr";
            case Balance.RdpCookie _ -> "rdp-cookie";
            case Balance.Hash _ -> "hash";
            case Balance.Sticky _ -> "sticky";
            case Balance.LogHash _ -> "log-hash";
        };
    }
}
