package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.ReplyParser;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.util.List;

/** Actions that answer in place of the server. */
final class ReplyActions {
    private static final String SYNTAX =
            "[ { status | deny_status } <code> ] [ content-type <type> ] [ { default-errorfiles | errorfile <file> | errorfiles <name>"
                    + " | file <file> | lf-file <file> | string <str> | lf-string <fmt> } ] [ hdr <name> <fmt> ]*";

    static final List<ActionEntry> TABLE = List.of(
            action("return", HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("Answers at once: 200 unless a status is given, with a text, a file or an error page.")
                    .syntax(SYNTAX)
                    .example(
                            "http-request return content-type text/plain lf-string \"I am %[path]\" if { path_beg /who }",
                            "GET /who HTTP/1.1", "RETURN 200 I am /who")
                    .example(
                            "http-request return status 404 hdr x-a %[method]", "GET / HTTP/1.1", "RETURN 404 x-a: GET")
                    .binds(line -> reply(line, 200, false, Verdict.RETURN)),
            action("deny", HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("Refuses the request (403) or the response (502).")
                    .syntax(SYNTAX)
                    .example("http-request deny if { path /a }", "GET /a HTTP/1.1", "DENY 403")
                    .example("http-request deny deny_status 429", "", "DENY 429")
                    .example("http-response deny", "HTTP/1.1 200 OK", "DENY 502")
                    .binds(line -> reply(line, line.stage() == Stage.HTTP_REQUEST ? 403 : 502, true, Verdict.DENY)),
            action("tarpit", HTTP_REQUEST)
                    .summary("Refuses the request (500), but only after timeout tarpit.")
                    .syntax(SYNTAX)
                    .example("http-request tarpit", "", "TARPIT 500")
                    .binds(line -> reply(line, 500, true, Verdict.TARPIT)));

    private ReplyActions() {}

    private static Action reply(ActionLine line, int status, boolean pageIfPlain, int verdict) throws BindException {
        var reply = new ReplyParser(line.binding(), line.words()).parse(status, pageIfPlain);
        return (_, progress) -> {
            progress.reply = reply;
            return verdict;
        };
    }
}
