package headway.language.sample;

import headway.language.condition.Acls;
import headway.language.model.CaptureSlots;
import headway.language.model.ErrorGroup;
import headway.language.model.UserList;
import headway.language.pattern.PatternStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration declares that rules and expressions name.
 *
 * @param proxy the name of the proxy whose rules they are
 * @param captures the slots of the proxy; of a backend there are none, since they are its frontends'
 * @param userLists the sections {@code userlist} by their names
 * @param errors the sections {@code http-errors} by their names
 * @param patterns the lists of patterns of all proxies
 * @param acls the named ACLs of the proxy; null where there are none, as in an {@code http-error} line
 */
public record Declared(
        String proxy,
        CaptureSlots captures,
        Map<String, UserList> userLists,
        Map<String, ErrorGroup> errors,
        PatternStore patterns,
        @Nullable Acls acls) {

    Declared with(Acls named) {
        return new Declared(proxy, captures, userLists, errors, patterns, named);
    }
}
