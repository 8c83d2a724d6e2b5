package headway.language.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where expressions may write lines for who looks on: the standard outputs and the rings. Their names are known when rules are bound, and those that rules name are
 * connected before the first client comes.
 */
public final class EventSinks {
    /** Takes lines. Any thread. */
    @FunctionalInterface
    public interface Sink {
        /** Writes the text, as much of it as there is room for; without a line feed at its end. */
        void write(int at, int length);
    }

    /** Stands for one that may not be there yet; what is written before that is lost. */
    private static final class Place implements Sink {
        private volatile @Nullable Sink sink;

        @Override
        public void write(int at, int length) {
            var known = sink;
            if (known != null) known.write(at, length);
        }
    }

    private final Set<String> names;
    private final Map<String, Place> used = new HashMap<>();

    public EventSinks(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** The one of that name, null when there is none. */
    public @Nullable Sink find(String name) {
        return names.contains(name) ? used.computeIfAbsent(name, _ -> new Place()) : null;
    }

    /** The names of those that have been asked for. */
    public Set<String> used() {
        return Set.copyOf(used.keySet());
    }

    public void connect(Map<String, Sink> byName) {
        used.forEach((name, place) -> place.sink = byName.get(name));
    }
}
