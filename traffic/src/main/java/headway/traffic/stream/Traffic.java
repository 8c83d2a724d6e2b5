package headway.traffic.stream;

import headway.http.BodyFraming;
import headway.http.Head;
import headway.language.sample.Clock;
import headway.language.sample.Meters;
import headway.language.sample.ProcessVariables;
import headway.language.sample.VariableLimits;
import headway.traffic.counter.ProcessTally;
import headway.wire.engine.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    /** Listening sockets that stay shut until there is room. */
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    private final long startNanos = System.nanoTime();
    private final Meters meters;
    private final List<Loop> loops = new ArrayList<>();

    public Traffic(Limits limits, ProcessTally tally, ProcessVariables variables, Meters meters) {
        this.meters = meters;
        this.limits = limits;
        this.tally = tally;
        this.variables = variables;
    }

    public ProcessTally tally() {
        return tally;
    }

    /** Before the loops run. */
    void joins(Loop loop) {
        loops.add(loop);
        if (isWanted(Clock.TURNS)) loop.measureUsage();
    }

    boolean isWanted(Clock clock) {
        return meters.isWanted(clock);
    }

    /** How much of the last stretch of time the loops have worked, on the average. */
    public int usagePercent() {
        var sum = 0;
        for (var i = 0; i < loops.size(); i++) sum += loops.get(i).usagePercent();
        return loops.isEmpty() ? 0 : sum / loops.size();
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

    /**
     * How long rules may make a head: as in HAProxy it shares a buffer with the body, of which {@code tune.maxrewrite} is kept for it whatever comes. What is announced counts as if it
     * were there already, so that the same message always has the same end.
     *
     * @param kept how much of the body is there
     */
    void bound(Head head, int kept) {
        if (head.isBound()) return;
        var body = head.framing() == BodyFraming.LENGTH ? head.contentLength() : kept;
        var beside = (int) Math.max(0, limits.bufferSize() - body);
        head.bound(Math.max(head.size() + limits.bufferSize() - limits.bodyLimit(), beside));
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

    /** Keeps a place for a client to come; false when the process has as many as it may. */
    public boolean reserve() {
        return tally.connections.reserveBelow(limits.maxConnections());
    }

    void sessionEnded() {
        tally.connections.leave();
        if (!waiting.isEmpty()) wake();
    }

    /** Will be told once, from any loop, when a client has left. Whoever asks for it looks again afterwards, since one may have left meanwhile. */
    public void tellOfRoom(Runnable told) {
        waiting.add(told);
    }

    private void wake() {
        for (var told = waiting.poll(); told != null; told = waiting.poll()) told.run();
    }
}
