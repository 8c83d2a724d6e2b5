package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.ErrorGroup;
import headway.language.model.ErrorReply;
import java.util.HashMap;
import java.util.Map;

/** A section {@code http-errors}. */
public final class ErrorsDraft {
    public final Position position;
    public final String name;
    public final Map<Integer, ErrorReply.File> files = new HashMap<>();

    public ErrorsDraft(Position position, String name) {
        this.position = position;
        this.name = name;
    }

    public ErrorGroup done() {
        return new ErrorGroup(position, name, files);
    }
}
