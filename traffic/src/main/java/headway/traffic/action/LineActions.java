package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.http.Head;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Reasons;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.MethodNames;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;

/** Actions that edit the first line of a message. */
final class LineActions {
    static final List<ActionEntry> TABLE = List.of(
            action("set-method", HTTP_REQUEST)
                    .summary("Replaces the method.")
                    .syntax("<fmt>")
                    .example("http-request set-method POST", "GET /a HTTP/1.1", "POST /a")
                    .binds(line -> edit(line, "expects exactly 1 argument <format>.", LineActions::method)),
            action("set-path", HTTP_REQUEST)
                    .summary("Replaces the path; the query stays.")
                    .syntax("<fmt>")
                    .example("http-request set-path /x%[path]", "GET /a?b HTTP/1.1", "GET /x/a?b")
                    .example("http-request set-path /x", "GET http://h/a?b HTTP/1.1", "GET http://h/x?b")
                    .binds(line -> edit(line, "expects exactly 1 argument <format>.", TargetEdit::path)),
            action("set-pathq", HTTP_REQUEST)
                    .summary("Replaces the path and the query.")
                    .syntax("<fmt>")
                    .example("http-request set-pathq /x?y", "GET /a?b HTTP/1.1", "GET /x?y")
                    .binds(line -> edit(line, "expects exactly 1 argument <format>.", TargetEdit::pathAndQuery)),
            action("set-query", HTTP_REQUEST)
                    .summary(
                            "Replaces what follows the question mark, which is added if there is none and something follows it.")
                    .syntax("<fmt>")
                    .example("http-request set-query x=1", "GET /a?b HTTP/1.1", "GET /a?x=1")
                    .example("http-request set-query x=1", "GET /a HTTP/1.1", "GET /a?x=1")
                    .binds(line -> edit(line, "expects exactly 1 argument <format>.", TargetEdit::query)),
            action("set-uri", HTTP_REQUEST)
                    .summary("Replaces the target as a whole; an absolute one sets the Host field too.")
                    .syntax("<fmt>")
                    .example("http-request set-uri http://o/x", "GET /a HTTP/1.1\nhost: h", "GET http://o/x")
                    .example("http-request set-uri http://o/x", "GET /a HTTP/1.1\nhost: h", "host: o")
                    .binds(line -> edit(line, "expects exactly 1 argument <format>.", TargetEdit::target)),
            action("set-status", HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Replaces the status code, and the reason by a given one or the usual one.")
                    .syntax("<status> [reason <str>]")
                    .example("http-response set-status 404", "HTTP/1.1 200 OK", "404 Not Found")
                    .example("http-response set-status 503 reason Busy", "HTTP/1.1 200 OK", "503 Busy")
                    .example("http-after-response set-status 599", "HTTP/1.1 200 OK", "599 Server Error")
                    .binds(LineActions::status));

    private LineActions() {}

    /** Puts a text into the request's first line; false when it does not fit. */
    @FunctionalInterface
    interface LineEdit {
        boolean apply(Scope scope, Head request, Sample text);
    }

    private static Action edit(ActionLine line, String otherwise, LineEdit edit) throws BindException {
        if (line.isAtEnd() || !isAlone(line)) throw new BindException(otherwise);
        var format = line.format(line.words().take());
        return (scope, progress) -> {
            var head = scope.request();
            if (head == null) return Verdict.CONTINUE;
            var text = scope.scratch().borrow();
            var done = format.write(scope, text) && edit.apply(scope, head, text);
            scope.scratch().giveBack();
            return done ? Verdict.CONTINUE : FieldActions.failed(scope, progress);
        };
    }

    private static boolean isAlone(ActionLine line) {
        var next = line.words().peek(1);
        return next.isEmpty() || next.equals("if") || next.equals("unless");
    }

    private static boolean method(Scope scope, Head request, Sample text) {
        if (!Framing.isToken(text.at, text.length) || !request.hasRoom(text.length - request.methodLength()))
            return false;
        request.request(MethodNames.id(text.at, text.length), text.at, text.length);
        return true;
    }

    private static Action status(ActionLine line) throws BindException {
        var expected = "expects 1 argument: <status>; or 3 arguments: <status> reason <fmt>.";
        if (line.isAtEnd()) throw new BindException(expected);
        var word = line.words().take();
        if (!word.matches("[1-9]\\d\\d")) throw new BindException("expects an integer status code between 100 and 999");
        var code = Integer.parseInt(word);
        var reason = line.words().take("reason") ? Text.of(line.take(expected)) : Reasons.of(code);
        return (scope, progress) -> {
            var head = scope.response();
            if (head == null) return Verdict.CONTINUE;
            var possible = Framing.mayBecome(scope, head, code) && head.hasRoom(reason.length() - head.reasonLength());
            if (!possible) return FieldActions.failed(scope, progress);
            head.response(code, reason.at(), reason.length());
            return Verdict.CONTINUE;
        };
    }
}
