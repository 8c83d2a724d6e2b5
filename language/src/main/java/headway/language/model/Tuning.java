package headway.language.model;

/**
 * {@code tune.*} and what else trades memory for speed. 0 means unset where nothing else is said; sizes in bytes.
 *
 * @param bufferSize {@code tune.bufsize}, 16384 unless set
 * @param rewriteReserve {@code tune.maxrewrite}: what edits of a head may add
 * @param acceptAtOnce {@code tune.maxaccept}; -1 unlimited
 * @param maxHeaders {@code tune.http.maxhdr}
 * @param buffersLimit {@code tune.buffers.limit} in buffers
 * @param pipeSize {@code tune.pipesize}
 * @param maxPipes {@code maxpipes}
 * @param logUriLength {@code tune.http.logurilen}
 * @param cookieLength {@code tune.http.cookielen}
 */
public record Tuning(
        int bufferSize,
        int rewriteReserve,
        int acceptAtOnce,
        int maxHeaders,
        int eventsAtOnce,
        int buffersLimit,
        int pipeSize,
        int maxPipes,
        int logUriLength,
        int cookieLength,
        IdlePool idlePool,
        Engine engine,
        Spread spread,
        VariableSizes variables,
        Leniency leniency) {

    /**
     * What is let pass that is refused or ended otherwise.
     *
     * @param anyPayload {@code h1-accept-payload-with-any-method}
     * @param insecureCoding {@code h1-do-not-close-on-insecure-transfer-encoding}
     * @param privilegedPorts off by {@code harden.reject-privileged-ports.tcp}: clients may come from a port below 1024
     */
    public record Leniency(boolean anyPayload, boolean insecureCoding, boolean privilegedPorts) {}

    /**
     * Idle server connections.
     *
     * @param shared {@code tune.idle-pool.shared}: loops may take each other's
     * @param highRatio {@code tune.pool-high-fd-ratio}: per cent of the descriptors from which on idle ones are killed for new ones
     * @param lowRatio {@code tune.pool-low-fd-ratio}: per cent of the descriptors from which on none is kept
     */
    public record IdlePool(boolean shared, int highRatio, int lowRatio) {}

    /** Which facilities of the system may be used; all but those switched off ({@code noepoll}, {@code nosplice}, {@code noreuseport}, ...). */
    public record Engine(
            boolean epoll, boolean poll, boolean splice, boolean reusePort, boolean nameLookup, Shards shards) {}

    /** {@code tune.vars}: bytes, 0 for no limit; {@code exchange} is for a request or response. */
    public record VariableSizes(int all, int process, int session, int transaction, int exchange) {}

    /** {@code tune.listener.default-shards}. */
    public enum Shards {
        BY_PROCESS,
        BY_GROUP,
        BY_THREAD
    }

    /** {@code spread-checks} (per cent) and {@code max-spread-checks} (-1 when unset). */
    public record Spread(int percent, long maxNanos) {}
}
