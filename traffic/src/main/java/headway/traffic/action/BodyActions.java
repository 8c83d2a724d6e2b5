package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.language.known.Awaited;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import java.util.List;

/** Actions that wait for a body. */
final class BodyActions {
    private static final String EXPECTED = "expects time <time> [ at-least <bytes> ].";

    static final List<ActionEntry> TABLE = List.of(action("wait-for-body", HTTP_REQUEST, HTTP_RESPONSE)
            .summary(
                    "Goes on when the body, or so many bytes of it, is there or there is no more room; after the time it ends with 408 or 504.")
            .syntax("time <time> [ at-least <bytes> ]")
            .example("http-request wait-for-body time 1s", "POST / HTTP/1.1\npart=abc", "WAIT")
            .example("http-request wait-for-body time 1s at-least 3", "POST / HTTP/1.1\npart=abc", "CONTINUE")
            .example("http-request wait-for-body time 1s", "POST / HTTP/1.1\nbody=abc", "CONTINUE")
            .example("http-response wait-for-body time 100 at-least 1k", "HTTP/1.1 200 OK\nresponse-part=x", "WAIT")
            .binds(BodyActions::waitForBody));

    private BodyActions() {}

    private static Action waitForBody(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException(EXPECTED);
        var nanos = -1L;
        var atLeast = 0L;
        while (!line.isAtEnd()) {
            switch (line.words().peek()) {
                case "time" -> {
                    line.words().take();
                    nanos = ActionLine.nanos(line.take("missing argument for 'time'"));
                }
                case "at-least" -> {
                    line.words().take();
                    atLeast = ActionLine.bytes(line.take("missing argument for 'at-least'"));
                }
                case "use-large-buffer" ->
                    throw new BindException(
                            "'use-large-buffer' is known, but not supported yet. " + Awaited.BUFFERS.sentence());
                default -> {
                    if (nanos < 0) throw new BindException(EXPECTED);
                    return bound(line.stage(), nanos, atLeast);
                }
            }
        }
        if (nanos < 0) throw new BindException(EXPECTED);
        return bound(line.stage(), nanos, atLeast);
    }

    private static Action bound(Stage stage, long nanos, long atLeast) {
        var direction = stage == Stage.HTTP_REQUEST ? Direction.REQUEST : Direction.RESPONSE;
        return (scope, progress) -> {
            if (!progress.isEnteredAgain()) progress.untilNanos = scope.nanos() + nanos;
            return scope.waitForBody(direction, atLeast, progress.untilNanos) ? Verdict.CONTINUE : Verdict.WAIT;
        };
    }
}
