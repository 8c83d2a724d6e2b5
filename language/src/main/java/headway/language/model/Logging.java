package headway.language.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a proxy logs.
 *
 * @param targets its own and those of {@code global} that {@code log global} takes over, in order
 * @param tag {@code log-tag}, null for the global one
 */
public record Logging(
        List<LogTarget> targets, Format format, @Nullable String tag) {
    public Logging {
        targets = List.copyOf(targets);
    }

    /** Which line is written for a stream: "Connect from ..." with none of the options, {@code option tcplog}, {@code option httplog}. */
    public enum Format {
        CONNECT,
        TCP,
        HTTP
    }
}
