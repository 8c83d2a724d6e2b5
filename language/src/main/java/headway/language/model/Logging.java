package headway.language.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a proxy logs.
 *
 * @param targets its own and those of {@code global} that {@code log global} takes over, in order
 * @param formats what its lines say
 * @param cookie {@code capture cookie}
 * @param tag {@code log-tag}, null for the global one
 */
public record Logging(
        List<LogTarget> targets,
        Formats formats,
        @Nullable CookieCapture cookie,
        @Nullable String tag) {
    public Logging {
        targets = List.copyOf(targets);
    }

    /**
     * What its lines say, and when they are written.
     *
     * @param line of a stream that has ended, {@code option httplog} and its like
     * @param error {@code error-log-format}, of what never became a stream
     * @param structuredData {@code log-format-sd}
     * @param uniqueId {@code unique-id-format}
     * @param uniqueIdField {@code unique-id-header}, empty for none
     * @param steps {@code log-steps} as bits of {@link LogStep}; 0 for one line, as soon as all is known that it says
     */
    public record Formats(
            LogFormat line,
            @Nullable LogFormat error,
            @Nullable LogFormat structuredData,
            @Nullable LogFormat uniqueId,
            String uniqueIdField,
            int steps) {}
}
