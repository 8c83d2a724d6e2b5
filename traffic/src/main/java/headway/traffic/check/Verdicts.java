package headway.traffic.check;

import headway.traffic.server.CheckReport;
import headway.traffic.server.OperationalState;
import headway.traffic.server.OperatorLog.Level;
import headway.traffic.server.Server;

/**
 * What follows from the checks of one server: its health, and from the health its state.
 *
 * <p>Health is a number from 0 to rise + fall - 1, and the server is up from {@code rise} on. A success takes an up server to the top and a down one a step up; a
 * failure takes an up one a step down, and at {@code rise} to 0.
 */
final class Verdicts {
    private final Server server;
    private final boolean logs;

    Verdicts(Server server, boolean logs) {
        this.server = server;
        this.logs = logs;
    }

    /** A check is on its way. */
    void begin() {
        synchronized (server.group()) {
            var old = server.check();
            server.check(new CheckReport(
                    old.enabled(),
                    old.paused(),
                    true,
                    old.status(),
                    old.result(),
                    old.health(),
                    old.rise(),
                    old.fall(),
                    old.code(),
                    old.durationMillis(),
                    old.info(),
                    old.failed()));
        }
    }

    /** Its result. While it ran the server may have gone into maintenance: then it does not count. */
    void judge(Finding finding, long durationMillis) {
        synchronized (server.group()) {
            var old = server.check();
            var health = old.paused() ? old.health() : health(old, finding.isPassed());
            var failedWhileUp = !finding.isPassed() && old.health() >= old.rise() ? 1 : 0;
            var next = new CheckReport(
                    old.enabled(),
                    old.paused(),
                    false,
                    finding.status(),
                    result(finding),
                    health,
                    old.rise(),
                    old.fall(),
                    finding.code(),
                    durationMillis,
                    finding.info(),
                    old.failed() + failedWhileUp);
            server.check(next);
            if (old.paused()) return;
            if (logs && isNews(old, finding)) log(next, finding);
            change(next, finding);
        }
    }

    private static int health(CheckReport report, boolean passed) {
        var health = report.health();
        var top = report.rise() + report.fall() - 1;
        if (passed) return health + 1 >= report.rise() ? top : health + 1;
        return health > report.rise() ? health - 1 : 0;
    }

    private static int result(Finding finding) {
        if (finding.isConditional()) return CheckReport.RESULT_CONDITIONAL;
        return finding.isPassed() ? CheckReport.RESULT_PASSED : CheckReport.RESULT_FAILED;
    }

    private void change(CheckReport report, Finding finding) {
        var changes = server.group().changes();
        var why = logs ? "" : CheckWords.reason(report);
        if (report.health() == 0) changes.down(server, why);
        else if (report.health() >= report.rise() && finding.isConditional()) changes.stopping(server, why);
        else if (report.health() >= report.rise() && finding.isPassed()) changes.up(server, why);
    }

    /** HAProxy logs a check whose status is another one than before, or whose result moves the health or would. */
    private boolean isNews(CheckReport old, Finding finding) {
        var top = old.rise() + old.fall() - 1;
        if (finding.status() != old.status()) return true;
        var isStopping = server.state().operational() == OperationalState.STOPPING;
        if (finding.isPassed()) return old.health() != top || isStopping != finding.isConditional();
        return old.health() != 0;
    }

    private void log(CheckReport report, Finding finding) {
        var how = finding.isConditional() ? "conditionally succeeded" : finding.isPassed() ? "succeeded" : "failed";
        var backup = server.isBackup() ? "backup " : "";
        var text = "Health check for " + backup + "server " + server + " " + how + CheckWords.reason(report)
                + ", status: " + CheckWords.health(report) + ".";
        server.group().tell(Level.NOTICE, text);
    }
}
