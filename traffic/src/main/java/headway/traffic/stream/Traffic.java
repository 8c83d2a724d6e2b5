package headway.traffic.stream;

import headway.language.sample.ProcessVariables;
import headway.language.sample.VariableLimits;
import headway.traffic.counter.ProcessTally;

/** What all loops share: the process's limits, counters and variables. */
public final class Traffic {
    /**
     * What the configuration says about all streams.
     *
     * @param maxConnections {@code maxconn} of the global section
     * @param bodyLimit how much of a body is kept while somebody waits for it: {@code tune.bufsize} less {@code tune.maxrewrite}
     * @param bufferSize {@code tune.bufsize}
     * @param loggedLine how much of a request line is logged: {@code tune.http.logurilen} less one
     * @param loops how many loops there are
     * @param splices false after {@code nosplice} or {@code -dS}
     */
    public record Limits(
            int maxConnections,
            int bodyLimit,
            int bufferSize,
            int loggedLine,
            int loops,
            boolean splices,
            VariableLimits variables) {}

    private final Limits limits;
    private final ProcessTally tally;
    private final ProcessVariables variables;
    private final long startNanos = System.nanoTime();

    public Traffic(Limits limits, ProcessTally tally, ProcessVariables variables) {
        this.limits = limits;
        this.tally = tally;
        this.variables = variables;
    }

    public ProcessTally tally() {
        return tally;
    }

    VariableLimits variableLimits() {
        return limits.variables();
    }

    ProcessVariables processVariables() {
        return variables;
    }

    int bufferSize() {
        return limits.bufferSize();
    }

    long uptimeSeconds(long nanos) {
        return Math.max(0, nanos - startNanos) / 1_000_000_000L;
    }

    int bodyLimit() {
        return limits.bodyLimit();
    }

    int loggedLine() {
        return limits.loggedLine();
    }

    int loops() {
        return limits.loops();
    }

    boolean splices() {
        return limits.splices();
    }

    /** A client connection more; false when the process has as many as it may. */
    public boolean sessionBegins() {
        return tally.connections.enterBelow(limits.maxConnections());
    }

    void sessionEnded() {
        tally.connections.leave();
    }

    public boolean hasRoom() {
        return tally.connections.current() < limits.maxConnections();
    }
}
