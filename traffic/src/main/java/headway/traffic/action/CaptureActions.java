package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.rule.ActionEntry.action;

import headway.language.model.CaptureSlots.Slot;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import headway.language.sample.Expression;
import headway.language.sample.SampleType;
import headway.language.sample.Undelayed;
import java.util.List;

/** Actions that keep texts for the log line: configuration manual 4.4, "capture". */
final class CaptureActions {
    private static final String FOR_REQUEST = "expects <expression> [ 'len' <length> | id <idx> ]";
    private static final String FOR_RESPONSE = "expects <expression> id <idx>";

    static final List<ActionEntry> TABLE = List.of(action(
                    "capture", TCP_REQUEST_CONTENT, HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
            .summary(
                    "Keeps a text for the log line: in a new slot of so many bytes (len), or in one that is declared (id).")
            .syntax("<expr> { len <length> | id <idx> }")
            .example("http-request capture path id 0", "GET /abc HTTP/1.1", "HANDLING capture-0=/abc")
            .example("http-request capture path len 8", "GET /longer-than HTTP/1.1", "HANDLING capture-1=/longer-")
            .example("tcp-request content capture src len 8", "src=10.0.0.1", "HANDLING capture-1=10.0.0.1")
            .example("http-response capture status id 1", "HTTP/1.1 404 Not Found", "HANDLING capture-1=404")
            .example("http-after-response capture status id 0", "HTTP/1.1 200 OK", "HANDLING capture-0=200")
            .binds(CaptureActions::capture));

    private CaptureActions() {}

    private static Action capture(ActionLine line) throws BindException {
        var stage = line.stage();
        var isRequest = stage == Stage.HTTP_REQUEST || stage == Stage.TCP_REQUEST_CONTENT;
        var expected = isRequest ? FOR_REQUEST : FOR_RESPONSE;
        if (line.isAtEnd()) throw new BindException(expected);
        var expression = line.expression(SampleType.STR);
        if (stage == Stage.TCP_REQUEST_CONTENT && !line.words().peek().equals("len"))
            throw new BindException("'tcp-request content capture' : a positive 'len' argument is mandatory");
        if (line.isAtEnd() || line.words().peek(1).isEmpty()) throw new BindException(expected);
        var undelayed = line.binding().attached(Undelayed.class);
        if (undelayed != null && expression.source().isOfRequest())
            line.binding().diagnostics().warning(line.words().line().position(), warning(undelayed));
        return into(expression, isRequest ? Direction.REQUEST : Direction.RESPONSE, slot(line, isRequest, expected));
    }

    private static String warning(Undelayed proxy) {
        return proxy.title() + " : a 'tcp-request capture' rule explicitly depending on request contents without any"
                + " 'tcp-request inspect-delay' setting. This means that this rule will randomly find its contents."
                + " This can be fixed by setting the tcp-request inspect-delay.";
    }

    private static int slot(ActionLine line, boolean isRequest, String expected) throws BindException {
        var kind = line.words().take();
        if (kind.equals("len") && isRequest) return own(line);
        if (!kind.equals("id"))
            throw isRequest ? new BindException(expected) : new BindException("expects 'id', found '" + kind + "'");
        var word = line.words().take();
        if (!word.matches("\\d{1,9}")) throw new BindException("cannot parse id '" + word + "'");
        var id = Integer.parseInt(word);
        var captures = line.binding().declared().captures();
        var count = (isRequest ? captures.request() : captures.response()).size();
        if (line.binding().isFrontend() && id >= count)
            throw new BindException("unable to find capture id '" + id + "' referenced by "
                    + line.stage().words() + " capture rule");
        return id;
    }

    /** The slot that the rule's line has made. */
    private static int own(ActionLine line) throws BindException {
        var length = line.words().take();
        if (length.matches("[1-9]\\d{9,}")) throw new BindException("length must be between 1 and 999999999");
        if (!length.matches("[1-9]\\d{0,8}")) throw new BindException("length must be > 0");
        if (!line.binding().isFrontend()) throw new BindException("the proxy has no frontend capability");
        var position = line.words().line().position();
        var slots = line.binding().declared().captures().request();
        for (var i = 0; i < slots.size(); i++) if (isOwn(slots.get(i), position)) return i;
        throw new BindException(FOR_REQUEST);
    }

    private static boolean isOwn(Slot slot, headway.base.diagnostic.Position position) {
        return slot.position().equals(position);
    }

    private static Action into(Expression expression, Direction direction, int slot) {
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (expression.readText(scope, value))
                scope.handling().captures().write(direction, slot, value.at, value.length);
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }
}
