package headway.language.model;

import headway.base.diagnostic.Position;
import headway.language.syntax.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What faces the clients.
 *
 * @param maxConnections {@code maxconn}; 0 when unset
 * @param backlog 0 when unset: as many as {@code maxConnections}
 * @param sessionRate {@code rate-limit sessions}; 0 when unlimited
 * @param defaultBackend the backend's name; a {@code listen} serves itself without one
 * @param monitorUri an exact path that is answered at once
 * @param captures places for texts that its log line shows
 * @param keepAliveProbes {@code clitcpka-*}
 * @param serverConnections {@code max-session-srv-conns}: how many idle ones a client has for itself
 */
public record FrontSide(
        List<Bind> binds,
        int maxConnections,
        int backlog,
        int sessionRate,
        @Nullable Reference defaultBackend,
        List<UseBackend> useBackends,
        @Nullable String monitorUri,
        CaptureSlots captures,
        KeepAliveProbes keepAliveProbes,
        int serverConnections) {
    public FrontSide {
        binds = List.copyOf(binds);
        useBackends = List.copyOf(useBackends);
    }

    /** The name of a backend, where it was written. */
    public record Reference(Position position, String name) {}

    /**
     * A {@code use_backend} line.
     *
     * @param target a backend's name or, when dynamic, a format
     * @param line as a whole: {@code use_backend NAME [if|unless CONDITION]}
     */
    public record UseBackend(Line line, String target, boolean dynamic) {}
}
