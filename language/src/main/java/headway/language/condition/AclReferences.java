package headway.language.condition;

import headway.base.diagnostic.Position;
import headway.language.sample.BindException;
import headway.language.sample.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ACLs say of each other by the fetch {@code acl()}: they may ask for one that is declared later, but not for themselves. */
final class AclReferences {
    /** The ACL that is being declared; empty when none is. */
    private String asking = "";

    private Position place = Position.NOWHERE;
    private boolean isComplete;
    private final List<Reference> pending = new ArrayList<>();
    private final Map<String, Set<String>> asked = new HashMap<>();

    /** An ACL that may not be known yet. */
    private static final class Reference implements Condition {
        private final String name;
        private final Position position;
        private @Nullable Acl acl;

        Reference(String name, Position position) {
            this.name = name;
            this.position = position;
        }

        @Override
        public int test(Scope scope) {
            var known = acl;
            if (known == null) throw new IllegalStateException(name);
            return known.test(scope);
        }
    }

    void enter(String name, Position position) {
        asking = name;
        place = position;
    }

    void leave() {
        asking = "";
    }

    Condition to(String name, Acls acls) throws BindException {
        var reference = new Reference(name, place);
        if (!asking.isEmpty())
            asked.computeIfAbsent(asking, _ -> new HashSet<>()).add(name);
        if (!isComplete && !asking.isEmpty()) {
            pending.add(reference);
            return reference;
        }
        reference.acl = find(name, acls, null);
        return reference;
    }

    void complete(Acls acls) throws BindException {
        isComplete = true;
        for (var reference : pending) reference.acl = find(reference.name, acls, reference.position);
        for (var reference : pending)
            if (asks(reference.name, reference.name, new HashSet<>()))
                throw new BindException(
                        "acl '" + reference.name + "' asks for itself by 'acl()'", reference.position, "");
        pending.clear();
    }

    private static Acl find(String name, Acls acls, @Nullable Position position) throws BindException {
        var acl = acls.find(name);
        if (acl == null) throw acls.missing(name, position);
        return acl;
    }

    /** Whether one asks for the other, directly or not. */
    private boolean asks(String name, String sought, Set<String> seen) {
        for (var next : asked.getOrDefault(name, Set.of()))
            if (next.equals(sought) || seen.add(next) && asks(next, sought, seen)) return true;
        return false;
    }
}
