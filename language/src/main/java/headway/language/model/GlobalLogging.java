package headway.language.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code log} lines of {@code global}, which proxies with {@code log global} use.
 *
 * @param tag {@code log-tag}, null for the program's name
 * @param hostName {@code log-send-hostname}: empty for the machine's name, null to send none
 */
public record GlobalLogging(
        List<LogTarget> targets,
        @Nullable String tag,
        @Nullable String hostName) {
    public GlobalLogging {
        targets = List.copyOf(targets);
    }
}
