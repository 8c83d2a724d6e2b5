package headway.traffic.check;

import headway.traffic.server.CheckReport;

/** How the log speaks of a check. */
final class CheckWords {
    private CheckWords() {}

    /** Such as {@code , reason: Layer7 wrong status, code: 503, info: "Busy", check duration: 0ms}. */
    static String reason(CheckReport report) {
        var text = new StringBuilder(", reason: ").append(report.status().words());
        if (report.status().isLayer7() && report.code() > 0)
            text.append(", code: ").append(report.code());
        if (!report.info().isEmpty())
            text.append(", info: \"").append(report.info()).append('"');
        return text.append(", check duration: ")
                .append(report.durationMillis())
                .append("ms")
                .toString();
    }

    /** Such as {@code 2/3 UP}: steps left before it is down, of all such steps; or {@code 1/2 DOWN}: steps made of those needed. */
    static String health(CheckReport report) {
        var isUp = report.health() >= report.rise();
        if (isUp) return (report.health() - report.rise() + 1) + "/" + report.fall() + " UP";
        return report.health() + "/" + report.rise() + " DOWN";
    }
}
