package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_AFTER_RESPONSE;
import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;
import java.util.Locale;

/** Edits of many fields at once, told by a binary value. HAProxy passes on whatever stands in it; here an edit with what cannot be a field has failed. */
final class BinaryFieldActions {
    private static final FieldName[] KNOWN = FieldName.values();
    private static final Stage[] STAGES = {HTTP_REQUEST, HTTP_RESPONSE, HTTP_AFTER_RESPONSE};

    static final List<ActionEntry> TABLE = List.of(
            action("set-headers-bin", STAGES)
                    .summary(
                            "Removes all fields with the names in a value like that of req.hdrs_bin, then appends those in it.")
                    .syntax("<expr> [ prefix <str> ]")
                    .example(
                            "http-request set-headers-bin bin(03582d61013103782d6101320000)",
                            "x-a: 0\nx-b: b",
                            "x-b: b | x-a: 1 | x-a: 2")
                    .example("http-request set-headers-bin bin(03780a6101310000)", "", "FAILED")
                    .binds(line -> put(line, true)),
            action("add-headers-bin", STAGES)
                    .summary("Appends the fields in a value like that of req.hdrs_bin.")
                    .syntax("<expr> [ prefix <str> ]")
                    .example("http-request add-headers-bin bin(03782d6101310000)", "x-a: 0", "x-a: 0 | x-a: 1")
                    .example(
                            "http-request add-headers-bin bin(03782d61013103792d6201320000) prefix y-",
                            "x-a: 0",
                            "x-a: 0 | y-b: 2")
                    .example("http-response add-headers-bin bin(016101310000)", "HTTP/1.1 200 OK", "a: 1")
                    .example("http-request add-headers-bin bin(0378)", "", "FAILED")
                    .binds(line -> put(line, false)),
            action("del-headers-bin", STAGES)
                    .summary(
                            "Removes the fields with the names in a value, a length before each, or whose names match one (str, beg, end, sub).")
                    .syntax("<expr> [ -m <meth> ]")
                    .example("http-request del-headers-bin bin(03782d6103582d6200)", "x-a: 0\nx-b: 1\nx-c: 2", "x-c: 2")
                    .example("http-request del-headers-bin bin(02782d) -m beg", "x-a: 0\nhost: h", "host: h")
                    .example("http-request del-headers-bin bin(026f73) -m sub", "x-a: 0\nhost: h", "x-a: 0")
                    .example("http-request del-headers-bin bin(022d61) -m end", "x-a: 0\nhost: h", "host: h")
                    .binds(BinaryFieldActions::delete));

    private BinaryFieldActions() {}

    /** Does something with a field of the value; false ends it. */
    @FunctionalInterface
    private interface Edit {
        boolean apply(Head head, int id, Sample name, Sample content);
    }

    /** Whether the name of a field is meant by one in the value. */
    @FunctionalInterface
    private interface Match {
        boolean of(int nameAt, int nameLength, Sample wanted);
    }

    private static Action put(ActionLine line, boolean replaces) throws BindException {
        if (line.isAtEnd()) throw new BindException("expects at least 1 argument");
        var expression = line.expression(SampleType.BIN);
        var prefix = Text.of(prefix(line));
        var side = Side.of(line.stage());
        return (scope, progress) -> {
            var head = side.head(scope);
            if (head == null) return Verdict.CONTINUE;
            var value = scope.scratch().borrow();
            var done = !read(expression, scope, value)
                    || (!replaces || each(scope, head, value, prefix, BinaryFieldActions::removeAll))
                            && each(scope, head, value, prefix, BinaryFieldActions::append);
            scope.scratch().giveBack();
            return done ? Verdict.CONTINUE : FieldActions.failed(scope, progress);
        };
    }

    private static String prefix(ActionLine line) throws BindException {
        if (!line.words().take("prefix")) return "";
        return line.take("'prefix' expects a string").toLowerCase(Locale.ROOT);
    }

    private static boolean read(Expression expression, Scope scope, Sample value) {
        return expression.read(scope, value) && Casts.toBinary(scope, value);
    }

    private static boolean each(Scope scope, Head head, Sample value, Text prefix, Edit edit) {
        var name = scope.scratch().borrow();
        var content = scope.scratch().borrow();
        var p = value.at;
        var end = value.at + value.length;
        var done = true;
        while (done && p < end) {
            p = PackedTexts.read(p, end, name);
            if (p != PackedTexts.BROKEN && name.length == 0) break;
            if (p != PackedTexts.BROKEN) p = PackedTexts.read(p, end, content);
            done = p != PackedTexts.BROKEN && isField(scope, name, content);
            if (done && begins(name, prefix)) done = edit.apply(head, id(name), name, content);
        }
        scope.scratch().giveBack();
        scope.scratch().giveBack();
        return done;
    }

    /** RFC 9110 5.1 and 5.5; the name is brought into lower case. What is said of the body's length is the proxy's own matter. */
    private static boolean isField(Scope scope, Sample name, Sample content) {
        for (var i = 0; i < name.length; i++) if (!Framing.isTokenByte(Slab.byteAt(name.at + i))) return false;
        toLowerCase(scope, name);
        for (var i = 0; i < content.length; i++) {
            var c = Slab.byteAt(content.at + i);
            if (c == '\r' || c == '\n' || c == 0) return false;
        }
        return true;
    }

    private static int id(Sample name) {
        for (var known : KNOWN)
            if (known.length() == name.length && Slab.equal(known.at(), name.at, name.length)) return known.id();
        return 0;
    }

    private static boolean begins(Sample name, Text prefix) {
        return name.length >= prefix.length() && Slab.equal(name.at, prefix.at(), prefix.length());
    }

    private static boolean removeAll(Head head, int id, Sample name, Sample content) {
        if (Framing.isAboutLength(id)) return false;
        if (id != 0) head.removeAll(id);
        else head.removeAll(name.at, name.length);
        return true;
    }

    private static boolean append(Head head, int id, Sample name, Sample content) {
        if (Framing.isAboutLength(id) || !head.hasRoom(Head.lineLength(name.length, content.length))) return false;
        head.add(id, name.at, name.length, content.at, content.length);
        return true;
    }

    private static Action delete(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("expects at least 1 argument");
        var expression = line.expression(SampleType.BIN);
        var match = match(line);
        var side = Side.of(line.stage());
        return (scope, progress) -> {
            var head = side.head(scope);
            if (head == null) return Verdict.CONTINUE;
            var value = scope.scratch().borrow();
            var done = !read(expression, scope, value) || remove(scope, head, value, match);
            scope.scratch().giveBack();
            if (done) Framing.repair(scope, head);
            return done ? Verdict.CONTINUE : FieldActions.failed(scope, progress);
        };
    }

    private static Match match(ActionLine line) throws BindException {
        if (!line.words().take("-m")) return BinaryFieldActions::isSame;
        if (line.isAtEnd()) throw new BindException("-m flag expects exactly 1 argument");
        var method = line.words().take();
        return switch (method) {
            case "str" -> BinaryFieldActions::isSame;
            case "beg" -> (at, length, wanted) -> length >= wanted.length && Slab.equal(at, wanted.at, wanted.length);
            case "end" ->
                (at, length, wanted) ->
                        length >= wanted.length && Slab.equal(at + length - wanted.length, wanted.at, wanted.length);
            case "sub" -> BinaryFieldActions::contains;
            default -> throw new BindException("-m with unsupported matching method '" + method + "'");
        };
    }

    private static boolean isSame(int at, int length, Sample wanted) {
        return length == wanted.length && Slab.equal(at, wanted.at, length);
    }

    private static boolean contains(int at, int length, Sample wanted) {
        for (var i = 0; i <= length - wanted.length; i++) if (Slab.equal(at + i, wanted.at, wanted.length)) return true;
        return false;
    }

    private static boolean remove(Scope scope, Head head, Sample value, Match match) {
        var name = scope.scratch().borrow();
        var p = value.at;
        var end = value.at + value.length;
        while (p != PackedTexts.BROKEN && p < end) {
            p = PackedTexts.read(p, end, name);
            if (p == PackedTexts.BROKEN || name.length == 0) break;
            toLowerCase(scope, name);
            for (var i = head.fields() - 1; i >= 0; i--) {
                if (match.of(head.nameAt(i), head.nameLength(i), name) && Framing.mayBeRemoved(head, head.id(i)))
                    head.remove(i);
            }
        }
        scope.scratch().giveBack();
        return p != PackedTexts.BROKEN;
    }

    private static void toLowerCase(Scope scope, Sample name) {
        var at = scope.scratch().take(name.length);
        for (var i = 0; i < name.length; i++) {
            var c = Slab.byteAt(name.at + i);
            Slab.putByte(at + i, (byte) (c >= 'A' && c <= 'Z' ? c | 0x20 : c));
        }
        name.at = at;
    }
}
