package headway.language.resolve;

import headway.base.diagnostic.Code;
import headway.language.draft.ProxyDraft;
import headway.language.model.Proxy.Kind;
import headway.language.model.ProxyRules.Stage;
import headway.language.syntax.Line;
import headway.language.syntax.Mistake;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Who may inherit from {@code defaults} with rules, since rules mean different things on the two sides of a proxy: configuration manual 4, in HAProxy's words. */
final class Inheritance {
    /** The kind of the first proxy that inherits from a section with rules. */
    private final Map<ProxyDraft, Kind> users = new HashMap<>();

    /**
     * To be called for each section that inherits.
     *
     * @param line that opens it
     */
    void check(ProxyDraft base, Kind kind, Line line) throws Mistake {
        var rules = base.rules;
        if (Arrays.stream(Stage.values()).noneMatch(rules::has)) return;
        var at = " (defaults section at " + base.position + ").";
        switch (kind) {
            case DEFAULTS ->
                throw refused(
                        line, "a defaults section cannot inherit from a defaults section defining TCP/HTTP rules" + at);
            case LISTEN ->
                throw refused(line, "a listen section cannot inherit from a defaults section defining TCP/HTTP rules.");
            case BACKEND -> {
                if (rules.has(Stage.TCP_REQUEST_CONNECTION) || rules.has(Stage.TCP_REQUEST_SESSION))
                    throw refused(
                            line,
                            "a backend section cannot inherit from a defaults section defining 'tcp-request connection' or 'tcp-request session' rules"
                                    + at);
            }
            case FRONTEND -> {
                if (rules.has(Stage.TCP_RESPONSE_CONTENT))
                    throw refused(
                            line,
                            "a frontend section cannot inherit from a defaults section defining 'tcp-response content' rules"
                                    + at);
            }
        }
        if (users.computeIfAbsent(base, _ -> kind) != kind)
            throw refused(
                    line,
                    "frontends and backends cannot inherit from the same defaults section if it defines TCP/HTTP rules"
                            + at);
    }

    private static Mistake refused(Line line, String message) {
        return new Mistake(Code.REFERENCE, line.at(0), message, "");
    }
}
