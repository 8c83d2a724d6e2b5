package headway.quality.compare;

import headway.testkit.StatTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The counters of one program, asked for over its API. */
record Counted(Path api) {
    private static final List<String> COLUMNS = List.of(
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

    StatTable now(String proxy) throws IOException {
        return StatTable.of(api, proxy);
    }

    /** {@code FRONTEND stot=1 | s stot=1 | BACKEND stot=1}. */
    String since(StatTable before, String proxy) throws IOException {
        StatTable after = now(proxy);
        List<String> rows = new ArrayList<>();
        for (String row : after.rows()) {
            rows.add(row + " " + after.since(before, row, COLUMNS));
        }
        return String.join(" | ", rows);
    }
}
