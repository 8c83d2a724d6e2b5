package headway.language.resolve;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import headway.language.draft.TimeoutName;
import headway.language.model.LogFormat.Form;
import headway.language.model.Mode;
import headway.language.model.ProxyRules.Stage;
import java.util.List;

/** What HAProxy warns of when it has read a proxy, in its words; with {@code -dW} each of these is fatal, so that none may be ours alone. */
final class Warnings {
    private static final List<Stage> HTTP_STAGES =
            List.of(Stage.HTTP_REQUEST, Stage.HTTP_RESPONSE, Stage.HTTP_AFTER_RESPONSE);

    private final ProxyDraft draft;
    private final Diagnostics out;

    private Warnings(ProxyDraft draft, Diagnostics out) {
        this.draft = draft;
        this.out = out;
    }

    static void check(ProxyDraft draft, Diagnostics out) {
        if (draft.disabled) return;
        var warnings = new Warnings(draft, out);
        warnings.binds();
        warnings.checks();
        if (draft.mode == Mode.TCP) warnings.tcp();
        warnings.logs();
        warnings.timeouts();
    }

    private void binds() {
        if (draft.kind.isFrontend() && draft.front.binds.isEmpty())
            out.warning(
                    draft.position,
                    draft.title() + " has no 'bind' directive. Please declare it as a backend if this was intended.");
    }

    private void checks() {
        var check = draft.back.check;
        if (check.http != null || check.expected.isEmpty() && check.fields.isEmpty() && !check.disableOn404) return;
        var at = at("http-check expect", at("http-check send", at("http-check disable-on-404", draft.position)));
        out.warning(at, draft.title() + " uses http-check rules without 'option httpchk', so the rules are ignored.");
    }

    private void tcp() {
        if (draft.kind.isFrontend() && draft.front.monitorUri != null)
            out.warning(
                    at("monitor-uri", draft.position),
                    "monitor-uri will be ignored for " + draft.title() + " (needs 'mode http').");
        var form = draft.log.form();
        if (draft.kind.isFrontend() && form.needsHttp())
            out.warning(
                    at(form.keyword(), draft.position),
                    "'" + form.keyword() + "' not usable with " + draft.title()
                            + " (needs 'mode http'). Falling back to 'option tcplog'.");
        if (draft.kind.isBackend()) persistence();
        if (draft.kind.isBackend() && draft.back.balance.needsHttp())
            out.warning(
                    at("balance", draft.position),
                    "Layer 7 hash not possible for " + draft.title()
                            + " (needs 'mode http'). Falling back to round robin.");
        captures();
        if (SwitchMode.isIn(draft)) return;
        for (var stage : HTTP_STAGES)
            if (draft.rules.has(stage)) rulesIgnored(stage.words(), at(stage.words(), draft.position));
        redirects();
        if (draft.http.forwardedFor != null) needsHttp("option forwardfor");
        if (draft.http.originalTo != null) needsHttp("option originalto");
        options();
    }

    /** As watched: of {@code capture request header} and {@code capture response header} HAProxy says nothing. */
    private void captures() {
        var at = draft.own.get("capture cookie");
        if (at != null && draft.kind.isFrontend())
            out.warning(at, "'capture' statement ignored for " + draft.title() + " as it requires HTTP mode.");
    }

    private void redirects() {
        var at = draft.own.get("redirect");
        if (at != null) rulesIgnored("redirect", at);
    }

    private void rulesIgnored(String words, Position at) {
        out.warning(at, "'" + words + "' rules ignored for " + draft.title() + " as they require HTTP mode.");
    }

    private void options() {
        for (var option : HttpOption.values())
            if (draft.options.contains(option.option)
                    && (draft.kind.isFrontend() && option.isOfFrontends
                            || draft.kind.isBackend() && option.isOfBackends)) needsHttp(option.keyword);
    }

    private void persistence() {
        if (draft.back.persistence.cookie() != null)
            out.warning(
                    at("cookie", draft.position),
                    "cookie will be ignored for " + draft.title() + " (needs 'mode http').");
        for (var server : draft.back.servers)
            if (server.cookie != null)
                out.warning(
                        server.position,
                        draft.title() + " : ignoring cookie for server '" + server.name
                                + "' as HTTP mode is disabled.");
    }

    private void needsHttp(String option) {
        out.warning(
                at(option, draft.position),
                "'" + option + "' ignored for " + draft.title() + " as it requires HTTP mode.");
    }

    private void logs() {
        if (!draft.kind.isFrontend() || draft.log.form() == Form.CONNECT || !draft.log.targets.isEmpty()) return;
        out.warning(
                at(draft.log.form().keyword(), draft.position),
                "log format ignored for " + draft.title() + " since it has no log address.");
    }

    private void timeouts() {
        var front = draft.kind.isFrontend() && isUnset(TimeoutName.CLIENT);
        var hasServers = draft.kind.isBackend() && draft.mode != Mode.LOG && !draft.back.servers.isEmpty();
        var back = hasServers && (isUnset(TimeoutName.CONNECT) || isUnset(TimeoutName.SERVER));
        if (!front && !back) return;
        out.warning(
                draft.position,
                "missing timeouts for " + draft.title()
                        + ".\nWhile not properly invalid, you will certainly encounter various problems\n"
                        + "with such a configuration. To fix this, please ensure that all following\n"
                        + "timeouts are set to a non-zero value: 'client', 'connect', 'server'.");
    }

    private boolean isUnset(TimeoutName name) {
        return draft.timeouts.getOrDefault(name, 0L) == 0;
    }

    /** Where this section or its defaults say it. */
    private Position at(String name, Position otherwise) {
        for (var d = draft; d != null; d = d.defaults) {
            var position = d.own.get(name);
            if (position != null) return position;
        }
        return otherwise;
    }
}
