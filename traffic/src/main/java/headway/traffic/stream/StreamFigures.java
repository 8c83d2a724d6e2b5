package headway.traffic.stream;

import headway.language.sample.Figure;
import headway.language.sample.Setting;
import headway.traffic.account.Account;
import headway.wire.engine.Connection;
import headway.wire.engine.TcpFigure;
import org.jspecify.annotations.Nullable;

/** What expressions can ask of a stream as a number. */
final class StreamFigures {
    private static final long MILLI = 1_000_000L;

    private final Stream stream;

    StreamFigures(Stream stream) {
        this.stream = stream;
    }

    long of(Figure figure) {
        return switch (figure) {
            case ACCEPT_DATE,
                    REQUEST_DATE,
                    HANDSHAKE_TIME,
                    IDLE_TIME,
                    HEADER_TIME,
                    REQUEST_TIME,
                    QUEUE_TIME,
                    CONNECT_TIME,
                    RESPONSE_TIME,
                    DATA_TIME,
                    ACTIVE_TIME,
                    USER_TIME,
                    TOTAL_TIME -> time(figure, stream.account);
            case FRONTEND_ID,
                    BACKEND_ID,
                    SERVER_ID,
                    SOCKET_ID,
                    SOCKET_CONNECTIONS,
                    PROCESS_CONNECTIONS,
                    BACKEND_QUEUE,
                    SERVER_QUEUE -> way(figure);
            case FRONTEND_CLIENT_TIMEOUT, FRONTEND_TARPIT_TIMEOUT -> frontendTimeout(figure);
            case BACKEND_CONNECT_TIMEOUT,
                    BACKEND_QUEUE_TIMEOUT,
                    BACKEND_SERVER_TIMEOUT,
                    BACKEND_TARPIT_TIMEOUT,
                    BACKEND_TUNNEL_TIMEOUT,
                    BACKEND_RETRIES -> backendSetting(figure);
            case CLIENT_TIMEOUT,
                    CONNECT_TIMEOUT,
                    QUEUE_TIMEOUT,
                    SERVER_TIMEOUT,
                    TARPIT_TIMEOUT,
                    TUNNEL_TIMEOUT,
                    RETRIES,
                    PRIORITY_CLASS,
                    PRIORITY_OFFSET -> present(figure);
            case CLIENT_BYTES_IN,
                    CLIENT_BYTES_OUT,
                    SERVER_BYTES_IN,
                    SERVER_BYTES_OUT,
                    STATUS,
                    SERVER_STATUS,
                    CONNECT_RETRIES,
                    REDISPATCHED,
                    TERMINATION,
                    TRANSACTION_ID,
                    LAST_RULE_LINE,
                    CALLS,
                    CALL_NANOS,
                    LATENCY_NANOS -> course(figure);
            case CLIENT_ERROR,
                    CLIENT_GLITCHES,
                    CLIENT_STREAM_ID,
                    CLIENT_ABORTED,
                    CLIENT_RTT,
                    CLIENT_RTT_VARIANCE,
                    CLIENT_UNACKED,
                    CLIENT_SACKED,
                    CLIENT_LOST,
                    CLIENT_RETRANSMITTED,
                    CLIENT_FORWARD_ACKED,
                    CLIENT_REORDERING -> client(figure);
            case SERVER_ERROR,
                    SERVER_GLITCHES,
                    SERVER_REUSED,
                    SERVER_CONNECTED,
                    SERVER_STREAM_ID,
                    SERVER_ABORTED,
                    SERVER_RTT,
                    SERVER_RTT_VARIANCE -> stream.upstream.carrier.figure(figure);
            case IS_HTTP -> stream.isHttp ? 1 : 0;
            case THREAD -> stream.worker.index();
            case LOOP_USAGE -> stream.worker.loop().usagePercent();
            case PROCESS_USAGE -> stream.worker.traffic().usagePercent();
            case IS_STOPPING -> stream.worker.isStopping() ? 1 : 0;
            case UPTIME_SECONDS -> stream.worker.traffic().uptimeSeconds(stream.nanos());
            case BUFFER_SIZE -> stream.worker.traffic().bufferSize();
        };
    }

    private long time(Figure figure, Account account) {
        return switch (figure) {
            case ACCEPT_DATE -> stream.session().readyMillis();
            case REQUEST_DATE -> account.requestMillis;
            case HANDSHAKE_TIME -> between(account.acceptedNanos, account.handshakeNanos);
            case IDLE_TIME -> between(account.idleSinceNanos, account.requestStartNanos);
            case HEADER_TIME -> between(account.requestStartNanos, account.requestEndNanos);
            case REQUEST_TIME -> between(account.idleSinceNanos, account.requestEndNanos);
            case QUEUE_TIME -> between(account.requestEndNanos, account.queueLeftNanos);
            case CONNECT_TIME -> between(account.queueLeftNanos, account.connectedNanos);
            case RESPONSE_TIME -> between(account.connectedNanos, account.responseHeadNanos);
            case DATA_TIME -> between(dataBegan(account), now(account));
            case ACTIVE_TIME -> between(account.requestStartNanos, now(account));
            case USER_TIME -> between(account.idleSinceNanos, now(account));
            default -> between(account.acceptedNanos, now(account));
        };
    }

    private static long between(long from, long to) {
        return from == 0 || to == 0 ? -1 : (to - from) / MILLI;
    }

    /** In HTTP with the response's head, else with the connection. */
    private static long dataBegan(Account account) {
        return account.isHttp ? account.responseHeadNanos : account.connectedNanos;
    }

    /** Its end, or as long as it goes on the time there is now. */
    private long now(Account account) {
        return account.endedNanos == 0 ? stream.nanos() : account.endedNanos;
    }

    private long way(Figure figure) {
        var session = stream.session();
        var back = stream.back();
        return switch (figure) {
            case FRONTEND_ID -> stream.front().proxy().id();
            case BACKEND_ID ->
                back == null
                        ? stream.front().proxy().id()
                        : back.policy().proxy().id();
            case SERVER_ID -> stream.upstream.seat.serverId();
            case SOCKET_ID -> session.inlet().id();
            case SOCKET_CONNECTIONS -> session.inlet().clients().current();
            case PROCESS_CONNECTIONS ->
                stream.worker.traffic().tally().connections.current();
            case BACKEND_QUEUE -> stream.account.backendQueue;
            default -> stream.account.serverQueue;
        };
    }

    private static long millis(long nanos) {
        return nanos < 0 ? 0 : nanos / MILLI;
    }

    private long frontendTimeout(Figure figure) {
        var front = stream.front();
        return figure == Figure.FRONTEND_CLIENT_TIMEOUT
                ? millis(front.timeouts().client())
                : millis(front.tarpitNanos());
    }

    private long backendSetting(Figure figure) {
        var back = stream.back();
        if (back == null) return Figure.ABSENT;
        var timeouts = back.policy().timeouts();
        return switch (figure) {
            case BACKEND_CONNECT_TIMEOUT -> millis(timeouts.connect());
            case BACKEND_QUEUE_TIMEOUT -> millis(timeouts.queue() >= 0 ? timeouts.queue() : timeouts.connect());
            case BACKEND_SERVER_TIMEOUT -> millis(timeouts.server());
            case BACKEND_TARPIT_TIMEOUT -> millis(back.policy().tarpitNanos());
            case BACKEND_TUNNEL_TIMEOUT -> millis(timeouts.tunnel());
            default -> back.policy().proxy().back().connectionRetries();
        };
    }

    /** What rules have set, else what the proxies say. */
    private long present(Figure figure) {
        return switch (figure) {
            case CLIENT_TIMEOUT -> present(Setting.CLIENT_TIMEOUT, Figure.FRONTEND_CLIENT_TIMEOUT);
            case CONNECT_TIMEOUT -> present(Setting.CONNECT_TIMEOUT, Figure.BACKEND_CONNECT_TIMEOUT);
            case QUEUE_TIMEOUT -> present(Setting.QUEUE_TIMEOUT, Figure.BACKEND_QUEUE_TIMEOUT);
            case SERVER_TIMEOUT -> present(Setting.SERVER_TIMEOUT, Figure.BACKEND_SERVER_TIMEOUT);
            case TUNNEL_TIMEOUT -> present(Setting.TUNNEL_TIMEOUT, Figure.BACKEND_TUNNEL_TIMEOUT);
            case TARPIT_TIMEOUT ->
                present(
                        Setting.TARPIT_TIMEOUT,
                        stream.back() == null ? Figure.FRONTEND_TARPIT_TIMEOUT : Figure.BACKEND_TARPIT_TIMEOUT);
            case RETRIES -> stream.handling.setting(Setting.RETRIES, of(Figure.BACKEND_RETRIES));
            case PRIORITY_CLASS -> stream.handling.setting(Setting.PRIORITY_CLASS, 0);
            default -> stream.handling.setting(Setting.PRIORITY_OFFSET, 0);
        };
    }

    private long present(Setting setting, Figure otherwise) {
        var nanos = stream.handling.setting(setting, Figure.ABSENT);
        return nanos == Figure.ABSENT ? of(otherwise) : millis(nanos);
    }

    private long course(Figure figure) {
        var account = stream.account;
        return switch (figure) {
            case CLIENT_BYTES_IN -> stream.ending.bytesIn();
            case CLIENT_BYTES_OUT -> stream.ending.bytesOut();
            case SERVER_BYTES_OUT -> stream.upstream.carrier.bytesTo();
            case SERVER_BYTES_IN -> stream.upstream.carrier.bytesFrom();
            case STATUS -> status(account);
            case SERVER_STATUS -> account.serverStatus < 0 ? Figure.ABSENT : account.serverStatus;
            case CONNECT_RETRIES -> account.retries;
            case REDISPATCHED -> account.redispatched ? 1 : 0;
            case TERMINATION -> (long) account.cause << 8 | account.phase;
            case TRANSACTION_ID -> stream.id & 0xffffffffL;
            case CALLS -> stream.calls();
            case CALL_NANOS -> stream.times().workedNanos();
            case LATENCY_NANOS -> stream.times().waitedNanos();
            default -> {
                var rule = stream.progress.last;
                yield rule == null ? Figure.ABSENT : rule.position().line();
            }
        };
    }

    /** Of a response that has not been sent yet it is the one it will have unless a rule changes it. */
    private long status(Account account) {
        if (!stream.isHttp) return Figure.ABSENT;
        var head = stream.responseHead;
        return account.status > 0 || head == null ? account.status : head.status();
    }

    private long client(Figure figure) {
        var session = stream.session();
        var connection = session.connection();
        return switch (figure) {
            case CLIENT_ERROR -> NetworkErrors.number(connection.failure());
            case CLIENT_GLITCHES -> session.glitches();
            case CLIENT_STREAM_ID -> stream.isHttp ? session.requests() : 0;
            case CLIENT_ABORTED -> stream.clientClosed ? 1 : 0;
            case CLIENT_RTT -> measured(connection, TcpFigure.ROUND_TRIP_MICROS);
            case CLIENT_RTT_VARIANCE -> measured(connection, TcpFigure.ROUND_TRIP_VARIANCE_MICROS);
            case CLIENT_UNACKED -> measured(connection, TcpFigure.UNACKED);
            case CLIENT_SACKED -> measured(connection, TcpFigure.SACKED);
            case CLIENT_LOST -> measured(connection, TcpFigure.LOST);
            case CLIENT_RETRANSMITTED -> measured(connection, TcpFigure.RETRANSMITTED);
            case CLIENT_FORWARD_ACKED -> measured(connection, TcpFigure.FORWARD_ACKED);
            default -> measured(connection, TcpFigure.REORDERING);
        };
    }

    static long measured(@Nullable Connection connection, TcpFigure figure) {
        var value = connection == null ? -1 : connection.measured(figure);
        return value < 0 ? Figure.ABSENT : value;
    }
}
