package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.REQUEST_HEAD;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
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
                        .example("query(with_qm)", "GET /a?b HTTP/1.1", "?b")
                        .example("query(with_qm)", "GET /a? HTTP/1.1", "")
                        .binds(orElse(string("options"), ""), TargetFetches::query)));
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
        table.add(fetch("urlp_val", SINT, REQUEST_HEAD)
                .summary("The value of a parameter of the query as a number.")
                .example("urlp_val(a)", "GET /?b=1&a=5 HTTP/1.1", "5")
                .example("urlp_val(A,,i)", "GET /?b=1&a=5 HTTP/1.1", "5")
                .binds(
                        orElse(text("name"), Text.of("")),
                        orElse(text("delim"), Text.of("?")),
                        orElse(string("i"), ""),
                        (name, delimiter, ignoreCase) -> {
                            var reader = parameter(name, delimiter, ignoreCase);
                            return (scope, out) -> reader.read(scope, out) && Casts.toInteger(scope, out);
                        }));
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

    /** {@code with_qm}: with the question mark, unless nothing follows it. */
    private static Reader query(String options) throws BindException {
        if (!options.isEmpty() && !options.equals("with_qm"))
            throw new BindException("invalid option '" + options + "'");
        var marked = !options.isEmpty();
        return (scope, out) -> {
            var head = scope.request();
            if (head == null) return out.notYet();
            var mark = Target.pathEnd(head, 0);
            var length = head.targetLength() - mark - 1;
            if (length < 0) return false;
            return marked && length > 0
                    ? out.text(head.targetAt() + mark, length + 1)
                    : out.text(head.targetAt() + mark + 1, length);
        };
    }

    /** {@code delim} is the character behind which the parameters begin. */
    private static Reader parameter(Text name, Text delimiter, String ignoreCase) {
        var separator = delimiter.length() == 0 ? '?' : Slab.byteAt(delimiter.at());
        var pairs = new Pairs(name, ignoreCase.equals("i"));
        return (scope, out) -> {
            var head = scope.request();
            return head == null ? out.notYet() : parameter(head, separator, pairs, out);
        };
    }

    private static boolean parameter(Head head, int separator, Pairs pairs, Sample out) {
        var at = head.targetAt();
        var end = head.targetLength();
        var from = out.iterate && out.cursor > 0 ? out.cursor : after(at, end, separator);
        return pairs.find(at, from, end, out);
    }

    private static int after(int at, int end, int separator) {
        var i = 0;
        while (i < end && Slab.byteAt(at + i) != separator) i++;
        return i + 1;
    }
}
