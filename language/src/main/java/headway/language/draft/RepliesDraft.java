package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.ErrorReply;
import java.util.Set;

/** What a line says of the answers that replace the program's own. */
public sealed interface RepliesDraft {
    /** One answer. */
    record One(ErrorReply reply) implements RepliesDraft {}

    /**
     * {@code errorfiles}: those of an {@code http-errors} section, which may stand further down.
     *
     * @param statuses which of them; all when there are none
     */
    record Imported(Position position, String group, Set<Integer> statuses) implements RepliesDraft {
        public Imported {
            statuses = Set.copyOf(statuses);
        }
    }
}
