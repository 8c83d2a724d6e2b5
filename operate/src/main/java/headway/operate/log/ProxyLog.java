package headway.operate.log;

import headway.traffic.server.OperatorLog;
import java.util.List;

/** A proxy's changes of state: to its {@code log} lines and to the terminal. Any thread. */
final class ProxyLog implements OperatorLog {
    private final LogDesk desk;
    private final List<LogOutput> outputs;
    private final Console console;

    /**
     * @param desk shared by all proxies: it is the lock
     */
    ProxyLog(LogDesk desk, List<LogOutput> outputs, Console console) {
        this.desk = desk;
        this.outputs = outputs;
        this.console = console;
    }

    @Override
    public void log(Level level, String text) {
        synchronized (desk) {
            desk.message(outputs, text, level.ordinal());
        }
    }

    @Override
    public void console(Level level, String text) {
        console.later(
                switch (level) {
                    case EMERG, ALERT, CRIT, ERR -> Console.Severity.ALERT;
                    case WARNING -> Console.Severity.WARNING;
                    case NOTICE, INFO, DEBUG -> Console.Severity.NOTICE;
                },
                text);
    }
}
