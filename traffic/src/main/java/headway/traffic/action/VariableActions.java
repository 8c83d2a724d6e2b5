package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
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
import headway.language.sample.Parameters.VariableRef;
import java.util.List;

/** Actions that set variables. */
final class VariableActions {
    private static final Stage[] EVERYWHERE = {
        TCP_REQUEST_CONNECTION,
        TCP_REQUEST_SESSION,
        TCP_REQUEST_CONTENT,
        TCP_RESPONSE_CONTENT,
        HTTP_REQUEST,
        HTTP_RESPONSE,
        HTTP_AFTER_RESPONSE
    };

    static final List<ActionEntry> TABLE = List.of(
            action("set-var", EVERYWHERE)
                    .summary("Sets a variable to the value of an expression; without a value it stays as it is.")
                    .syntax("(<var-name>[,<cond>...]) <expr>")
                    .takesArgument()
                    .example("http-request set-var(txn.a) path,upper", "GET /a HTTP/1.1", "txn.a=/A")
                    .example("tcp-request connection set-var(sess.a) src", "src=10.0.0.1", "sess.a=10.0.0.1")
                    .example("http-response set-var(res.a) status,add(1)", "HTTP/1.1 404 Not Found", "res.a=405")
                    .binds(VariableActions::set),
            action("set-var-fmt", EVERYWHERE)
                    .summary("Sets a variable to a text with expressions in it.")
                    .syntax("(<var-name>[,<cond>...]) <fmt>")
                    .takesArgument()
                    .example("http-request set-var-fmt(txn.a) \"<%[path]>\"", "GET /a HTTP/1.1", "txn.a=</a>")
                    .binds(VariableActions::setText),
            action("unset-var", EVERYWHERE)
                    .summary("Unsets a variable.")
                    .syntax("(<var-name>)")
                    .takesArgument()
                    .example("http-request unset-var(txn.a)", "txn.a=1", "txn.a=")
                    .binds(VariableActions::unset));

    private VariableActions() {}

    private static Action set(ActionLine line) throws BindException {
        var ref = reference(line);
        var expression = line.expression();
        var owner = ref.scope();
        var slot = ref.slot();
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (expression.read(scope, value)) scope.variables(owner).write(slot, value);
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    private static Action setText(ActionLine line) throws BindException {
        var ref = reference(line);
        var format = line.format(line.take("missing format string"));
        var owner = ref.scope();
        var slot = ref.slot();
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (format.write(scope, value)) scope.variables(owner).write(slot, value);
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    private static Action unset(ActionLine line) throws BindException {
        var ref = VariableRef.of(line.argument(), line.binding().variables());
        var owner = ref.scope();
        var slot = ref.slot();
        return (scope, _) -> {
            scope.variables(owner).unset(slot);
            return Verdict.CONTINUE;
        };
    }

    private static VariableRef reference(ActionLine line) throws BindException {
        var argument = line.argument();
        if (argument.indexOf(',') >= 0) {
            throw new BindException("conditions of 'set-var' are known, but not supported yet");
        }
        return VariableRef.of(argument, line.binding().variables());
    }
}
