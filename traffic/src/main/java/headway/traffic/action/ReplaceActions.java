package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.format.Format;
import headway.language.pattern.Regex;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.traffic.fetch.Target;
import java.util.List;

/** Actions that replace by a regular expression what it matches as a whole. They go through the heap, which other edits do not. */
final class ReplaceActions {
    static final List<ActionEntry> TABLE = List.of(
            action("replace-header", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Replaces the value of each field of a name that a regular expression matches.")
                    .syntax("<name> <match-regex> <replace-fmt>")
                    .example(
                            "http-request replace-header x-a (o)n \"<\\1>%[path]\"",
                            "GET /p HTTP/1.1\nx-a: one, two\nx-a: b", "x-a: <o>/p | x-a: b")
                    .example("http-response replace-header x-a o O", "HTTP/1.1 200 OK\nx-a: one", "x-a: O")
                    .example("http-after-response replace-header x-a o O", "HTTP/1.1 200 OK\nx-a: one", "x-a: O")
                    .binds(line -> fields(line, false)),
            action("replace-value", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Replaces each element of the lists of a field that a regular expression matches.")
                    .syntax("<name> <match-regex> <replace-fmt>")
                    .example(
                            "http-request replace-value x-a t.* T",
                            "x-a: one, two, three\nx-a: ten",
                            "x-a: one,T,T | x-a: T")
                    .example("http-response replace-value x-a ^b$ c", "HTTP/1.1 200 OK\nx-a: a, b", "x-a: a,c")
                    .example("http-after-response replace-value x-a ^b$ c", "HTTP/1.1 200 OK\nx-a: a, b", "x-a: a,c")
                    .binds(line -> fields(line, true)),
            action("replace-path", HTTP_REQUEST)
                    .summary("Replaces the path when a regular expression matches it.")
                    .syntax("<match-regex> <replace-fmt>")
                    .example("http-request replace-path /a/(.*) /z/\\1", "GET /a/b?c HTTP/1.1", "GET /z/b?c")
                    .binds(line -> target(line, ReplaceActions::readPath, TargetEdit::path)),
            action("replace-pathq", HTTP_REQUEST)
                    .summary("Replaces the path and the query when a regular expression matches them.")
                    .syntax("<match-regex> <replace-fmt>")
                    .example(
                            "http-request replace-pathq ([^?]*)(\\?(.*))? \\1/foo\\2",
                            "GET /bar?q=1 HTTP/1.1",
                            "GET /bar/foo?q=1")
                    .binds(line -> target(line, ReplaceActions::readPathAndQuery, TargetEdit::pathAndQuery)),
            action("replace-uri", HTTP_REQUEST)
                    .summary("Replaces the target when a regular expression matches it.")
                    .syntax("<match-regex> <replace-fmt>")
                    .example(
                            "http-request replace-uri ^http://(.*) https://\\1",
                            "GET http://h/a HTTP/1.1",
                            "GET https://h/a")
                    .binds(line -> target(line, ReplaceActions::readTarget, TargetEdit::target)));

    private ReplaceActions() {}

    /** Gives the text that is matched. */
    @FunctionalInterface
    private interface Part {
        boolean read(Head request, Sample out);
    }

    /** What replaces a match: the format's text, in which {@code \1} stands for a group. */
    private record Replacement(Regex regex, Format format) {
        /** Replaces the value when it matches; says whether it did. */
        boolean apply(Scope scope, Sample value) {
            var matched = Slab.text(value.at, value.length);
            var places = regex.find(matched, 0);
            if (places.length == 0) return false;
            var template = scope.scratch().borrow();
            var written = format.write(scope, template);
            if (written) {
                var out = new StringBuilder();
                Regex.expand(matched, places, Slab.text(template.at, template.length), out);
                put(scope, out, value);
            }
            scope.scratch().giveBack();
            return written;
        }
    }

    private static boolean put(Scope scope, CharSequence text, Sample value) {
        var at = scope.scratch().take(text.length());
        for (var i = 0; i < text.length(); i++) Slab.putByte(at + i, (byte) text.charAt(i));
        return value.text(at, text.length());
    }

    private static Action fields(ActionLine line, boolean elements) throws BindException {
        var words = line.takeExactly(3, "expects exactly 3 arguments.");
        var name = Framing.settable(line, words.getFirst());
        var replacement =
                new Replacement(Regex.compile(line.binding(), words.get(1), false), line.format(words.get(2)));
        if (name == null) return FieldActions.NO_EFFECT;
        var side = Side.of(line.stage());
        return (scope, progress) -> {
            var head = side.head(scope);
            var done = head == null || replace(scope, head, name, replacement, elements);
            return done ? Verdict.CONTINUE : FieldActions.failed(scope, progress);
        };
    }

    /** False when a value does not fit; those before it have been replaced. */
    private static boolean replace(Scope scope, Head head, FieldRef name, Replacement replacement, boolean elements) {
        var value = scope.scratch().borrow();
        var done = true;
        for (var i = head.find(name.at(), name.length(), 0); i >= 0; i = head.find(name.at(), name.length(), i + 1)) {
            value.text(head.valueAt(i), head.valueLength(i));
            if (elements ? replaceElements(scope, value, replacement) : replacement.apply(scope, value)) {
                done = head.hasRoom(value.length - head.valueLength(i));
                if (!done) break;
                head.value(i, value.at, value.length);
            }
        }
        scope.scratch().giveBack();
        return done;
    }

    /** As watched: blanks before a replaced element go with it, those before others stay. */
    private static boolean replaceElements(Scope scope, Sample value, Replacement replacement) {
        var all = Slab.text(value.at, value.length);
        var result = new StringBuilder();
        var changed = false;
        var element = scope.scratch().borrow();
        for (var from = 0; from <= all.length(); ) {
            var end = elementEnd(all, from);
            var start = from;
            while (start < end && (all.charAt(start) == ' ' || all.charAt(start) == '\t')) start++;
            element.text(value.at + start, end - start);
            if (from > 0) result.append(',');
            if (replacement.apply(scope, element)) {
                changed = true;
                result.append(Slab.text(element.at, element.length));
            } else {
                result.append(all, from, end);
            }
            from = end + 1;
        }
        scope.scratch().giveBack();
        return changed && put(scope, result, value);
    }

    private static int elementEnd(String text, int from) {
        var quoted = false;
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) return i;
        }
        return text.length();
    }

    private static Action target(ActionLine line, Part part, LineActions.LineEdit edit) throws BindException {
        var words = line.takeExactly(2, "expects exactly 2 arguments <match-regex> and <replace-format>.");
        var replacement =
                new Replacement(Regex.compile(line.binding(), words.getFirst(), false), line.format(words.getLast()));
        return (scope, progress) -> {
            var head = scope.request();
            if (head == null) return Verdict.CONTINUE;
            var text = scope.scratch().borrow();
            var done = !part.read(head, text) || !replacement.apply(scope, text) || edit.apply(scope, head, text);
            scope.scratch().giveBack();
            return done ? Verdict.CONTINUE : FieldActions.failed(scope, progress);
        };
    }

    private static boolean readPath(Head request, Sample out) {
        var path = Target.path(request);
        return path >= 0 && out.text(request.targetAt() + path, Target.pathEnd(request, path) - path);
    }

    private static boolean readPathAndQuery(Head request, Sample out) {
        var path = Target.path(request);
        return path >= 0 && out.text(request.targetAt() + path, request.targetLength() - path);
    }

    private static boolean readTarget(Head request, Sample out) {
        return out.text(request.targetAt(), request.targetLength());
    }
}
