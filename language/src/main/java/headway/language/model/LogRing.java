package headway.language.model;

import headway.base.diagnostic.Position;
import headway.language.model.LogTarget.LogForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ring} section, or the ring that a {@code log} line with the address of a stream brings along.
 *
 * @param form in which messages are kept
 * @param maximumLength of a message with its header in bytes
 * @param size in bytes
 * @param backingFile which file it is mapped to, null for none
 * @param connectNanos how long connecting to a server may take; 0 for ever
 * @param serverNanos how long a server may leave bytes untaken; 0 for ever
 * @param servers each gets all messages
 */
public record LogRing(
        Position position,
        String name,
        String description,
        LogForm form,
        int maximumLength,
        int size,
        @Nullable String backingFile,
        long connectNanos,
        long serverNanos,
        List<ServerLine> servers) {
    public LogRing {
        servers = List.copyOf(servers);
    }
}
