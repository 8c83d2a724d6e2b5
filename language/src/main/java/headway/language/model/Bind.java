package headway.language.model;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code bind} line.
 *
 * @param addresses port ranges are written out
 * @param name {@code name}, null when it has none
 * @param id {@code id}, 0 when it has none
 */
public record Bind(
        Position position,
        List<Address> addresses,
        @Nullable String name,
        int id,
        Limits limits,
        Sockets sockets,
        @Nullable Permissions permissions) {
    public Bind {
        addresses = List.copyOf(addresses);
    }

    /**
     * How much it takes on.
     *
     * @param maxConnections 0 when unset
     * @param backlog 0 when unset
     * @param nice -1024 (first) to 1024
     * @param shards sockets for the same address; {@link #SHARDS_BY_THREAD} for one a loop, {@link #SHARDS_UNSET} for what {@code tune.listener.default-shards} says
     */
    public record Limits(int maxConnections, int backlog, int nice, int shards) {
        public static final int SHARDS_BY_THREAD = -1;
        public static final int SHARDS_UNSET = 0;
    }

    /**
     * Options of the sockets.
     *
     * @param maximumSegment {@code mss}; 0 when unset, negative: that much below the advertised one
     * @param userTimeoutMillis {@code tcp-ut}; 0 when unset
     * @param savedSyn {@code tcp-ss}: 0 for none, 1 for the headers of IP and TCP, 2 for that of Ethernet too
     * @param congestion {@code cc}, null when unset
     */
    public record Sockets(
            Set<Flag> flags,
            int maximumSegment,
            int userTimeoutMillis,
            int savedSyn,
            @Nullable String device,
            @Nullable String namespace,
            @Nullable String congestion) {
        public Sockets {
            flags = Set.copyOf(flags);
        }
    }

    /** Words without argument. */
    public enum Flag {
        DEFER_ACCEPT,
        FAST_OPEN,
        V4V6,
        V6_ONLY,
        TRANSPARENT
    }

    /** Of a UNIX socket's file; -1 for what is not set. */
    public record Permissions(int mode, int uid, int gid) {}
}
