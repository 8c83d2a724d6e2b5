package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONNECTION;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_SESSION;
import static headway.language.model.ProxyRules.Stage.TCP_RESPONSE_CONTENT;
import static headway.language.rule.ActionEntry.action;

import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Progress;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions that only decide. */
final class VerdictActions {
    static final List<ActionEntry> TABLE = List.of(
            action("accept", TCP_REQUEST_CONNECTION, TCP_REQUEST_SESSION, TCP_REQUEST_CONTENT, TCP_RESPONSE_CONTENT)
                    .summary("Ends the rule set; the connection goes on.")
                    .example("tcp-request content accept if { src 10.0.0.1 }", "src=10.0.0.1", "ALLOW")
                    .binds(_ -> (_, _) -> Verdict.ALLOW),
            action("allow", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Ends the rule set; the message goes on.")
                    .example("http-request allow if { path /a }", "GET /a HTTP/1.1", "ALLOW")
                    .binds(_ -> (_, _) -> Verdict.ALLOW),
            action(
                            "reject",
                            TCP_REQUEST_CONNECTION,
                            TCP_REQUEST_SESSION,
                            TCP_REQUEST_CONTENT,
                            TCP_RESPONSE_CONTENT,
                            HTTP_REQUEST)
                    .summary("Closes the connection without an answer.")
                    .example("tcp-request connection reject if { src 10.0.0.0/8 }", "src=10.0.0.1", "REJECT")
                    .binds(_ -> (_, _) -> Verdict.REJECT),
            action("close", TCP_RESPONSE_CONTENT)
                    .summary("Closes the connection to the server.")
                    .example("tcp-response content close", "", "CLOSE")
                    .binds(_ -> (_, _) -> Verdict.CLOSE),
            action("switch-mode", TCP_REQUEST_CONTENT)
                    .summary("From here on the connection is one of HTTP; rules that follow do not run.")
                    .syntax("http [ proto <name> ]")
                    .example("tcp-request content switch-mode http if { req.len gt 2 }", "content=abc", "SWITCH_MODE")
                    .binds(VerdictActions::switchMode),
            action("strict-mode", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary(
                            "Off: an edit that fails in a rule behind this one is skipped instead of ending the request with 500.")
                    .syntax("{ on | off }")
                    .example("http-request strict-mode off", "", "lenient")
                    .binds(VerdictActions::strictMode));

    private VerdictActions() {}

    private static Action switchMode(ActionLine line) throws BindException {
        var mode = line.take("'tcp-request switch-mode' expects a mode as argument.");
        if (!mode.equals("http"))
            throw new BindException("'tcp-request switch-mode' expects a valid mode (got '" + mode + "').");
        if (!line.binding().isFrontend()) {
            throw new BindException("'tcp-request switch-mode' is only allowed in a proxy with frontend capability");
        }
        if (!line.words().take("proto")) return (_, progress) -> switchTo(progress, null);
        var protocol = line.take("'tcp-request switch-mode': 'proto' expects a protocol as argument.");
        if (!protocol.equals("h1")) {
            throw new BindException(
                    "'tcp-request switch-mode': 'proto' expects a valid MUX protocol, if specified (got '" + protocol
                            + "')");
        }
        return (_, progress) -> switchTo(progress, protocol);
    }

    private static int switchTo(Progress progress, @Nullable String protocol) {
        progress.protocol = protocol;
        return Verdict.SWITCH_MODE;
    }

    private static Action strictMode(ActionLine line) throws BindException {
        var word = line.take("expects exactly 1 arguments.");
        return switch (word) {
            case "on" ->
                (_, progress) -> {
                    progress.lenient = false;
                    return Verdict.CONTINUE;
                };
            case "off" ->
                (_, progress) -> {
                    progress.lenient = true;
                    return Verdict.CONTINUE;
                };
            default -> throw new BindException("Unexpected value '" + word + "'. Only 'on' and 'off' are supported");
        };
    }
}
