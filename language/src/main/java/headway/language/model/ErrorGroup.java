package headway.language.model;

import headway.base.diagnostic.Position;
import java.util.Map;

/**
 * A section {@code http-errors}: error files that proxies and rules take by its name.
 *
 * @param files by their status
 */
public record ErrorGroup(Position position, String name, Map<Integer, ErrorReply.File> files) {
    public ErrorGroup {
        files = Map.copyOf(files);
    }
}
