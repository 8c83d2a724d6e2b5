package headway.language.model;

import org.jspecify.annotations.Nullable;

/**
 * How the process runs.
 *
 * @param threads {@code nbthread}; 0 when unset: one a core
 * @param maxConnections {@code maxconn}; 0 when unset: what the descriptors allow
 * @param descriptorLimit {@code ulimit-n}; 0 when unset
 * @param mostDescriptors {@code fd-hard-limit}
 * @param connectionRate {@code maxconnrate}; 0 when unlimited
 * @param sessionRate {@code maxsessrate}; 0 when unlimited
 */
public record ProcessSettings(
        int threads,
        int maxConnections,
        int descriptorLimit,
        int mostDescriptors,
        int connectionRate,
        int sessionRate,
        RunMode runMode,
        Identity identity,
        Ending ending,
        String node,
        String description,
        @Nullable String pidFile) {

    /** {@code daemon}, {@code master-worker}, {@code quiet}, {@code zero-warning}, {@code strict-limits}. */
    public record RunMode(
            boolean daemon, boolean masterWorker, boolean quiet, boolean zeroWarning, boolean strictLimits) {}

    /** Who the process becomes once it listens: names or numbers as written, null when unset. */
    public record Identity(
            @Nullable String user,
            @Nullable String group,
            @Nullable String chroot) {}

    /**
     * How it stops.
     *
     * @param hardStopAfterNanos -1 when unset
     * @param graceNanos -1 when unset
     * @param closeSpreadNanos over which idle connections are closed; -1 when unset
     */
    public record Ending(long hardStopAfterNanos, long graceNanos, long closeSpreadNanos) {}
}
