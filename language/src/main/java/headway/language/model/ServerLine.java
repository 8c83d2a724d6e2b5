package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code server} line with what it has from {@code default-server}.
 *
 * @param id {@code id} or the next free number
 * @param weight 0 to 256, 1 unless set
 * @param redirect {@code redir}: GET and HEAD are sent there with a 302, null for none
 * @param source null for the backend's
 */
public record ServerLine(
        Position position,
        String name,
        int id,
        ServerAddress address,
        List<InitialAddress> initialAddresses,
        int weight,
        boolean backup,
        boolean disabled,
        Limits limits,
        Pool pool,
        Sockets sockets,
        Check check,
        @Nullable String redirect,
        @Nullable Source source,
        Identity identity,
        Logs logs,
        Shutdown shutdown) {
    public ServerLine {
        initialAddresses = List.copyOf(initialAddresses);
    }

    /**
     * What tells it from the others for clients and for hashes.
     *
     * @param cookie {@code cookie}: its value in the persistence cookie, null when it has none
     * @param isIdForced its number is that of {@code id}
     */
    public record Identity(@Nullable String cookie, RingKey ringKey, boolean isIdForced) {
        public static Identity none() {
            return new Identity(null, RingKey.ID, false);
        }
    }

    /** {@code hash-key}: what its points in consistent hashing are made of. */
    public enum RingKey {
        ID,
        ADDRESS,
        ADDRESS_AND_PORT
    }

    /**
     * How much it is given; 0 for no limit.
     *
     * @param minConnections {@code minconn}: the limit while the backend is idle, growing to {@code maxConnections} at {@code fullconn}
     * @param slowStartNanos over which weight and limit grow after it came up
     */
    public record Limits(int maxConnections, int minConnections, int maxQueue, long slowStartNanos) {}

    /**
     * Whose sessions end when its state changes.
     *
     * @param down {@code on-marked-down shutdown-sessions}: its own when it goes down
     * @param up {@code on-marked-up shutdown-backup-sessions}: those of the backup servers when it comes up
     */
    public record Shutdown(boolean down, boolean up) {
        public static final Shutdown NEVER = new Shutdown(false, false);
    }

    /**
     * Idle connections to it.
     *
     * @param max {@code pool-max-conn}; -1 unlimited, 0 keeps none
     * @param low {@code pool-low-conn}: below it loops do not take each other's
     * @param purgeDelayNanos {@code pool-purge-delay}
     * @param maxReuse {@code max-reuse}: requests after the first; -1 unlimited
     */
    public record Pool(int max, int low, long purgeDelayNanos, int maxReuse) {}

    /**
     * Options of the sockets.
     *
     * @param userTimeoutMillis {@code tcp-ut}; 0 when unset
     * @param congestion {@code cc}, null when unset
     */
    public record Sockets(
            int userTimeoutMillis,
            boolean fastOpen,
            @Nullable String namespace,
            @Nullable String congestion) {}

    /**
     * How a server of a ring or a log backend gets messages.
     *
     * @param datagrams by UDP
     * @param countsOctets each begins with its length, instead of ending with a line feed (RFC 6587 3.4)
     * @param bufferSize of the ring in front of a stream, 0 for {@code tune.bufsize}
     */
    public record Logs(boolean datagrams, boolean countsOctets, int bufferSize) {}
}
