package headway.language.resolve;

import headway.language.draft.ProxyDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which name. A frontend and a backend may share one, two of a kind may not. */
final class ProxyNames {
    private final Map<String, List<ProxyDraft>> byName = new HashMap<>();

    /** Takes note of a proxy; gives the one with which its name clashes. */
    Optional<ProxyDraft> add(ProxyDraft draft) {
        var same = byName.computeIfAbsent(draft.name, _ -> new ArrayList<>(1));
        var clashing = same.stream().filter(other -> clash(other, draft)).findFirst();
        same.add(draft);
        return clashing;
    }

    private static boolean clash(ProxyDraft one, ProxyDraft other) {
        return one.kind.isFrontend() && other.kind.isFrontend() || one.kind.isBackend() && other.kind.isBackend();
    }
}
