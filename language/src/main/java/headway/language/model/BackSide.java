package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What faces the servers.
 *
 * @param fullConnections {@code fullconn}; 0 when unset: a tenth of what the frontends in front of it may have
 * @param connectionRetries {@code retries}, 3 unless set
 * @param redispatch {@code option redispatch}: 0 off, n: at each n-th retry, -n: at the n-th before the last
 * @param keepAliveQueue {@code max-keep-alive-queue}: how many may wait for the last server before another is preferred; -1 for any number
 * @param source null when the system chooses
 * @param isPublished false by {@code be-unpublished}: other proxies do not lead here until it is published
 */
public record BackSide(
        List<ServerLine> servers,
        Balance balance,
        HashType hashType,
        int fullConnections,
        int connectionRetries,
        Set<RetryOn> retryOn,
        int redispatch,
        HttpReuse httpReuse,
        int keepAliveQueue,
        Checking checking,
        @Nullable Source source,
        KeepAliveProbes keepAliveProbes,
        Persistence persistence,
        boolean isPublished) {
    public BackSide {
        servers = List.copyOf(servers);
        retryOn = Set.copyOf(retryOn);
    }

    /** {@code http-reuse}. */
    public enum HttpReuse {
        NEVER,
        SAFE,
        AGGRESSIVE,
        ALWAYS
    }

    /** Where a check is described; see {@link Check} for what a server adds. */
    public record Checking(
            Position position, Kind kind, @Nullable HttpCheck http) {
        /** What is asked of a server: whether it accepts, or a reply to a request. */
        public enum Kind {
            CONNECT,
            HTTP
        }
    }
}
