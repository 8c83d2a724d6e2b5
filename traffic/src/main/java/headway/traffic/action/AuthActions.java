package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.rule.ActionEntry.action;

import headway.language.format.FixedText;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Reply;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Text;
import java.util.List;

/** Asks the client who it is: RFC 7617. */
final class AuthActions {
    static final List<ActionEntry> TABLE = List.of(action("auth", HTTP_REQUEST)
            .summary(
                    "Answers with the page for 401, or 407 after option http-use-proxy-header, and asks for a user and a password.")
            .syntax("[ realm <realm> ]")
            .example(
                    "http-request auth unless { http_auth(staff) }",
                    "",
                    "RETURN 401 www-authenticate: Basic realm=\"test\"")
            .example(
                    "http-request auth realm \"Site A\"",
                    "proxied=yes",
                    "RETURN 407 proxy-authenticate: Basic realm=\"Site A\"")
            .example(
                    "http-request auth unless { http_auth_group(staff) admins }",
                    "authorization: Basic YW5uOnNlY3JldA==",
                    "CONTINUE")
            .example(
                    "http-request auth unless { http_auth_group(staff) admins }",
                    "authorization: Basic Ym9iOnBsYWlu",
                    "RETURN 401 www-authenticate: Basic realm=\"test\"")
            .binds(AuthActions::auth));

    private AuthActions() {}

    private static Action auth(ActionLine line) throws BindException {
        var realm = line.binding().declared().proxy();
        if (line.words().take("realm")) {
            if (line.isAtEnd()) throw new BindException("missing realm value");
            realm = line.words().take();
        }
        var challenge = new FixedText(Text.of("Basic realm=\"" + realm + "\""));
        var server = Reply.challenge(401, Reply.field(FieldRef.of("www-authenticate"), challenge));
        var proxy = Reply.challenge(407, Reply.field(FieldRef.of("proxy-authenticate"), challenge));
        return (scope, progress) -> {
            progress.reply = scope.isProxied() ? proxy : server;
            return Verdict.RETURN;
        };
    }
}
