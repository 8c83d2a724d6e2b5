package headway.traffic.stream;

import headway.language.sample.ProcessVariables;
import headway.traffic.counter.ProcessTally;

/** What all loops share: the process's limits, counters and variables. */
public final class Traffic {
    /**
     * What the configuration says about all streams.
     *
     * @param maxConnections {@code maxconn} of the global section
     * @param bodyLimit how much of a body is kept while somebody waits for it: {@code tune.bufsize} less {@code tune.maxrewrite}
     * @param bufferSize {@code tune.bufsize}
     * @param splices false after {@code nosplice} or {@code -dS}
     */
    public record Limits(int maxConnections, int bodyLimit, int bufferSize, boolean splices) {}

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
