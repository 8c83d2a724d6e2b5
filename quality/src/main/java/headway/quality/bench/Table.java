package headway.quality.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The result, printed row by row as it comes, and kept for the file of {@code -o}. */
final class Table {
    private static final String ROW = "%-16s %9s %9s %7s %15s %7s %4s %10s %10s %7s %7s %8s%n";
    private static final List<String> HEADS = List.of(
            "workload",
            "haproxy",
            "headway",
            "ratio",
            "range",
            "target",
            "",
            "rate",
            "rate",
            "calls",
            "calls",
            "alloc");
    private static final List<String> UNITS =
            List.of("", "us/req", "us/req", "", "", "<=", "", "haproxy/s", "headway/s", "haproxy", "headway", "B/req");

    private final List<String> lines = new ArrayList<>();

    void begin() {
        System.out.printf(ROW, HEADS.toArray());
        System.out.printf(ROW, UNITS.toArray());
        lines.add(String.join(
                "\t",
                "workload",
                "haproxy_us",
                "headway_us",
                "ratio",
                "lowest",
                "highest",
                "target",
                "haproxy_rate",
                "headway_rate",
                "haproxy_calls",
                "headway_calls",
                "headway_allocated",
                "failures"));
    }

    void row(Workload workload, Rounds.Result r, OptionalDouble calls, OptionalDouble ourCalls, OptionalDouble alloc) {
        System.out.printf(
                ROW,
                workload.word,
                number(r.haproxyMicros()),
                number(r.headwayMicros()),
                number(r.ratio()),
                number(r.lowest()) + "-" + number(r.highest()),
                number(workload.target),
                r.ratio() <= workload.target ? "ok" : "no",
                number(r.haproxyRate()),
                number(r.headwayRate()),
                number(calls),
                number(ourCalls),
                number(alloc));
        if (r.failures() > 0) {
            System.out.println("  ! " + r.failures() + " failed requests: this row does not count");
        }
        lines.add(String.join(
                "\t",
                workload.word,
                number(r.haproxyMicros()),
                number(r.headwayMicros()),
                number(r.ratio()),
                number(r.lowest()),
                number(r.highest()),
                number(workload.target),
                number(r.haproxyRate()),
                number(r.headwayRate()),
                number(calls),
                number(ourCalls),
                number(alloc),
                Long.toString(r.failures())));
    }

    /** One line of a figure that is not a ratio. */
    void figure(String what, String haproxy, String headway, String target) {
        System.out.printf("%-46s haproxy %12s   headway %12s   target %s%n", what, haproxy, headway, target);
        lines.add(String.join("\t", what, haproxy, headway, "", "", "", target));
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
