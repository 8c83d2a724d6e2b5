package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.pattern.Regex;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Progress;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;
import java.util.Locale;

/** Actions that add and remove fields. */
final class FieldActions {
    static final List<ActionEntry> TABLE = List.of(
            action("set-header", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Removes all fields of a name and appends one; the value is made before the removal.")
                    .syntax("<name> <fmt>")
                    .example(
                            "http-request set-header X-A \"%[req.hdr(x-a)]-%[path]\"",
                            "GET /p HTTP/1.1\nx-a: 1\nx-a: 2", "x-a: 2-/p")
                    .example("http-response set-header x-s %[status]", "HTTP/1.1 404 Not Found", "x-s: 404")
                    .example("http-after-response set-header x-s a", "HTTP/1.1 200 OK", "x-s: a")
                    .binds(line -> edit(line, true)),
            action("add-header", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Appends a field.")
                    .syntax("<name> <fmt>")
                    .example("http-request add-header X-A b", "x-a: a", "x-a: a | x-a: b")
                    .example("http-response add-header X-A b", "HTTP/1.1 200 OK\nx-a: a", "x-a: a | x-a: b")
                    .example("http-after-response add-header X-A b", "HTTP/1.1 200 OK\nx-a: a", "x-a: a | x-a: b")
                    .binds(line -> edit(line, false)),
            action("del-header", HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE)
                    .summary("Removes all fields of a name, or whose names match (str, beg, end, sub, reg).")
                    .syntax("<name> [ -m <meth> ]")
                    .example("http-request del-header X-A", "x-a: a\nx-b: b\nx-a: c", "x-b: b")
                    .example("http-request del-header X- -m beg", "x-a: a\nhost: b", "host: b")
                    .example("http-request del-header A -m end", "x-a: a\nhost: b", "host: b")
                    .example("http-request del-header os -m sub", "x-a: a\nhost: b", "x-a: a")
                    .example("http-request del-header ^x.a$ -m reg", "x-a: a\nhost: b", "host: b")
                    .example(
                            "http-response del-header content-length",
                            "HTTP/1.1 200 OK\ncontent-length: 5",
                            "transfer-encoding: chunked")
                    .example("http-response del-header x-a", "HTTP/1.1 200 OK\nx-a: a\nx-b: b", "x-b: b")
                    .example("http-after-response del-header x-a", "HTTP/1.1 200 OK\nx-a: a\nx-b: b", "x-b: b")
                    .binds(FieldActions::delete));

    static final Action NO_EFFECT = (_, _) -> Verdict.CONTINUE;

    private FieldActions() {}

    private static Action edit(ActionLine line, boolean replaces) throws BindException {
        var words = line.takeExactly(2, "expects exactly 2 arguments.");
        var name = Framing.settable(line, words.getFirst());
        var format = line.format(words.getLast());
        if (name == null) return NO_EFFECT;
        var side = Side.of(line.stage());
        return (scope, progress) -> {
            var head = side.head(scope);
            if (head == null) return Verdict.CONTINUE;
            var value = scope.scratch().borrow();
            var done = format.write(scope, value) && head.hasRoom(growth(head, name, value, replaces));
            if (done) {
                if (replaces) removeAll(head, name);
                head.add(name.id(), name.at(), name.length(), value.at, value.length);
            }
            scope.scratch().giveBack();
            return done ? Verdict.CONTINUE : failed(scope, progress);
        };
    }

    /** By how much the head becomes longer. */
    private static int growth(Head head, FieldRef name, Sample value, boolean replaces) {
        var more = Head.lineLength(name.length(), value.length);
        if (!replaces) return more;
        for (var i = head.find(name.at(), name.length(), 0); i >= 0; i = head.find(name.at(), name.length(), i + 1))
            more -= Head.lineLength(name.length(), head.valueLength(i));
        return more;
    }

    /** An edit that was impossible, because a value is too long or the head would be. */
    static int failed(Scope scope, Progress progress) {
        scope.handling().rewriteFailed();
        return progress.lenient ? Verdict.CONTINUE : Verdict.FAILED;
    }

    private static void removeAll(Head head, FieldRef name) {
        if (name.id() != 0) head.removeAll(name.id());
        else head.removeAll(name.at(), name.length());
    }

    /** Whether a field's name is meant. */
    @FunctionalInterface
    private interface NameTest {
        boolean of(int at, int length);
    }

    private static Action delete(ActionLine line) throws BindException {
        var name = line.take("expects at least 1 argument.");
        var side = Side.of(line.stage());
        if (!line.words().take("-m")) {
            var ref = FieldRef.of(name);
            return (scope, _) -> {
                var head = side.head(scope);
                if (head != null && Framing.mayBeRemoved(head, ref.id())) {
                    removeAll(head, ref);
                    Framing.repair(scope, head);
                }
                return Verdict.CONTINUE;
            };
        }
        if (line.isAtEnd()) throw new BindException("-m flag expects exactly 1 argument.");
        var test = test(line.binding(), line.words().take(), name);
        return (scope, _) -> {
            var head = side.head(scope);
            if (head != null) {
                removeMatching(head, test);
                Framing.repair(scope, head);
            }
            return Verdict.CONTINUE;
        };
    }

    private static void removeMatching(Head head, NameTest test) {
        for (var i = head.fields() - 1; i >= 0; i--) {
            if (test.of(head.nameAt(i), head.nameLength(i)) && Framing.mayBeRemoved(head, head.id(i))) head.remove(i);
        }
    }

    private static NameTest test(Binding binding, String method, String name) throws BindException {
        var text = Text.of(name.toLowerCase(Locale.ROOT));
        var size = text.length();
        return switch (method) {
            case "str" -> (at, length) -> length == size && Slab.equal(at, text.at(), size);
            case "beg" -> (at, length) -> length >= size && Slab.equal(at, text.at(), size);
            case "end" -> (at, length) -> length >= size && Slab.equal(at + length - size, text.at(), size);
            case "sub" -> (at, length) -> contains(at, length, text);
            case "reg" -> {
                var regex = Regex.compile(binding, name, false);
                yield (at, length) -> regex.find(Slab.text(at, length));
            }
            default -> throw new BindException("-m with unsupported matching method '" + method + "'");
        };
    }

    private static boolean contains(int at, int length, Text part) {
        for (var i = 0; i <= length - part.length(); i++) if (Slab.equal(at + i, part.at(), part.length())) return true;
        return false;
    }
}
