package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.language.pattern.PatternChange;
import headway.language.pattern.PatternStore;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.List;

/** Actions that change lists of patterns, for all who read them and at once. */
final class PatternActions {
    static final List<ActionEntry> TABLE = List.of(
            action("add-acl", HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("Adds a pattern to a list unless it is there.")
                    .syntax("(<file-name>) <key fmt>")
                    .takesArgument()
                    .example(
                            "http-request add-acl(virt@l) %[path]", "GET /b HTTP/1.1\nlist virt@l /a", "virt@l: /a, /b")
                    .example("http-request add-acl(virt@l) %[path]", "GET /a HTTP/1.1\nlist virt@l /a", "virt@l: /a")
                    .binds(line -> key(line, PatternChange::add)),
            action("del-acl", HTTP_REQUEST, HTTP_RESPONSE)
                    .summary("Removes a pattern from a list, as often as it is there.")
                    .syntax("(<file-name>) <key fmt>")
                    .takesArgument()
                    .example("http-request del-acl(virt@l) /a", "list virt@l /a\nlist virt@l /b", "virt@l: /b")
                    .binds(line -> key(line, PatternChange::remove)),
            action("set-map", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Changes what a map has for a key, or adds the key with it.")
                    .syntax("(<map-name>) <key fmt> <value fmt>")
                    .takesArgument()
                    .example("http-request set-map(virt@m) a 2", "map virt@m a 1", "virt@m: a 2")
                    .example("http-request set-map(virt@m) %[path] 2", "map virt@m a 1", "virt@m: a 1, / 2")
                    .binds(PatternActions::set),
            action("del-map", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Removes a key from a map, as often as it is there.")
                    .syntax("(<map-name>) <key fmt>")
                    .takesArgument()
                    .example("http-request del-map(virt@m) a", "map virt@m a 1\nmap virt@m b 2", "virt@m: b 2")
                    .binds(line -> key(line, PatternChange::remove)));

    private PatternActions() {}

    /** What is done with a key. */
    @FunctionalInterface
    private interface KeyChange {
        void apply(PatternChange list, Sample key);
    }

    private static Action key(ActionLine line, KeyChange change) throws BindException {
        var list = list(line);
        if (line.isAtEnd()) throw new BindException("expects exactly 1 argument <format>.");
        var key = line.format(line.words().take());
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var value = scratch.borrow();
            if (key.write(scope, value)) change.apply(list, value);
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    private static Action set(ActionLine line) throws BindException {
        var list = list(line);
        var words = line.takeExactly(2, "expects exactly 2 arguments.");
        var key = line.format(words.get(0));
        var value = line.format(words.get(1));
        return (scope, _) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var keyText = scratch.borrow();
            var valueText = scratch.borrow();
            if (key.write(scope, keyText) && value.write(scope, valueText)) list.set(keyText, valueText);
            scratch.giveBack();
            scratch.giveBack();
            scratch.reset(mark);
            return Verdict.CONTINUE;
        };
    }

    /** HAProxy takes any name; what nobody reads may be changed all the same. */
    private static PatternChange list(ActionLine line) {
        return new PatternChange(PatternStore.of(line.binding())
                .changed(line.argument(), line.words().position()));
    }
}
