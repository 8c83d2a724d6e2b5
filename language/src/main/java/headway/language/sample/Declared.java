package headway.language.sample;

import headway.language.model.CaptureSlots;
import headway.language.model.UserList;
import java.util.Map;

/**
 * What a configuration declares that rules and expressions name.
 *
 * @param proxy the name of the proxy whose rules they are
 * @param captures the slots of the proxy; of a backend there are none, since they are its frontends'
 * @param userLists by their names
 */
public record Declared(String proxy, CaptureSlots captures, Map<String, UserList> userLists) {
    public static final Declared NONE = new Declared("", CaptureSlots.NONE, Map.of());
}
