package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONNECTION;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_SESSION;
import static headway.language.model.ProxyRules.Stage.TCP_RESPONSE_CONTENT;
import static headway.language.rule.ActionEntry.action;

import headway.language.format.Format;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Joining;
import headway.language.rule.Progress;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Scope;
import java.util.List;

/** Actions towards the client and the log beside the response. */
final class ClientActions {
    static final List<ActionEntry> TABLE = List.of(
            action(
                            "silent-drop",
                            TCP_REQUEST_CONNECTION,
                            TCP_REQUEST_SESSION,
                            TCP_REQUEST_CONTENT,
                            TCP_RESPONSE_CONTENT,
                            HTTP_REQUEST,
                            HTTP_RESPONSE)
                    .summary(
                            "Forgets the client's connection without telling the client, where the system allows that; else by a reset that does not get far.")
                    .syntax("[ rst-ttl <ttl> ]")
                    .example("http-request silent-drop", "", "DROP")
                    .example("tcp-request connection silent-drop rst-ttl 3", "", "DROP")
                    .example("http-response silent-drop", "HTTP/1.1 200 OK", "DROP")
                    .binds(ClientActions::silentDrop),
            action("early-hint", HTTP_REQUEST)
                    .summary(
                            "Adds a field to a response 103 (RFC 8297), which goes to the client at once. Rules without a condition"
                                    + " that follow add theirs to the same one.")
                    .syntax("<name> <fmt>")
                    .example(
                            "http-request early-hint link \"<%[path].css>\"",
                            "GET /a HTTP/1.1", "HANDLING hint=link:</a.css>")
                    .binds(ClientActions::earlyHint),
            action(
                            "do-log",
                            TCP_REQUEST_CONNECTION,
                            TCP_REQUEST_SESSION,
                            TCP_REQUEST_CONTENT,
                            TCP_RESPONSE_CONTENT,
                            HTTP_REQUEST,
                            HTTP_RESPONSE,
                            HTTP_AFTER_RESPONSE)
                    .summary("Writes the log lines of the proxy now, beside those of the stream's end.")
                    .syntax("[ profile <log_profile> ]")
                    .example("http-request do-log", "", "HANDLING log=http-req")
                    .example("http-after-response do-log", "HTTP/1.1 200 OK", "HANDLING log=http-after-res")
                    .example("tcp-request connection do-log profile p", "", "HANDLING log=tcp-req-conn/p")
                    .binds(ClientActions::log));

    private ClientActions() {}

    private static Action silentDrop(ActionLine line) throws BindException {
        var hops = line.words().take("rst-ttl") ? hops(line) : 0;
        return (scope, _) -> {
            scope.handling().vanish(hops);
            return Verdict.DROP;
        };
    }

    private static int hops(ActionLine line) throws BindException {
        var word = line.isAtEnd() ? "" : line.words().take();
        if (!word.matches("[1-9]\\d{0,2}") || Integer.parseInt(word) > 255)
            throw new BindException("'rst-ttl' expects an integer between 1 and 255");
        return Integer.parseInt(word);
    }

    private static Action earlyHint(ActionLine line) throws BindException {
        var words = line.takeExactly(2, "expects exactly 2 arguments");
        var name = Framing.settable(line, words.getFirst());
        var format = line.format(words.getLast());
        if (name == null) return FieldActions.NO_EFFECT;
        return new EarlyHint(name, format, false);
    }

    /**
     * One field of a 103. Those of rules without a condition that follow belong to the same response, as watched.
     *
     * @param isLast it is complete with this one
     */
    private record EarlyHint(FieldRef name, Format format, boolean isLast) implements Joining {
        @Override
        public int run(Scope scope, Progress progress) {
            var value = scope.scratch().borrow();
            var written = format.write(scope, value);
            if (written) scope.handling().hint(name.id(), name.at(), name.length(), value.at, value.length);
            scope.scratch().giveBack();
            if (isLast) scope.handling().endHints();
            return written ? Verdict.CONTINUE : FieldActions.failed(scope, progress);
        }

        @Override
        public Action last() {
            return new EarlyHint(name, format, true);
        }
    }

    private static Action log(ActionLine line) throws BindException {
        var profile = line.words().take("profile") ? line.take("'profile' expects the name of a log profile") : "";
        var step = step(line.stage());
        return (scope, _) -> {
            scope.handling().log(step, profile);
            return Verdict.CONTINUE;
        };
    }

    /** As log profiles name the rule set. */
    private static String step(Stage stage) {
        return switch (stage) {
            case TCP_REQUEST_CONNECTION -> "tcp-req-conn";
            case TCP_REQUEST_SESSION -> "tcp-req-sess";
            case TCP_REQUEST_CONTENT -> "tcp-req-cont";
            case TCP_RESPONSE_CONTENT -> "tcp-res-cont";
            case HTTP_REQUEST -> "http-req";
            case HTTP_RESPONSE -> "http-res";
            case HTTP_AFTER_RESPONSE -> "http-after-res";
        };
    }
}
