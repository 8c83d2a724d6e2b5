package headway.language.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of all variables that a configuration speaks of; each gets a slot of its scope. Filled at load, read-only afterwards. */
public final class VariableNames {
    private final Map<VariableScope, Map<String, Integer>> slots = new EnumMap<>(VariableScope.class);

    /** The slot of a name without its prefix; a new name gets the next one. */
    public synchronized int slot(VariableScope scope, String name) {
        var names = slots.computeIfAbsent(scope, _ -> new HashMap<>());
        return names.computeIfAbsent(name, _ -> names.size());
    }

    /** How many a scope has. */
    public synchronized int count(VariableScope scope) {
        var names = slots.get(scope);
        return names == null ? 0 : names.size();
    }

    /** All names of a scope, sorted. */
    public synchronized List<String> names(VariableScope scope) {
        var names = new ArrayList<>(slots.getOrDefault(scope, Map.of()).keySet());
        names.sort(null);
        return names;
    }
}
