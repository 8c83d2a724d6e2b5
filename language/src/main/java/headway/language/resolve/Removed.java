package headway.language.resolve;

import headway.base.catalog.NameList;
import headway.language.syntax.Line;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that earlier versions of HAProxy had, with what to write instead: a resource, since there is nothing else to them. */
final class Removed {
    private @Nullable Map<String, String> advice;

    /** What to say of the keyword at the beginning of a line; nothing when it never was one. */
    Optional<String> advice(Line line, int from) {
        var now = advice;
        if (now == null) advice = now = NameList.read(Removed.class, "removed.names");
        var two = now.get(line.word(from) + " " + line.word(from + 1));
        var found = two != null ? two : now.get(line.word(from));
        if (found == null) return Optional.empty();
        var name = two != null ? line.word(from) + " " + line.word(from + 1) : line.word(from);
        return Optional.of("'" + name + "' is not supported anymore" + found);
    }
}
