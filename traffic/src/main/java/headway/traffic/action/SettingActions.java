package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.model.ProxyRules.Stage.TCP_RESPONSE_CONTENT;
import static headway.language.rule.ActionEntry.action;

import headway.base.units.Duration;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Setting;
import java.util.List;

/** Actions that set how the stream is handled: its times, retries, place in queues, level of its log line. */
final class SettingActions {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");
    private static final int SILENT = -2;
    private static final int MOST_CLASS = 2047;
    private static final int MOST_OFFSET = 524_287;
    private static final int MOST_RETRIES = 100;

    static final List<ActionEntry> TABLE = List.of(
            action(
                            "set-log-level",
                            TCP_REQUEST_CONTENT,
                            TCP_RESPONSE_CONTENT,
                            HTTP_REQUEST,
                            HTTP_RESPONSE,
                            HTTP_AFTER_RESPONSE)
                    .summary("The level of the stream's log line, or none; the last such rule counts.")
                    .syntax("{ emerg | alert | crit | err | warning | notice | info | debug | silent }")
                    .example("http-request set-log-level silent", "", "HANDLING log-level=-2")
                    .example("http-response set-log-level err", "HTTP/1.1 200 OK", "HANDLING log-level=3")
                    .binds(SettingActions::level),
            action("set-nice", TCP_REQUEST_CONTENT, TCP_RESPONSE_CONTENT, HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("Accepted without effect: a loop serves its streams in the order of their events.")
                    .syntax("<nice>")
                    .example("http-request set-nice 10", "", "HANDLING nice=10")
                    .binds(SettingActions::nice),
            action("set-timeout", HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("One of the times of this stream, from now on; without a value it stays as it is.")
                    .syntax("{ client | connect | queue | server | tarpit | tunnel } { <time> | <expr> }")
                    .example("http-request set-timeout server 5s", "", "HANDLING server-timeout=5000000000")
                    .example(
                            "http-request set-timeout queue req.hdr(x-t),mul(2)",
                            "x-t: 40",
                            "HANDLING queue-timeout=80000000")
                    .example("http-request set-timeout tunnel req.hdr(x-t)", "", "HANDLING ")
                    .binds(SettingActions::timeout),
            action("set-retries", TCP_REQUEST_CONTENT, HTTP_REQUEST)
                    .summary("How often this stream tries a server again, in the place of retries.")
                    .syntax("{ <int> | <expr> }")
                    .example("http-request set-retries 0", "", "HANDLING retries=0")
                    .example("tcp-request content set-retries int(3)", "", "HANDLING retries=3")
                    .example("http-request set-retries int(101)", "", "HANDLING ")
                    .binds(SettingActions::retries),
            action("set-priority-class", TCP_REQUEST_CONTENT, HTTP_REQUEST)
                    .summary("Who waits in a queue with a lower class comes first.")
                    .syntax("<expr>")
                    .example("http-request set-priority-class int(-5)", "", "HANDLING priority-class=-5")
                    .example("http-request set-priority-class int(9999)", "", "HANDLING priority-class=2047")
                    .binds(line -> bounded(line, Setting.PRIORITY_CLASS, MOST_CLASS)),
            action("set-priority-offset", TCP_REQUEST_CONTENT, HTTP_REQUEST)
                    .summary("So many milliseconds later, or earlier, the stream counts as having come to a queue.")
                    .syntax("<expr>")
                    .example("http-request set-priority-offset int(-200)", "", "HANDLING priority-offset=-200")
                    .binds(line -> bounded(line, Setting.PRIORITY_OFFSET, MOST_OFFSET)),
            action("disable-l7-retry", HTTP_REQUEST)
                    .summary("A request that was sent is not sent again: only failed connections are tried again.")
                    .example(
                            "http-request disable-l7-retry if { method POST }",
                            "POST / HTTP/1.1",
                            "HANDLING retry-sent=0")
                    .binds(_ -> fixed(Setting.RETRY_SENT, 0)));

    private SettingActions() {}

    private static Action fixed(Setting setting, long value) {
        return (scope, _) -> {
            scope.handling().set(setting, value);
            return Verdict.CONTINUE;
        };
    }

    private static Action level(ActionLine line) throws BindException {
        var word = line.isAtEnd() ? "" : line.words().take();
        var level = word.equals("silent") ? SILENT : LEVELS.indexOf(word);
        if (level == -1) {
            var got = word.isEmpty() ? "" : ", got '" + word + "'";
            throw new BindException("expects exactly 1 argument (log level name or 'silent')" + got);
        }
        return fixed(Setting.LOG_LEVEL, level);
    }

    private static Action nice(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("expects exactly 1 argument (integer value)");
        var word = line.words().take();
        if (!word.matches("-?\\d{1,9}")) throw new BindException("'" + word + "' is not an integer value");
        line.binding()
                .diagnostics()
                .notice(
                        line.words().line().position(),
                        "'set-nice' has no effect: a loop serves its streams in the order of their events");
        return fixed(Setting.NICE, Math.clamp(Integer.parseInt(word), -1024, 1024));
    }

    private static Action timeout(ActionLine line) throws BindException {
        if (line.words().peek().isEmpty() || line.words().peek(1).isEmpty())
            throw new BindException("expects exactly 2 arguments");
        var name = line.words().take();
        var setting = setting(name);
        checkSide(line, name);
        var time = time(line, "set-timeout " + name);
        return (scope, _) -> {
            var millis = time.read(scope);
            if (millis != Amount.NONE) scope.handling().set(setting, millis <= 0 ? -1 : millis * NANOS_PER_MILLI);
            return Verdict.CONTINUE;
        };
    }

    private static Setting setting(String name) throws BindException {
        return switch (name) {
            case "client" -> Setting.CLIENT_TIMEOUT;
            case "connect" -> Setting.CONNECT_TIMEOUT;
            case "queue" -> Setting.QUEUE_TIMEOUT;
            case "server" -> Setting.SERVER_TIMEOUT;
            case "tarpit" -> Setting.TARPIT_TIMEOUT;
            case "tunnel" -> Setting.TUNNEL_TIMEOUT;
            default ->
                throw new BindException(
                        "'set-timeout' rule supports 'client'/'connect'/'queue'/'server'/'tarpit'/'tunnel' (got '"
                                + name + "')");
        };
    }

    private static void checkSide(ActionLine line, String name) throws BindException {
        if (name.equals("tarpit")) return;
        if (name.equals("client")) {
            if (!line.binding().isFrontend()) throw new BindException("the proxy has no frontend capability");
        } else if (!line.binding().isBackend()) {
            throw new BindException("the proxy has no backend capability");
        }
    }

    /** Milliseconds: a time when the word begins with a digit, else an expression. */
    static Amount time(ActionLine line, String rule) throws BindException {
        var word = line.words().peek();
        if (!startsWithDigit(word)) return Amount.of(line);
        line.words().take();
        return switch (Duration.parse(word, Duration.Unit.MILLISECOND)) {
            case Duration.Of(var nanos) -> {
                if (nanos == 0) throw new BindException("null value is not valid for a '" + rule + "' rule");
                yield Amount.of(nanos / NANOS_PER_MILLI);
            }
            case Duration.Unexpected(var character) ->
                throw new BindException("unexpected character '" + character + "' in rule '" + rule + "'");
            case Duration.Overflow() ->
                throw new BindException("timer overflow in argument '" + word + "' to rule '" + rule
                        + "' (maximum value is 2147483647 ms or ~24.8 days)");
            case Duration.Underflow() ->
                throw new BindException(
                        "timer underflow in argument '" + word + "' to rule '" + rule + "' (minimum value is 1 ms)");
        };
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private static Action retries(ActionLine line) throws BindException {
        var expected = "expects exactly 1 argument (an integer in the range [0, 100] or an expression)";
        if (line.isAtEnd()) throw new BindException(expected);
        if (!line.binding().isBackend()) throw new BindException("the proxy has no backend capability");
        var word = line.words().peek();
        var retries = startsWithDigit(word) ? Amount.ofNumberOrExpression(line) : Amount.of(line);
        if (retries.expression() == null && retries.constant() > MOST_RETRIES) throw new BindException(expected);
        return (scope, _) -> {
            var count = retries.read(scope);
            if (count >= 0 && count <= MOST_RETRIES) scope.handling().set(Setting.RETRIES, count);
            return Verdict.CONTINUE;
        };
    }

    private static Action bounded(ActionLine line, Setting setting, int most) throws BindException {
        var amount = Amount.of(line);
        return (scope, _) -> {
            var value = amount.read(scope);
            if (value != Amount.NONE) scope.handling().set(setting, Math.clamp(value, -most, most));
            return Verdict.CONTINUE;
        };
    }
}
