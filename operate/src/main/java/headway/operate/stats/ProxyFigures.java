package headway.operate.stats;

import headway.language.model.Proxy;
import headway.traffic.counter.Tally;
import headway.traffic.server.OperatorLog;
import headway.traffic.server.ServerGroup;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A proxy and what is counted about it.
 *
 * @param log where it tells its operator what happens to it
 * @param front null when it has no frontend side
 * @param back null when it has no backend side
 */
public record ProxyFigures(
        Proxy proxy,
        OperatorLog log,
        @Nullable Front front,
        @Nullable Back back) {
    /**
     * The frontend side.
     *
     * @param limit of connections
     * @param state gives {@code OPEN}, {@code PAUSED} or {@code STOP}
     * @param listeners one for each socket, shown with {@code option socket-stats}
     */
    public record Front(Tally tally, int limit, Supplier<String> state, List<ListenerFigures> listeners) {
        public Front {
            listeners = List.copyOf(listeners);
        }
    }

    /**
     * The backend side.
     *
     * @param limit {@code fullconn}
     */
    public record Back(ServerGroup servers, int limit) {}

    /**
     * A listening socket.
     *
     * @param address as text, or {@code unix}
     */
    public record ListenerFigures(String name, int id, String address, int limit, Tally tally) {}
}
