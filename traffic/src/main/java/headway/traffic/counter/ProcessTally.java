package headway.traffic.counter;

import headway.base.counters.Counters;

/** What {@code show info} counts about the process as a whole. */
public final class ProcessTally {
    /** The columns, in the words of {@code show info}. */
    public enum Column {
        /** CumConns. */
        CONNECTIONS,
        /** CumReq. */
        REQUESTS,
        /** CumSslConns. */
        TLS_CONNECTIONS,
        /** TotalBytesOut. */
        BYTES_OUT,
        /** TotalSplicedBytesOut. */
        SPLICED_BYTES_OUT,
        /** FailedResolutions. */
        FAILED_RESOLUTIONS,
        /** TotalWarnings. */
        WARNINGS,
        /** DroppedLogs. */
        DROPPED_LOGS
    }

    private final Counters columns;

    /** CurrConns and MaxConnReached; what {@code maxconn} of the global section limits. */
    public final Gauge connections = new Gauge();
    /** ConnRate and MaxConnRate. */
    public final Rate connectionRate;
    /** SessRate and MaxSessRate. */
    public final Rate sessionRate;
    /** {@code maxconnrate}. */
    public final RateLimit connectionLimit;
    /** {@code maxsessrate}. */
    public final RateLimit sessionLimit;

    /** Without limits of rates. */
    public ProcessTally(int loops) {
        this(loops, 0, 0);
    }

    public ProcessTally(int loops, int connectionsPerSecond, int sessionsPerSecond) {
        columns = new Counters(loops, Column.values().length);
        connectionRate = new Rate(loops);
        sessionRate = new Rate(loops);
        connectionLimit = new RateLimit(connectionsPerSecond);
        sessionLimit = new RateLimit(sessionsPerSecond);
    }

    /** Called on loop {@code loop} only. */
    public void add(int loop, Column column, long amount) {
        columns.add(loop, column.ordinal(), amount);
    }

    public long sum(Column column) {
        return columns.sum(column.ordinal());
    }

    public void clearMaxima() {
        connections.clearHighest();
        connectionRate.clearHighest();
        sessionRate.clearHighest();
    }
}
