package headway.language.sample;

import headway.language.model.ErrorGroup;
import headway.language.model.UserList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a configuration declares for all its proxies.
 *
 * @param userLists the sections {@code userlist} by their names
 * @param errors the sections {@code http-errors} by their names
 * @param meters the proxies and servers whose figures may be read
 * @param sinks where lines may be written to
 * @param bufferSize {@code tune.bufsize}, which a file that rules send must fit in
 */
public record Declarations(
        Map<String, UserList> userLists,
        Map<String, ErrorGroup> errors,
        Meters meters,
        EventSinks sinks,
        int bufferSize) {
    private static final int USUAL_BUFFER = 16_384;

    /** Of a configuration that declares nothing. */
    public static Declarations nothing() {
        return new Declarations(Map.of(), Map.of(), new Meters(List.of()), new EventSinks(Set.of()), USUAL_BUFFER);
    }
}
