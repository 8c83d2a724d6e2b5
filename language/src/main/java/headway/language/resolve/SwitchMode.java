package headway.language.resolve;

import headway.language.draft.ProxyDraft;
import headway.language.model.Mode;
import headway.language.model.ProxyRules.Stage;
import java.util.List;

/** Whether connections of a proxy in {@code mode tcp} may become HTTP. */
final class SwitchMode {
    private SwitchMode() {}

    /** A rule {@code tcp-request content switch-mode http}. */
    static boolean isIn(ProxyDraft draft) {
        return draft.rules.lines(Stage.TCP_REQUEST_CONTENT).stream()
                .anyMatch(line -> line.word(2).equals("switch-mode"));
    }

    /** By such a rule, by its mode, or because a backend it names is in {@code mode http}; a dynamic name may name one. */
    static boolean mayBecomeHttp(ProxyDraft draft, List<ProxyDraft> all) {
        if (draft.mode != Mode.TCP || isIn(draft)) return true;
        if (!draft.kind.isFrontend()) return false;
        var reference = draft.front.defaultBackend;
        if (reference != null && isHttp(reference.name(), all)) return true;
        return draft.front.useBackends.stream().anyMatch(rule -> rule.dynamic() || isHttp(rule.target(), all));
    }

    private static boolean isHttp(String name, List<ProxyDraft> all) {
        return all.stream().anyMatch(d -> d.kind.isBackend() && d.name.equals(name) && d.mode != Mode.TCP);
    }
}
