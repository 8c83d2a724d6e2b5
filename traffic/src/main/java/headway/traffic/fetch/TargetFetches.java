package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.REQUEST_HEAD;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;

/** What the target of a request says: its path, query and parameters. */
final class TargetFetches {
    static final List<FetchEntry> TABLE = table();

    private TargetFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<>(List.of(
                fetch("path", STR, REQUEST_HEAD)
                        .summary("The path of the target, without the query.")
                        .example("path", "GET http://h:1/a/b?c=d HTTP/1.1", "/a/b")
                        .binds(TargetFetches::path),
                fetch("pathq", STR, REQUEST_HEAD)
                        .summary("The path with the query.")
                        .example("pathq", "GET http://h/a?b=c HTTP/1.1", "/a?b=c")
                        .binds(TargetFetches::pathAndQuery),
                fetch("url", STR, REQUEST_HEAD)
                        .summary("The target as it is in the request line.")
                        .example("url", "GET http://h/a?b=c HTTP/1.1", "http://h/a?b=c")
                        .binds(TargetFetches::url),
                fetch("query", STR, REQUEST_HEAD)
                        .summary("What follows the first question mark of the target.")
                        .example("query", "GET /a?b?c=d HTTP/1.1", "b?c=d")
                        .binds(TargetFetches::query),
                fetch("base", STR, REQUEST_HEAD)
                        .summary("The Host field followed by the path.")
                        .example("base", "GET /a?b=c HTTP/1.1\nhost: A.example:80", "A.example:80/a")
                        .binds(TargetFetches::base)));
        var parameter = fetch("urlp", STR, REQUEST_HEAD)
                .summary(
                        "The value of a parameter of the query, as it is encoded; of the first one when no name is given.")
                .example("urlp(a)", "GET /?b=1&a=x%20y&a=2 HTTP/1.1", "x%20y")
                .binds(
                        orElse(text("name"), Text.of("")),
                        orElse(text("delim"), Text.of("?")),
                        orElse(string("i"), ""),
                        TargetFetches::parameter);
        table.add(parameter);
        table.add(parameter.as("url_param"));
        return table;
    }

    private static boolean path(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var path = Target.path(head);
        return path >= 0 && out.text(head.targetAt() + path, Target.pathEnd(head, path) - path);
    }

    private static boolean pathAndQuery(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var path = Target.path(head);
        return path >= 0 && out.text(head.targetAt() + path, head.targetLength() - path);
    }

    private static boolean url(Scope scope, Sample out) {
        var head = scope.request();
        return head == null ? out.notYet() : out.text(head.targetAt(), head.targetLength());
    }

    private static boolean query(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var mark = Target.pathEnd(head, 0);
        return mark < head.targetLength() && out.text(head.targetAt() + mark + 1, head.targetLength() - mark - 1);
    }

    private static boolean base(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var host = head.find(FieldName.HOST.id(), 0);
        if (host < 0) return path(scope, out);
        var path = Target.path(head);
        var pathLength = path < 0 ? 0 : Target.pathEnd(head, path) - path;
        var hostLength = head.valueLength(host);
        var at = scope.scratch().take(hostLength + pathLength);
        Slab.copy(head.valueAt(host), at, hostLength);
        if (path >= 0) Slab.copy(head.targetAt() + path, at + hostLength, pathLength);
        return out.text(at, hostLength + pathLength);
    }

    /** {@code delim} is the character behind which the parameters begin. */
    private static Reader parameter(Text name, Text delimiter, String ignoreCase) {
        var separator = delimiter.length() == 0 ? '?' : Slab.byteAt(delimiter.at());
        var folded = ignoreCase.equals("i");
        return (scope, out) -> {
            var head = scope.request();
            return head == null ? out.notYet() : parameter(head, separator, name, folded, out);
        };
    }

    private static boolean parameter(Head head, int separator, Text name, boolean folded, Sample out) {
        var at = head.targetAt();
        var end = head.targetLength();
        var from = out.iterate && out.cursor > 0 ? out.cursor : after(at, end, separator);
        while (from < end) {
            var to = from;
            while (to < end && !isSeparator(Slab.byteAt(at + to))) to++;
            var equals = from;
            while (equals < to && Slab.byteAt(at + equals) != '=') equals++;
            var next = to + 1;
            if (equals < to && isNamed(at + from, equals - from, name, folded)) {
                out.cursor = next;
                out.more = out.iterate && next < end;
                return out.text(at + equals + 1, to - equals - 1);
            }
            from = next;
        }
        return false;
    }

    private static int after(int at, int end, int separator) {
        var i = 0;
        while (i < end && Slab.byteAt(at + i) != separator) i++;
        return i + 1;
    }

    private static boolean isSeparator(byte c) {
        return c == '&' || c == ';';
    }

    private static boolean isNamed(int at, int length, Text name, boolean folded) {
        if (name.length() == 0) return true;
        if (name.length() != length) return false;
        if (!folded) return Slab.equal(at, name.at(), length);
        for (var i = 0; i < length; i++) {
            if (Character.toLowerCase(Slab.byteAt(at + i)) != Character.toLowerCase(Slab.byteAt(name.at() + i)))
                return false;
        }
        return true;
    }
}
