package headway.language.resolve;

import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code defaults} sections so far. */
final class DefaultsList {
    private final List<ProxyDraft> all = new ArrayList<>();
    /** Which some proxy inherits from by name, and which for being the last one. */
    private final Set<ProxyDraft> named = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<ProxyDraft> implied = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(ProxyDraft defaults) {
        all.add(defaults);
    }

    List<ProxyDraft> all() {
        return all;
    }

    /** The one that a proxy without {@code from} inherits from. */
    Optional<ProxyDraft> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /**
     * A proxy inherits from it.
     *
     * @param byName its {@code from} says so
     * @return true when others do so in the other way, and with the next section added in between would no longer
     */
    boolean isAmbiguous(ProxyDraft used, boolean byName) {
        (byName ? named : implied).add(used);
        return (byName ? implied : named).contains(used);
    }

    /**
     * The one of that name; two of a name are allowed until somebody speaks of them.
     *
     * @param user who inherits, for messages
     */
    ProxyDraft named(String name, String user, Position at) throws Mistake {
        var found = all.stream().filter(d -> d.name.equals(name)).toList();
        if (found.isEmpty()) throw new Mistake(at, "defaults section '" + name + "' not found for " + user + ".");
        if (found.size() == 1) return found.getFirst();
        throw new Mistake(
                at,
                "ambiguous defaults section name '" + name + "' referenced by " + user + " exists at least at "
                        + found.get(0).position + " and " + found.get(1).position + ".");
    }
}
