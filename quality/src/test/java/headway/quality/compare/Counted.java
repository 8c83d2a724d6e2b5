package headway.quality.compare;

import headway.testkit.StatTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The counters of one program, asked for over its API. */
record Counted(Path api) {
    StatTable now(String proxy) throws IOException {
        return StatTable.of(api, proxy);
    }

    /** {@code FRONTEND stot=1 | s stot=1 | BACKEND stot=1}. */
    String since(StatTable before, String proxy) throws IOException {
        StatTable after = now(proxy);
        List<String> rows = new ArrayList<>();
        for (String row : after.rows()) {
            rows.add(row + " " + after.since(before, row, StatTable.COUNTERS));
        }
        return String.join(" | ", rows);
    }
}
