package headway.operate.stats;

import headway.operate.system.HostName;
import headway.traffic.counter.ProcessTally.Column;
import java.util.ArrayList;
import java.util.List;

/** {@code show info}: the process, a line a value, at HAProxy's positions. */
public final class InfoReport {
    /** One line. */
    private record Line(int position, String title, String tags, Type type, String text, String summary) {}

    private final Vitals vitals;
    private final long nanos;
    private final List<Line> lines = new ArrayList<>();

    private InfoReport(Vitals vitals, long nanos) {
        this.vitals = vitals;
        this.nanos = nanos;
        product();
        memory();
        connections();
        rates();
        later();
    }

    /**
     * The text, with an end of line after each line.
     *
     * @param described adds to each value what it is
     */
    public static String text(Vitals vitals, long nanos, StatReport.Form form, boolean described) {
        var report = new InfoReport(vitals, nanos);
        return switch (form) {
            case CSV -> report.plain(described);
            case TYPED -> report.typed(described);
            case JSON -> report.json();
        };
    }

    private void product() {
        text(0, "Name", "POS", "HAProxy", "the program whose language this is");
        text(1, "Version", "POS", vitals.name().version(), "its version, and Headway's");
        text(2, "Release_date", "POS", vitals.name().date(), "when that was made");
        number(3, "Nbthread", "CGS", vitals.limits().threads(), "event loops");
        number(4, "Nbproc", "CGS", 1, "processes");
        number(5, "Process_num", "KGP", 1, "which of them this is");
        number(6, "Pid", "SGP", ProcessHandle.current().pid(), "its number in the system");
        var seconds = (nanos - vitals.startedNanos()) / 1_000_000_000L;
        text(7, "Uptime", "MDP", uptime(seconds), "how long it has been running");
        number(8, "Uptime_sec", "MDP", seconds, "the same in seconds");
    }

    private static String uptime(long seconds) {
        return "%dd %dh%02dm%02ds".formatted(seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    }

    private void memory() {
        var heap = Runtime.getRuntime();
        number(9, "Memmax_MB", "CLP", vitals.limits().megabytes(), "limit of memory");
        number(10, "PoolAlloc_MB", "MGP", heap.totalMemory() >> 20, "size of the heap");
        number(11, "PoolUsed_MB", "MGP", heap.totalMemory() - heap.freeMemory() >> 20, "used part of the heap");
        number(12, "PoolFailed", "MCP", 0, "allocations that failed");
        number(13, "Ulimit-n", "CLP", vitals.limits().descriptors(), "limit of descriptors");
        number(14, "Maxsock", "CLP", vitals.limits().descriptors(), "limit of sockets");
    }

    private void connections() {
        var tally = vitals.tally();
        number(15, "Maxconn", "CLP", vitals.limits().maxConnections(), "limit of connections");
        number(16, "Hard_maxconn", "CLP", vitals.limits().maxConnections(), "what that limit can be raised to");
        number(17, "CurrConns", "MGP", tally.connections.current(), "connections now");
        number(18, "CumConns", "MCP", tally.sum(Column.CONNECTIONS), "connections so far");
        number(19, "CumReq", "MCP", tally.sum(Column.REQUESTS), "requests so far");
        number(20, "MaxSslConns", "MMP", 0, "limit of TLS connections");
        number(21, "CurrSslConns", "MGP", 0, "TLS connections now");
        number(22, "CumSslConns", "MCP", tally.sum(Column.TLS_CONNECTIONS), "TLS connections so far");
        number(23, "Maxpipes", "CLP", vitals.limits().maxPipes(), "limit of pipes for splice");
    }

    private void rates() {
        var tally = vitals.tally();
        number(26, "ConnRate", "MRP", tally.connectionRate.perSecond(nanos), "connections in the last second");
        number(27, "ConnRateLimit", "CLP", tally.connectionLimit.limit(), "limit of connections in a second");
        number(28, "MaxConnRate", "MMP", tally.connectionRate.highest(), "most connections in a second");
        number(29, "SessRate", "MRP", tally.sessionRate.perSecond(nanos), "sessions in the last second");
        number(30, "SessRateLimit", "CLP", tally.sessionLimit.limit(), "limit of sessions in a second");
        number(31, "MaxSessRate", "MRP", tally.sessionRate.highest(), "most sessions in a second");
    }

    private void later() {
        var tally = vitals.tally();
        number(
                49,
                "Idle_pct",
                "MaP",
                vitals.idlePercent().getAsInt(),
                "percents of the time in which nothing was to do");
        text(50, "node", "COS", vitals.node().isEmpty() ? HostName.text() : vitals.node(), "name of the node");
        if (!vitals.description().isEmpty())
            text(51, "description", "COS", vitals.description(), "what the file says of it");
        number(52, "Stopping", "MGP", vitals.stopping().getAsBoolean() ? 1 : 0, "a soft stop is under way");
        number(
                53,
                "Jobs",
                "MGP",
                vitals.limits().listeners() + (long) tally.connections.current(),
                "listeners and connections");
        number(54, "Unstoppable Jobs", "MGP", 0, "jobs that a soft stop does not end");
        number(55, "Listeners", "MGP", vitals.limits().listeners(), "listening sockets");
        number(58, "DroppedLogs", "MGP", vitals.losses().logs().getAsLong(), "messages that no log receiver took");
        number(60, "FailedResolutions", "MGP", tally.sum(Column.FAILED_RESOLUTIONS), "names without an address");
        large(61, "TotalBytesOut", "MGP", tally.sum(Column.BYTES_OUT), "bytes sent");
        large(62, "TotalSplicedBytesOut", "MGP", tally.sum(Column.SPLICED_BYTES_OUT), "of these by splice");
        text(66, "Build info", "POS", vitals.name().version(), "version of this build");
        large(67, "Memmax_bytes", "CLP", (long) vitals.limits().megabytes() << 20, "limit of memory");
        var heap = Runtime.getRuntime();
        large(68, "PoolAlloc_bytes", "MGP", heap.totalMemory(), "size of the heap");
        large(69, "PoolUsed_bytes", "MGP", heap.totalMemory() - heap.freeMemory(), "used part of the heap");
        number(70, "Start_time_sec", "MDP", vitals.startedMillis() / 1000, "when it was started");
        text(71, "Tainted", "SGP", "0", "whether something unsupported was done to it");
        number(72, "TotalWarnings", "MCP", tally.sum(Column.WARNINGS), "warnings so far");
        own();
    }

    /** What HAProxy does not count, behind all that it may count some day; losses only once there are some. */
    private void own() {
        number(1000, "BufferWaits", "MCP", vitals.bufferWaits().getAsLong(), "requests that waited for buffers");
        var losses = vitals.losses();
        loss(1001, "RefusedPatterns", losses.patterns().getAsLong(), "what rules did not add to full ACLs and maps");
        loss(1002, "RefusedVariables", losses.variables().getAsLong(), "what rules did not set beyond tune.vars");
        loss(1003, "OverwrittenEvents", losses.events().getAsLong(), "what rings lost while their server was away");
    }

    private void loss(int position, String title, long count, String summary) {
        if (count > 0) large(position, title, "MCP", count, summary);
    }

    private void text(int position, String title, String tags, String text, String summary) {
        lines.add(new Line(position, title, tags, Type.STR, text, summary));
    }

    private void number(int position, String title, String tags, long value, String summary) {
        lines.add(new Line(position, title, tags, Type.U32, Long.toString(value), summary));
    }

    private void large(int position, String title, String tags, long value, String summary) {
        lines.add(new Line(position, title, tags, Type.U64, Long.toString(value), summary));
    }

    private String plain(boolean described) {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.title()).append(": ").append(line.text());
            describe(text, line, described);
        }
        return text.toString();
    }

    private String typed(boolean described) {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.position())
                    .append('.')
                    .append(line.title())
                    .append(".1:")
                    .append(line.tags())
                    .append("V:");
            text.append(line.type().word()).append(':').append(line.text());
            describe(text, line, described);
        }
        return text.toString();
    }

    private static void describe(StringBuilder text, Line line, boolean described) {
        if (described) text.append(":\"").append(line.summary()).append('"');
        text.append('\n');
    }

    private String json() {
        var objects = new ArrayList<String>();
        for (var line : lines)
            objects.add("{" + Tags.json(line.position(), line.title(), line.tags(), line.type(), line.text()) + "}");
        return "[" + String.join(",", objects) + "]\n";
    }
}
