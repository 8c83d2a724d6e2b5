package headway.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code show stat} has answered about one proxy, by the names of its rows ({@code FRONTEND}, {@code s1}) and columns. */
public final class StatTable {
    /** The counters that HAProxy has had since 2.6, except those of bytes and times. */
    public static final List<String> COUNTERS = List.of(
            "stot",
            "dreq",
            "dresp",
            "ereq",
            "econ",
            "eresp",
            "wretr",
            "wredis",
            "lbtot",
            "hrsp_1xx",
            "hrsp_2xx",
            "hrsp_3xx",
            "hrsp_4xx",
            "hrsp_5xx",
            "hrsp_other",
            "req_tot",
            "cli_abrt",
            "srv_abrt",
            "conn_tot",
            "intercepted",
            "dcon",
            "dses",
            "wrew",
            "connect",
            "reuse",
            "eint");

    private final List<String> columns;
    private final Map<String, String[]> rows = new LinkedHashMap<>();

    private StatTable(String text) {
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        columns = Arrays.asList(lines.getFirst().substring(2).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            rows.put(fields[1], fields);
        }
    }

    /** Asks the API at this socket. */
    public static StatTable of(Path socket, String proxy) throws IOException {
        return new StatTable(Api.ask(socket, "show stat " + proxy + " -1 -1\n"));
    }

    public Set<String> rows() {
        return rows.keySet();
    }

    /** Empty where the column means nothing to the row, or is not there. */
    public String text(String row, String column) {
        String[] fields = rows.get(row);
        if (fields == null) {
            throw new IllegalArgumentException("no row " + row + " among " + rows.keySet());
        }
        int at = columns.indexOf(column);
        return at < 0 ? "" : fields[at];
    }

    /** 0 where the column means nothing to the row. */
    public long number(String row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** What a row has more than it had then, of these columns: {@code stot=1 hrsp_2xx=1}. */
    public String since(StatTable then, String row, List<String> wanted) {
        StringBuilder text = new StringBuilder();
        for (String column : wanted) {
            long more = number(row, column) - then.number(row, column);
            if (more != 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(column)
                        .append('=')
                        .append(more);
            }
        }
        return text.toString();
    }
}
