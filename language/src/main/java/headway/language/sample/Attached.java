package headway.language.sample;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What packages above this one hand to the entries that are bound, such as lists of patterns and named ACLs: one of each type. */
public final class Attached {
    public static final Attached NOTHING = new Attached(Map.of());

    private final Map<Class<?>, Object> byType;

    private Attached(Map<Class<?>, Object> byType) {
        this.byType = Map.copyOf(byType);
    }

    /** The same with this one in place of another of its type. */
    public <T> Attached with(Class<T> type, T thing) {
        var more = new HashMap<>(byType);
        more.put(type, thing);
        return new Attached(more);
    }

    public <T> @Nullable T find(Class<T> type) {
        return type.cast(byType.get(type));
    }
}
