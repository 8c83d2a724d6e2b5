package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.util.List;

/** Actions that let time pass. */
final class WaitActions {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MOST_MILLIS = Integer.MAX_VALUE;

    static final List<ActionEntry> TABLE = List.of(
            action("pause", HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("Goes on after that time; at once when an expression has no value.")
                    .syntax("{ <time> | <expr> }")
                    .example("http-request pause 10", "", "WAIT")
                    .example("http-response pause 1s", "HTTP/1.1 200 OK", "WAIT")
                    .example("http-request pause req.hdr(x-t)", "x-t: 5", "WAIT")
                    .example("http-request pause req.hdr(x-t)", "", "CONTINUE")
                    .binds(WaitActions::pause),
            action("wait-for-handshake", HTTP_REQUEST)
                    .summary(
                            "Goes on once the handshake of TLS is through; a connection without TLS has none to wait for.")
                    .example("http-request wait-for-handshake", "", "CONTINUE")
                    .binds(_ -> (_, _) -> Verdict.CONTINUE));

    private WaitActions() {}

    private static Action pause(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("expects exactly 1 argument (a time or an expression)");
        var time = SettingActions.time(line, "pause");
        return (scope, progress) -> {
            if (!progress.isEnteredAgain()) {
                var millis = time.read(scope);
                if (millis == Amount.NONE || millis <= 0) return Verdict.CONTINUE;
                progress.untilNanos = scope.nanos() + Math.min(millis, MOST_MILLIS) * NANOS_PER_MILLI;
                return Verdict.WAIT;
            }
            return scope.nanos() >= progress.untilNanos ? Verdict.CONTINUE : Verdict.WAIT;
        };
    }
}
