package headway.operate.stats;

import headway.language.model.Proxy;
import headway.operate.stats.Row.Kind;
import headway.traffic.counter.Count;
import headway.traffic.counter.Tally;
import headway.traffic.server.CheckReport;
import headway.traffic.server.OperationalState;
import headway.traffic.server.Server;

/** The rows of a proxy's servers, and what they share with that of the backend. */
final class ServerRows {
    private final Proxy proxy;
    private final long nanos;
    private final long startedNanos;

    ServerRows(Proxy proxy, long nanos, long startedNanos) {
        this.proxy = proxy;
        this.nanos = nanos;
        this.startedNanos = startedNanos;
    }

    Row of(Server server) {
        var row = Rows.begin(Kind.SERVER, proxy, server.name(), server.id());
        var tally = server.tally();
        row.put(Column.QCUR, tally.queued.current());
        row.put(Column.QMAX, tally.queued.highest());
        Rows.sessions(row, tally);
        var limits = server.limits();
        if (limits.maxConnections() > 0) row.put(Column.SLIM, limits.maxConnections());
        if (limits.maxQueue() > 0) row.put(Column.QLIMIT, limits.maxQueue());
        row.put(Column.STOT, tally.sum(Count.SESSIONS));
        row.put(Column.BIN, tally.sum(Count.BYTES_IN));
        row.put(Column.BOUT, tally.sum(Count.BYTES_OUT));
        row.put(Column.DRESP, tally.sum(Count.DENIED_RESPONSES));
        outcomes(row, tally);
        standing(row, server);
        row.put(Column.LBTOT, tally.sum(Count.CHOSEN));
        row.put(Column.RATE, tally.sessionRate.perSecond(nanos));
        row.put(Column.RATE_MAX, tally.sessionRate.highest());
        if (Rows.isHttp(proxy)) {
            Rows.responses(row, tally);
            row.put(Column.REQ_TOT, Rows.answers(tally));
        }
        row.put(Column.LASTSESS, tally.secondsSinceLastSession(nanos));
        times(row, tally);
        row.put(Column.ADDR, address(server));
        var cookie = server.line().identity().cookie();
        if (cookie != null) row.put(Column.COOKIE, cookie);
        row.put(Column.WREW, tally.sum(Count.FAILED_REWRITES));
        row.put(Column.CONNECT, tally.sum(Count.CONNECTS));
        row.put(Column.REUSE, tally.sum(Count.REUSES));
        pool(row, server);
        row.put(Column.EINT, tally.sum(Count.INTERNAL_ERRORS));
        row.put(Column.UWEIGHT, server.state().weight());
        Rows.flows(row, tally);
        return row;
    }

    private void standing(Row row, Server server) {
        var check = server.check();
        var state = server.state();
        row.put(Column.STATUS, status(server));
        row.put(Column.WEIGHT, state.weight() * (long) state.throttle() / 100);
        row.put(Column.ACT, server.isBackup() ? 0 : 1);
        row.put(Column.BCK, server.isBackup() ? 1 : 0);
        var changed = state.changedNanos() == 0 ? startedNanos : state.changedNanos();
        row.put(Column.LASTCHG, Math.max(0, (nanos - changed) / 1_000_000_000L));
        if (state.throttle() < 100) row.put(Column.THROTTLE, state.throttle());
        if (!check.enabled()) return;
        row.put(Column.CHKFAIL, check.failed());
        row.put(Column.CHKDOWN, server.timesDown());
        row.put(Column.DOWNTIME, server.downtimeSeconds(nanos));
        if (!state.isMaint()) lastCheck(row, check);
    }

    private static void lastCheck(Row row, CheckReport check) {
        row.put(
                Column.CHECK_STATUS,
                (check.running() ? "* " : "") + check.status().code());
        if (check.status().isLayer7() && check.code() > 0) row.put(Column.CHECK_CODE, check.code());
        if (check.durationMillis() >= 0) row.put(Column.CHECK_DURATION, check.durationMillis());
        row.put(Column.CHECK_DESC, check.status().words());
        row.put(Column.LAST_CHK, check.info());
        row.put(Column.CHECK_RISE, check.rise());
        row.put(Column.CHECK_FALL, check.fall());
        row.put(Column.CHECK_HEALTH, check.health());
    }

    /** HAProxy's word: administration first, then what the checks say, with the steps still to go. */
    static String status(Server server) {
        var state = server.state();
        var check = server.check();
        if (state.isMaint()) return "MAINT";
        if (state.operational() == OperationalState.STOPPED) {
            if (!check.enabled() || check.health() == 0) return "DOWN";
            return "DOWN " + check.health() + "/" + check.rise();
        }
        if (state.isDrain()) return "DRAIN";
        var stopping = state.operational() == OperationalState.STOPPING;
        if (!check.enabled()) return stopping ? "NOLB" : "no check";
        var word = stopping ? "NOLB" : "UP";
        var full = check.rise() + check.fall() - 1;
        if (check.health() >= full) return word;
        return word + " " + (check.health() - check.rise() + 1) + "/" + check.fall();
    }

    private static void pool(Row row, Server server) {
        var pool = server.pool();
        row.put(Column.SRV_ICUR, pool.idle());
        if (pool.limit() >= 0) row.put(Column.SRC_ILIM, pool.limit());
        row.put(Column.IDLE_CONN_CUR, pool.idleUnproven());
        row.put(Column.SAFE_CONN_CUR, pool.idleProven());
        row.put(Column.USED_CONN_CUR, pool.used());
        row.put(Column.NEED_CONN_EST, pool.needed());
    }

    static void outcomes(Row row, Tally tally) {
        row.put(Column.ECON, tally.sum(Count.FAILED_CONNECTS));
        row.put(Column.ERESP, tally.sum(Count.FAILED_RESPONSES));
        row.put(Column.WRETR, tally.sum(Count.RETRIES));
        row.put(Column.WREDIS, tally.sum(Count.REDISPATCHES));
        row.put(Column.CLI_ABRT, tally.sum(Count.CLIENT_ABORTS));
        row.put(Column.SRV_ABRT, tally.sum(Count.SERVER_ABORTS));
    }

    static void times(Row row, Tally tally) {
        row.put(Column.QTIME, tally.queueTime.average());
        row.put(Column.CTIME, tally.connectTime.average());
        row.put(Column.RTIME, tally.responseTime.average());
        row.put(Column.TTIME, tally.totalTime.average());
        row.put(Column.QTIME_MAX, tally.queueTime.largest());
        row.put(Column.CTIME_MAX, tally.connectTime.largest());
        row.put(Column.RTIME_MAX, tally.responseTime.largest());
        row.put(Column.TTIME_MAX, tally.totalTime.largest());
    }

    private static String address(Server server) {
        var target = server.target();
        return target == null ? "0.0.0.0:0" : AddressWords.withPort(target.address());
    }
}
