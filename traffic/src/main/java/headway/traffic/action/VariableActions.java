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
import headway.traffic.convert.SetConditions;
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
                    .example("http-request set-var(txn.a,ifnotset) str(new)", "txn.a=old", "txn.a=old")
                    .example("http-request set-var(txn.a,ifexists,ifnotempty) str(new)", "txn.a=old", "txn.a=new")
                    .example("tcp-request connection set-var(sess.a) src", "src=10.0.0.1", "sess.a=10.0.0.1")
                    .example("http-response set-var(res.a) status,add(1)", "HTTP/1.1 404 Not Found", "res.a=405")
                    .binds(VariableActions::set),
            action("set-var-fmt", EVERYWHERE)
                    .summary("Sets a variable to a text with expressions in it.")
                    .syntax("(<var-name>[,<cond>...]) <fmt>")
                    .takesArgument()
                    .example("http-request set-var-fmt(txn.a,ifempty) \"%[path]\"", "txn.a=1", "txn.a=1")
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
        var set = new Target(line);
        var ref = set.ref;
        var conditions = set.conditions;
        var expression = line.expression();
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (expression.read(scope, value)) conditions.set(scope, ref, value);
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    private static Action setText(ActionLine line) throws BindException {
        var set = new Target(line);
        var ref = set.ref;
        var conditions = set.conditions;
        var format = line.variableFormat(line.take("missing format string"));
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (format.write(scope, value)) conditions.set(scope, ref, value);
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    private static Action unset(ActionLine line) throws BindException {
        if (line.argument().indexOf(',') >= 0) {
            throw new BindException(
                    "unset-var does not expect parameters after the variable name. Only \"set-var\" and \"set-var-fmt\" manage conditions");
        }
        var ref = variable(line, line.argument());
        var owner = ref.scope();
        var slot = ref.slot();
        return (scope, _) -> {
            scope.variables(owner).unset(slot);
            return Verdict.CONTINUE;
        };
    }

    private static VariableRef variable(ActionLine line, String name) throws BindException {
        try {
            return VariableRef.of(name, line.binding().variables());
        } catch (BindException e) {
            throw e.about(line.argumentOffset());
        }
    }

    /** What stands in parentheses: the variable, and when it is set. */
    private static final class Target {
        final VariableRef ref;
        final SetConditions conditions;

        Target(ActionLine line) throws BindException {
            var words = List.of(line.argument().split(",", -1));
            ref = variable(line, words.getFirst());
            var rest = words.subList(1, words.size());
            check(rest, line.argumentOffset() + words.getFirst().length() + 1);
            conditions = SetConditions.of(rest);
        }

        /** Which of the words is none, if one is. */
        private static void check(List<String> words, int from) throws BindException {
            var at = from;
            for (var word : words) {
                try {
                    SetConditions.of(List.of(word));
                } catch (BindException e) {
                    throw e.about(at);
                }
                at += word.length() + 1;
            }
        }
    }
}
