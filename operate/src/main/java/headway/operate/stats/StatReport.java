package headway.operate.stats;

import headway.traffic.counter.ProcessTally;
import headway.traffic.counter.Tally;
import java.util.ArrayList;
import java.util.List;

/** {@code show stat}, in its forms. */
public final class StatReport {
    /** How values are written. */
    public enum Form {
        CSV,
        TYPED,
        JSON
    }

    private static final int ALL = -1;

    /**
     * What is to be shown.
     *
     * @param proxy a proxy's number, -1 for all
     * @param kinds 1 frontends, 2 backends, 4 servers, 8 listeners, added up; -1 for all
     * @param number a server's, -1 for all
     * @param onlyUp leaves out servers that are down
     * @param noMaint leaves out servers in maintenance
     * @param described adds to each value what it is
     */
    public record Wanted(
            Form form, int proxy, int kinds, int number, boolean onlyUp, boolean noMaint, boolean described) {
        public static final Wanted EVERYTHING = new Wanted(Form.CSV, ALL, ALL, ALL, false, false, false);
    }

    private final List<ProxyFigures> proxies;
    private final long startedNanos;
    private final boolean hasMaxima;

    /**
     * @param hasMaxima false when the columns of the highest values stay 0
     */
    public StatReport(List<ProxyFigures> proxies, long startedNanos, boolean hasMaxima) {
        this.proxies = List.copyOf(proxies);
        this.hasMaxima = hasMaxima;
        this.startedNanos = startedNanos;
    }

    /** The text, with an end of line after each line. */
    public String text(Wanted wanted, long nanos) {
        var rows = new ArrayList<Row>();
        var maker = new Rows(nanos, startedNanos);
        for (var figures : proxies) {
            if (wanted.proxy() != ALL && wanted.proxy() != figures.proxy().id()) continue;
            for (var row : maker.of(figures)) if (matches(wanted, row)) rows.add(row);
        }
        if (!hasMaxima) rows.forEach(Row::clearMaxima);
        return switch (wanted.form()) {
            case CSV -> csv(rows);
            case TYPED -> typed(rows, wanted.described());
            case JSON -> json(rows);
        };
    }

    private static boolean matches(Wanted wanted, Row row) {
        if (wanted.kinds() != ALL && (wanted.kinds() >> row.kind().ordinal() & 1) == 0) return false;
        if (row.kind() != Row.Kind.SERVER) return true;
        if (wanted.number() != ALL && wanted.number() != row.number()) return false;
        var status = row.text(Column.STATUS);
        if (wanted.onlyUp() && (status.startsWith("DOWN") || status.startsWith("MAINT"))) return false;
        return !wanted.noMaint() || !status.startsWith("MAINT");
    }

    /** The first line. */
    static String header() {
        var line = new StringBuilder("# ");
        for (var column : Column.values()) {
            line.append(column.title()).append(',');
            if (column == Column.LAST_FIXED) line.append("-,");
        }
        return line.append('\n').toString();
    }

    private static String csv(List<Row> rows) {
        var text = new StringBuilder(header());
        for (var row : rows) {
            for (var column : Column.values()) {
                text.append(quoted(row.text(column))).append(',');
                if (column == Column.LAST_FIXED) text.append("-,");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** RFC 4180 2: quotes only where they are needed. */
    private static String quoted(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) return text;
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Values of this process alone are volatile, which the fourth letter says. */
    private static String typed(List<Row> rows, boolean described) {
        var text = new StringBuilder();
        for (var row : rows) {
            for (var column : Column.values()) {
                var cell = row.cell(column);
                if (cell == null) continue;
                text.append(row.kind().letter())
                        .append('.')
                        .append(row.proxy())
                        .append('.')
                        .append(row.number());
                text.append('.')
                        .append(column.ordinal())
                        .append('.')
                        .append(column.title())
                        .append(".1:");
                text.append(cell.tags())
                        .append("V:")
                        .append(column.type().word())
                        .append(':')
                        .append(cell.text());
                if (described) text.append(":\"").append(column.summary()).append('"');
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String json(List<Row> rows) {
        var text = new StringBuilder("[");
        for (var row : rows) {
            if (text.length() > 1) text.append(',');
            text.append('[');
            var first = true;
            for (var column : Column.values()) {
                var cell = row.cell(column);
                if (cell == null) continue;
                if (!first) text.append(',');
                first = false;
                text.append("{\"objType\":\"")
                        .append(row.kind().word())
                        .append("\",\"proxyId\":")
                        .append(row.proxy());
                text.append(",\"id\":").append(row.number()).append(',');
                text.append(Tags.json(column.ordinal(), column.title(), cell.tags(), column.type(), cell.text()))
                        .append('}');
            }
            text.append(']');
        }
        return text.append("]\n").toString();
    }

    /** {@code clear counters}: the maxima, or with {@code all} everything that is counted. */
    public void clear(ProcessTally process, boolean all) {
        process.clearMaxima();
        for (var figures : proxies) {
            var front = figures.front();
            if (front != null) {
                clear(front.tally(), all);
                for (var listener : front.listeners()) clear(listener.tally(), all);
            }
            var back = figures.back();
            if (back == null) continue;
            clear(back.servers().tally(), all);
            for (var server : back.servers().servers()) clear(server.tally(), all);
        }
    }

    private static void clear(Tally tally, boolean all) {
        if (all) tally.clear();
        else tally.clearMaxima();
    }
}
