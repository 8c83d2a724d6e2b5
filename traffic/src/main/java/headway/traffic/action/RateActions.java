package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.model.ProxyRules.Stage.TCP_RESPONSE_CONTENT;
import static headway.language.rule.ActionEntry.action;

import headway.language.model.BandwidthLimit;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import java.util.List;

/** Turns on what a {@code filter bwlim-in} or {@code bwlim-out} line declares. */
final class RateActions {
    private static final long NANOS_PER_MILLI = 1_000_000;

    static final List<ActionEntry> TABLE = List.of(action(
                    "set-bandwidth-limit", TCP_REQUEST_CONTENT, TCP_RESPONSE_CONTENT, HTTP_REQUEST, HTTP_RESPONSE)
            .summary("Holds the stream's bodies to the speed of a bwlim filter, or to another one.")
            .syntax("<name> [ limit { <expr> | <size> } ] [ period { <expr> | <time> } ]")
            .example("http-request set-bandwidth-limit slow", "", "HANDLING limit-slow=1000/1000")
            .example("http-request set-bandwidth-limit slow limit 2k period 10s", "", "HANDLING limit-slow=2048/10000")
            .example(
                    "http-response set-bandwidth-limit slow limit res.hdr(x-limit) period int(500)",
                    "HTTP/1.1 200 OK\nx-limit: 70",
                    "HANDLING limit-slow=70/500")
            .example(
                    "http-response set-bandwidth-limit slow limit res.hdr(x-limit)",
                    "HTTP/1.1 200 OK",
                    "HANDLING limit-slow=1000/1000")
            .binds(RateActions::limit));

    private RateActions() {}

    private static Action limit(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("missing bandwidth limitation filter name");
        var filter = filter(line, line.words().take());
        var bytes = Amount.of(filter.bytes());
        var millis = Amount.of(filter.periodNanos() / NANOS_PER_MILLI);
        while (!line.isAtEnd()) {
            if (line.words().take("limit")) bytes = size(line);
            else if (line.words().take("period")) millis = period(line);
            else break;
        }
        var wanted = bytes;
        var period = millis;
        return (scope, _) -> {
            var most = wanted.read(scope);
            var time = period.read(scope);
            scope.handling()
                    .limit(
                            filter,
                            most > 0 ? most : filter.bytes(),
                            time > 0 ? time * NANOS_PER_MILLI : filter.periodNanos());
            return Verdict.CONTINUE;
        };
    }

    private static BandwidthLimit filter(ActionLine line, String name) throws BindException {
        for (var filter : line.binding().declared().limits()) if (filter.name().equals(name)) return filter;
        throw new BindException("unable to find bandwidth limitation filter '" + name + "' in this proxy");
    }

    private static Amount size(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("missing argument for 'limit'");
        if (!line.words().peek().matches("\\d.*")) return Amount.of(line);
        var bytes = ActionLine.bytes(line.words().take());
        if (bytes == 0) throw new BindException("'limit' cannot be zero");
        return Amount.of(bytes);
    }

    private static Amount period(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("missing argument for 'period'");
        return SettingActions.time(line, "period");
    }
}
