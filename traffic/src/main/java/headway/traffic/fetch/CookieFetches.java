package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.sample.Casts;
import headway.language.sample.FetchEntry;
import headway.language.sample.Parameter;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;

/** Cookies of requests (RFC 6265 4.2) and those that responses set (4.1). */
final class CookieFetches {
    private static final String SETS = "HTTP/1.1 200 OK\nset-cookie: a=1; path=/\nset-cookie: b=22; secure";

    static final List<FetchEntry> TABLE = table();

    /** Any name. */
    private static final Text ANY = new Text(0, 0);

    private CookieFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        var name = orElse(text("name"), new Text(0, 0));
        var value = fetch("req.cook", STR, Source.REQUEST_HEAD)
                .summary("The value of a cookie, the last one of that name; of the first cookie when no name is given.")
                .example("req.cook(b)", "cookie: b=1; b=22; a=3", "22")
                .binds(name, CookieFetches::request);
        table.addAll(List.of(value, value.as("cook")));
        var number = fetch("req.cook_val", SINT, Source.REQUEST_HEAD)
                .summary("The value of a cookie as a number.")
                .example("req.cook_val(b)", "cookie: a=1; b=22", "22")
                .binds(name, n -> {
                    var reader = request(n);
                    return (scope, out) -> reader.read(scope, out) && Casts.toInteger(scope, out);
                });
        table.addAll(List.of(number, number.as("cook_val")));
        var count = fetch("req.cook_cnt", SINT, Source.REQUEST_HEAD)
                .summary("How many cookies of a name there are, or in all.")
                .example("req.cook_cnt(a)", "cookie: a=1; b=22; a=3", "2")
                .binds(name, n -> (scope, out) -> {
                    var head = scope.request();
                    return head == null ? out.notYet() : count(head, FieldName.COOKIE.id(), n, out);
                });
        table.addAll(List.of(count, count.as("cook_cnt")));
        addResponse(table, name, value);
        var delimiter = orElse(text("delim"), Text.of(","));
        table.add(fetch("req.cook_names", STR, Source.REQUEST_HEAD)
                .summary("The names of all cookies in their order, with a comma or another character between them.")
                .example("req.cook_names", "cookie: a=1; b=22\ncookie: c=3", "a,b,c")
                .example("req.cook_names(|)", "cookie: a=1; b=22", "a|b")
                .binds(delimiter, d -> (scope, out) -> {
                    var head = scope.request();
                    return head == null ? out.notYet() : names(scope, head, FieldName.COOKIE.id(), d, out);
                }));
        table.add(fetch("res.cook_names", STR, Source.RESPONSE_HEAD)
                .summary(
                        "The names of all cookies that the response sets, with a comma or another character between them.")
                .example("res.cook_names", "HTTP/1.1 200 OK\nset-cookie: a=1; path=/\nset-cookie: b=2", "a,b")
                .binds(delimiter, d -> (scope, out) -> {
                    var head = scope.response();
                    return head == null ? out.notYet() : names(scope, head, FieldName.SET_COOKIE.id(), d, out);
                }));
        return table;
    }

    private static void addResponse(List<FetchEntry> table, Parameter<Text> name, FetchEntry ofRequests) {
        var set = fetch("res.cook", STR, Source.RESPONSE_HEAD)
                .summary("The value of a cookie that the response sets.")
                .example("res.cook(b)", SETS, "22")
                .binds(name, CookieFetches::response);
        table.addAll(List.of(set, set.as("scook"), set.as("set-cookie"), ofRequests.as("cookie", set)));
        var setNumber = fetch("res.cook_val", SINT, Source.RESPONSE_HEAD)
                .summary("The value of a cookie that the response sets, as a number.")
                .example("res.cook_val(b)", SETS, "22")
                .binds(name, n -> {
                    var reader = response(n);
                    return (scope, out) -> reader.read(scope, out) && Casts.toInteger(scope, out);
                });
        table.addAll(List.of(setNumber, setNumber.as("scook_val")));
        var setCount = fetch("res.cook_cnt", SINT, Source.RESPONSE_HEAD)
                .summary("How many cookies of a name the response sets, or in all.")
                .example("res.cook_cnt", SETS, "2")
                .example("res.cook_cnt(b)", SETS, "1")
                .binds(name, n -> (scope, out) -> {
                    var head = scope.response();
                    return head == null ? out.notYet() : count(head, FieldName.SET_COOKIE.id(), n, out);
                });
        table.addAll(List.of(setCount, setCount.as("scook_cnt")));
    }

    private static Reader request(Text name) {
        return (scope, out) -> {
            var head = scope.request();
            if (head == null) return out.notYet();
            return out.iterate || name.length() == 0
                    ? next(head, FieldName.COOKIE.id(), name, out)
                    : last(head, FieldName.COOKIE.id(), name, out);
        };
    }

    private static Reader response(Text name) {
        return (scope, out) -> {
            var head = scope.response();
            if (head == null) return out.notYet();
            return out.iterate || name.length() == 0
                    ? next(head, FieldName.SET_COOKIE.id(), name, out)
                    : last(head, FieldName.SET_COOKIE.id(), name, out);
        };
    }

    /** As watched: of several cookies of a name the last one counts. */
    private static boolean last(Head head, int field, Text name, Sample out) {
        var found = false;
        do {
            out.more = false;
            found |= next(head, field, name, out);
        } while (out.more);
        return found;
    }

    /** The name stands before the value that {@link #next} finds, up to the equals sign. */
    private static boolean names(Scope scope, Head head, int field, Text delimiter, Sample out) {
        var room = 0;
        for (var i = head.find(field, 0); i >= 0; i = head.find(field, i + 1)) room += head.valueLength(i) + 1;
        var at = scope.scratch().take(room);
        var to = at;
        do {
            out.more = false;
            if (!next(head, field, ANY, out)) break;
            if (to > at) Slab.putByte(to++, Slab.byteAt(delimiter.at()));
            var end = out.at - 1;
            var from = end;
            var start = head.valueAt(out.cursorOffset > 0 ? out.cursor : out.cursor - 1);
            while (from > start && isOfName(Slab.byteAt(from - 1))) from--;
            Slab.copy(from, to, end - from);
            to += end - from;
        } while (out.more);
        out.more = false;
        return out.text(at, to - at);
    }

    private static boolean isOfName(byte c) {
        return c > ' ' && c != ';' && c != ',';
    }

    private static boolean count(Head head, int field, Text name, Sample out) {
        out.cursor = 0;
        out.cursorOffset = 0;
        var count = 0;
        do {
            out.more = false;
            if (next(head, field, name, out)) count++;
        } while (out.more);
        out.more = false;
        return out.integer(count);
    }

    /** The next cookie of that name, from where the sample's cursor stands. Of a Set-Cookie only the first pair is one. */
    private static boolean next(Head head, int field, Text name, Sample out) {
        for (var index = head.find(field, out.cursor); index >= 0; index = head.find(field, index + 1)) {
            var at = head.valueAt(index);
            var length = head.valueLength(index);
            var from = index == out.cursor ? out.cursorOffset : 0;
            while (from < length) {
                var end = from;
                while (end < length && Slab.byteAt(at + end) != ';') end++;
                var found = pair(at, from, end, name, out);
                from = field == FieldName.COOKIE.id() ? end + 1 : length;
                if (!found) continue;
                out.cursor = from < length ? index : index + 1;
                out.cursorOffset = from < length ? from : 0;
                out.more = from < length || head.find(field, index + 1) >= 0;
                return true;
            }
        }
        return false;
    }

    private static boolean pair(int at, int from, int end, Text name, Sample out) {
        var start = from;
        while (start < end && Slab.byteAt(at + start) == ' ') start++;
        var equals = start;
        while (equals < end && Slab.byteAt(at + equals) != '=') equals++;
        if (equals == end) return false;
        if (name.length() > 0) {
            if (name.length() != equals - start || !Slab.equal(at + start, name.at(), name.length())) return false;
        }
        var last = end;
        while (last > equals + 1 && Slab.byteAt(at + last - 1) == ' ') last--;
        return out.text(at + equals + 1, last - equals - 1);
    }
}
