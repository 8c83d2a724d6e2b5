package headway.traffic.server;

/** Where a backend tells its operator that something changed: its {@code log} lines, and the terminal as long as the process has one. */
public interface OperatorLog {
    /** A line for the proxy's log, without the line's end. */
    void log(Level level, String text);

    /** A line for standard error: {@code [WARNING]  (pid) : text} or, with {@link Level#ALERT}, {@code [ALERT]}. */
    void console(Level level, String text);

    /** Syslog's levels. */
    enum Level {
        EMERG,
        ALERT,
        CRIT,
        ERR,
        WARNING,
        NOTICE,
        INFO,
        DEBUG
    }
}
