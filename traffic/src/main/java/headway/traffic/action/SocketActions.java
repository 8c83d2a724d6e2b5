package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONNECTION;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_CONTENT;
import static headway.language.model.ProxyRules.Stage.TCP_REQUEST_SESSION;
import static headway.language.model.ProxyRules.Stage.TCP_RESPONSE_CONTENT;
import static headway.language.rule.ActionEntry.action;

import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Setting;
import java.util.List;

/** Actions that mark the packets of a connection for the system and the network. */
final class SocketActions {
    private static final Stage[] CLIENT = {
        TCP_REQUEST_CONNECTION,
        TCP_REQUEST_SESSION,
        TCP_REQUEST_CONTENT,
        TCP_RESPONSE_CONTENT,
        HTTP_REQUEST,
        HTTP_RESPONSE
    };

    static final List<ActionEntry> TABLE = List.of(
            mark("set-fc-mark", Setting.CLIENT_MARK, "The system's mark on packets to the client.", CLIENT),
            mark("set-mark", Setting.CLIENT_MARK, "The former name of set-fc-mark.", CLIENT),
            mark(
                    "set-bc-mark",
                    Setting.SERVER_MARK,
                    "The system's mark on packets to the server; a connection with one serves no other request.",
                    TCP_REQUEST_CONTENT,
                    HTTP_REQUEST),
            tos("set-fc-tos", Setting.CLIENT_TOS, "The TOS or DSCP field of packets to the client.", CLIENT),
            tos("set-tos", Setting.CLIENT_TOS, "The former name of set-fc-tos.", CLIENT),
            tos(
                    "set-bc-tos",
                    Setting.SERVER_TOS,
                    "The TOS or DSCP field of packets to the server; a connection with one serves no other request.",
                    TCP_REQUEST_CONTENT,
                    HTTP_REQUEST));

    private SocketActions() {}

    private static ActionEntry mark(String name, Setting setting, String summary, Stage... stages) {
        var set = setting.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return action(name, stages)
                .summary(summary)
                .syntax("{ <mark> | <expr> }")
                .example("http-request " + name + " 0x1f", "", "HANDLING " + set + "=31")
                .example("tcp-request content " + name + " int(7)", "", "HANDLING " + set + "=7")
                .binds(line -> number(line, setting, 0xffffffffL));
    }

    private static ActionEntry tos(String name, Setting setting, String summary, Stage... stages) {
        var set = setting.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return action(name, stages)
                .summary(summary)
                .syntax("{ <tos> | <expr> }")
                .example("http-request " + name + " 0x2e", "", "HANDLING " + set + "=46")
                .example("http-request " + name + " req.hdr(x-tos)", "x-tos: 8", "HANDLING " + set + "=8")
                .binds(line -> number(line, setting, 0xff));
    }

    private static Action number(ActionLine line, Setting setting, long bits) throws BindException {
        if (line.isAtEnd()) throw new BindException("expects exactly 1 argument (integer/hex value)");
        var amount = Amount.ofNumberOrExpression(line);
        return (scope, _) -> {
            var value = amount.read(scope);
            if (value != Amount.NONE) scope.handling().set(setting, value & bits);
            return Verdict.CONTINUE;
        };
    }
}
