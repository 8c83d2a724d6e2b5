package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.BACKEND;
import static headway.language.sample.Source.CLIENT;
import static headway.language.sample.Source.INTERNAL;
import static headway.language.sample.Source.RESPONSE_LINE;
import static headway.language.sample.Source.SERVER;
import static headway.traffic.fetch.FigureFetch.number;
import static headway.traffic.fetch.FigureFetch.truth;

import headway.base.memory.Slab;
import headway.language.sample.Clock;
import headway.language.sample.FetchEntry;
import headway.language.sample.Figure;
import headway.language.sample.Label;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;

/** Where a stream goes, what holds for it, and what has come of it so far. */
final class StreamFetches {
    static final List<FetchEntry> TABLE = List.of(
            number("fe_id", INTERNAL, Figure.FRONTEND_ID, "The number of the frontend."),
            number("be_id", BACKEND, Figure.BACKEND_ID, "The number of the backend."),
            number("srv_id", SERVER, Figure.SERVER_ID, "The number of the server that the request went to."),
            number("so_id", CLIENT, Figure.SOCKET_ID, "The number of the bind line that the client came in by."),
            fetch("so_name", STR, CLIENT)
                    .summary("The name of the bind line that the client came in by.")
                    .example("so_name", "socket=public", "public")
                    .binds((scope, out) -> scope.label(Label.SOCKET, out)),
            fetch("fe_defbe", STR, INTERNAL)
                    .summary("The name of the backend for requests that no rule sends elsewhere.")
                    .example("fe_defbe", "default-backend=b1", "b1")
                    .binds((scope, out) -> scope.label(Label.DEFAULT_BACKEND, out)),
            number(
                    "dst_conn",
                    CLIENT,
                    Figure.SOCKET_CONNECTIONS,
                    "How many clients are connected by the same bind line."),
            number("act_conn", INTERNAL, Figure.PROCESS_CONNECTIONS, "How many clients are connected in all."),
            number("fe_client_timeout", INTERNAL, Figure.FRONTEND_CLIENT_TIMEOUT, "Milliseconds of timeout client."),
            number(
                    "fe_tarpit_timeout",
                    INTERNAL,
                    Figure.FRONTEND_TARPIT_TIMEOUT,
                    "Milliseconds of the frontend's timeout tarpit."),
            number("be_connect_timeout", BACKEND, Figure.BACKEND_CONNECT_TIMEOUT, "Milliseconds of timeout connect."),
            number("be_queue_timeout", BACKEND, Figure.BACKEND_QUEUE_TIMEOUT, "Milliseconds of timeout queue."),
            number("be_server_timeout", BACKEND, Figure.BACKEND_SERVER_TIMEOUT, "Milliseconds of timeout server."),
            number(
                    "be_tarpit_timeout",
                    BACKEND,
                    Figure.BACKEND_TARPIT_TIMEOUT,
                    "Milliseconds of the backend's timeout tarpit."),
            number("be_tunnel_timeout", BACKEND, Figure.BACKEND_TUNNEL_TIMEOUT, "Milliseconds of timeout tunnel."),
            number("be_max_retries", BACKEND, Figure.BACKEND_RETRIES, "How often a server is tried again."),
            number(
                    "cur_client_timeout",
                    INTERNAL,
                    Figure.CLIENT_TIMEOUT,
                    "Milliseconds of the client's timeout, as rules may have set it."),
            number(
                    "cur_connect_timeout",
                    BACKEND,
                    Figure.CONNECT_TIMEOUT,
                    "Milliseconds of the connect timeout, as rules may have set it."),
            number(
                    "cur_queue_timeout",
                    BACKEND,
                    Figure.QUEUE_TIMEOUT,
                    "Milliseconds of the queue timeout, as rules may have set it."),
            number(
                    "cur_server_timeout",
                    BACKEND,
                    Figure.SERVER_TIMEOUT,
                    "Milliseconds of the server's timeout, as rules may have set it."),
            number(
                    "cur_tarpit_timeout",
                    INTERNAL,
                    Figure.TARPIT_TIMEOUT,
                    "Milliseconds of the tarpit timeout, as rules may have set it."),
            number(
                    "cur_tunnel_timeout",
                    BACKEND,
                    Figure.TUNNEL_TIMEOUT,
                    "Milliseconds of the tunnel timeout, as rules may have set it."),
            number(
                    "cur_max_retries",
                    BACKEND,
                    Figure.RETRIES,
                    "How often a server is tried again, as rules may have set it."),
            number("bytes_in", INTERNAL, Figure.CLIENT_BYTES_IN, "How many bytes have come from the client."),
            number("bytes_out", INTERNAL, Figure.CLIENT_BYTES_OUT, "How many bytes have gone to the client."),
            number("req.bytes_in", INTERNAL, Figure.CLIENT_BYTES_IN, "How many bytes have come from the client."),
            number("req.bytes_out", INTERNAL, Figure.SERVER_BYTES_OUT, "How many bytes have gone to the server."),
            number("res.bytes_in", INTERNAL, Figure.SERVER_BYTES_IN, "How many bytes have come from the server."),
            number("res.bytes_out", INTERNAL, Figure.CLIENT_BYTES_OUT, "How many bytes have gone to the client."),
            number("txn.status", INTERNAL, Figure.STATUS, "The status that the client gets; -1 before there is one."),
            number("server_status", RESPONSE_LINE, Figure.SERVER_STATUS, "The status that the server has sent."),
            number("txn.conn_retries", INTERNAL, Figure.CONNECT_RETRIES, "How often a server was tried again."),
            truth("txn.redispatched", INTERNAL, Figure.REDISPATCHED, "True when another server was tried."),
            number(
                    "txn.id32",
                    INTERNAL,
                    Figure.TRANSACTION_ID,
                    "The number of the stream, of which the lower 32 bits."),
            fetch("txn.sess_term_state", STR, INTERNAL)
                    .summary(
                            "The two letters of the log that say who ended the stream, and when; -- as long as nobody has.")
                    .example("txn.sess_term_state", "termination=29521", "sQ")
                    .binds(StreamFetches::termination),
            fetch("term_events", STR, INTERNAL)
                    .summary(
                            "What has ended the stream, and where it showed: seven places from the client's connection to the server's, for those who look for mistakes.")
                    .example("term_events", "termination-events={F,,A,CD,,,}", "{F,,A,CD,,,}")
                    .binds((scope, out) -> scope.label(Label.TERMINATION_EVENTS, out)),
            number("prio_class", INTERNAL, Figure.PRIORITY_CLASS, "The class in queues that rules have set."),
            number("prio_offset", INTERNAL, Figure.PRIORITY_OFFSET, "The offset in queues that rules have set."),
            number("cpu_calls", INTERNAL, Figure.CALLS, "How often the stream was called to do something."),
            number(
                            "cpu_ns_tot",
                            INTERNAL,
                            Figure.CALL_NANOS,
                            "How many nanoseconds the calls of the stream have taken so far.")
                    .by(Clock.CALLS),
            average("cpu_ns_avg", Figure.CALL_NANOS, "How many nanoseconds a call of the stream took on the average."),
            number(
                            "lat_ns_tot",
                            INTERNAL,
                            Figure.LATENCY_NANOS,
                            "How many nanoseconds the calls of the stream were kept waiting by others of its loop.")
                    .by(Clock.CALLS),
            average(
                    "lat_ns_avg",
                    Figure.LATENCY_NANOS,
                    "How many nanoseconds a call of the stream was kept waiting on the average."),
            fetch("last_rule_file", STR, INTERNAL)
                    .summary("The file of the rule that gave the last final verdict.")
                    .example("last_rule_file", "last-rule-file=a.cfg", "a.cfg")
                    .binds((scope, out) -> scope.label(Label.LAST_RULE_FILE, out)),
            number(
                    "last_rule_line",
                    INTERNAL,
                    Figure.LAST_RULE_LINE,
                    "The line of the rule that gave the last final verdict."),
            fetch("last_entity", STR, INTERNAL)
                    .summary("What gave the last final verdict: the file and line of a rule.")
                    .example("last_entity", "last-rule=a.cfg:7", "a.cfg:7")
                    .binds((scope, out) -> scope.label(Label.LAST_RULE, out)),
            fetch("waiting_entity", STR, INTERNAL)
                    .summary("What was waited for when time was up or an error came: the file and line of a rule.")
                    .example("waiting_entity", "waiting-rule=a.cfg:7", "a.cfg:7")
                    .binds((scope, out) -> scope.label(Label.WAITING_RULE, out)));

    private StreamFetches() {}

    /** The manual of 3.5, 7.3.2: exactly the total divided by {@code cpu_calls}. */
    private static FetchEntry average(String name, Figure total, String summary) {
        return fetch(name, SINT, INTERNAL)
                .summary(summary)
                .example(name, FigureFetch.given(total, 701, INTERNAL) + "\ncalls=7", "100")
                .binds((scope, out) -> {
                    var nanos = scope.figure(total);
                    return nanos != Figure.ABSENT && out.integer(nanos / Math.max(1, scope.figure(Figure.CALLS)));
                })
                .by(Clock.CALLS);
    }

    private static boolean termination(Scope scope, Sample out) {
        var letters = scope.figure(Figure.TERMINATION);
        if (letters == Figure.ABSENT) return false;
        var at = scope.scratch().take(2);
        Slab.putByte(at, (byte) (letters >> 8));
        Slab.putByte(at + 1, (byte) letters);
        return out.text(at, 2);
    }
}
