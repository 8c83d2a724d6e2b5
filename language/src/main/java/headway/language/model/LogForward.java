package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.List;

/**
 * A {@code log-forward} section.
 *
 * @param datagramBinds the {@code dgram-bind} lines
 * @param clientNanos how long a client may be silent; 0 for ever
 * @param parses false with {@code option dont-parse-log}
 * @param byLines with {@code option assume-rfc6587-ntf}: messages on streams end with a line feed whatever they begin with
 */
public record LogForward(
        Position position,
        String name,
        List<Bind> binds,
        List<Bind> datagramBinds,
        List<LogTarget> targets,
        int maxConnections,
        int backlog,
        long clientNanos,
        boolean parses,
        boolean byLines,
        Host host) {
    public LogForward {
        binds = List.copyOf(binds);
        datagramBinds = List.copyOf(datagramBinds);
        targets = List.copyOf(targets);
    }

    /** What becomes of the host's name in a message. */
    public enum Host {
        /** The sender's address. */
        REPLACE,
        /** The sender's address where there is none. */
        FILL,
        /** As it came. */
        KEEP,
        /** The sender's address behind it. */
        APPEND
    }
}
