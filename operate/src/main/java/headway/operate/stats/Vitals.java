package headway.operate.stats;

import headway.traffic.counter.ProcessTally;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The process as a whole, for {@code show info}.
 *
 * @param name of the program, its version and the date of that
 * @param engine such as {@code epoll}
 * @param startedMillis wall clock
 * @param idlePercent how much of its time the process had nothing to do lately
 * @param stopping a soft stop is under way
 * @param bufferWaits requests that had to wait for buffers: {@code tune.buffers.limit}
 */
public record Vitals(
        Product name,
        Limits limits,
        String engine,
        String node,
        String description,
        long startedNanos,
        long startedMillis,
        ProcessTally tally,
        IntSupplier idlePercent,
        BooleanSupplier stopping,
        LongSupplier bufferWaits,
        Losses losses) {
    /**
     * @param version as {@code -v} prints it
     */
    public record Product(String version, String date) {}

    /**
     * What found a limit reached.
     *
     * @param logs messages that no log receiver took
     * @param events messages that rings could not keep until their server came
     * @param patterns what rules did not add to a list
     * @param variables what rules did not set: {@code tune.vars}
     */
    public record Losses(LongSupplier logs, LongSupplier events, LongSupplier patterns, LongSupplier variables) {}

    /**
     * @param threads loops
     * @param descriptors how many the process may have
     * @param maxConnections of the process
     * @param listeners how many there are
     * @param megabytes {@code -m}; 0 for no limit
     */
    public record Limits(
            int threads, long descriptors, int maxConnections, int maxPipes, int listeners, int megabytes) {}
}
