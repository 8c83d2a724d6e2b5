package headway.language.resolve;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import headway.language.known.KnownNames;
import headway.language.model.Mode;
import headway.language.model.RetryOn;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What HAProxy passes in silence and does nothing: our notices, about what a section says itself and never about what it inherits. */
final class Notices {
    /** HAProxy warns of these itself. */
    private static final Set<String> WARNED = Set.of(
            "option httplog",
            "option forwardfor",
            "option originalto",
            "monitor-uri",
            "cookie",
            "capture cookie",
            "redirect",
            "http-request",
            "http-response",
            "http-after-response");

    private static final String INSTEAD = " Write 'mode http' or 'mode auto' if this is HTTP.";

    private Notices() {}

    static void check(List<ProxyDraft> all, Diagnostics out) {
        for (var draft : all) {
            if (draft.disabled) continue;
            if (!SwitchMode.mayBecomeHttp(draft, all)) tcp(draft, out);
            if (draft.mode == Mode.HTTP && !draft.kind.isFrontend()) backend(draft, out);
        }
    }

    private static void tcp(ProxyDraft draft, Diagnostics out) {
        new TreeMap<>(draft.own).forEach((name, at) -> {
            if (!WARNED.contains(name)
                    && !HttpOption.warnsOf(name)
                    && KnownNames.PROXY.about(name).endsWith(" http"))
                out.notice(
                        at, "'" + name + "' has no effect in " + draft.title() + ", which is in 'mode tcp'." + INSTEAD);
        });
        var at = draft.own.get("retry-on");
        if (at != null && draft.back.retryOn.stream().anyMatch(failure -> failure != RetryOn.CONNECTION_FAILURE))
            out.notice(
                    at,
                    "'retry-on' words other than 'none' and 'conn-failure' have no effect in " + draft.title()
                            + ", which is in 'mode tcp'." + INSTEAD);
    }

    private static void backend(ProxyDraft draft, Diagnostics out) {
        for (var name : List.of("timeout http-keep-alive", "option http-keep-alive")) {
            Position at = draft.own.get(name);
            if (at != null && !isOverriding(draft, name))
                out.notice(
                        at,
                        "'" + name + "' has no effect in " + draft.title()
                                + ": it is about clients, and belongs in the frontend.");
        }
    }

    /** A backend may take back what its defaults say of the server's connection. */
    private static boolean isOverriding(ProxyDraft draft, String name) {
        var defaults = draft.defaults;
        return name.startsWith("option")
                && defaults != null
                && defaults.http.connectionMode != draft.http.connectionMode;
    }
}
