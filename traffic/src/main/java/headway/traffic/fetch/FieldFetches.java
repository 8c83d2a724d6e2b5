package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.fieldName;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.ADDR;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.sample.Casts;
import headway.language.sample.FetchEntry;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of requests and responses. */
final class FieldFetches {
    private static final FieldRef ANY = new FieldRef(0, 0, 0);

    static final List<FetchEntry> TABLE = table();

    private FieldFetches() {}

    /** Which head of the stream is read. */
    @FunctionalInterface
    private interface Side {
        @Nullable
        Head head(Scope scope);
    }

    private static FetchEntry named(String name, List<FetchEntry> entries) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        var requests = side("req.", Source.REQUEST_HEAD, Scope::request, "");
        var responses = side("res.", Source.RESPONSE_HEAD, Scope::response, "HTTP/1.1 200 OK\n");
        for (var entry : requests) {
            table.add(entry);
            // As watched, of the older names without a direction only this one has a meaning in responses.
            var old = entry.name().substring(4);
            table.add(old.equals("hdr") ? entry.as(old, named("res.hdr", responses)) : entry.as(old));
        }
        for (var entry : responses) {
            table.add(entry);
            var old = entry.name().substring(4);
            if (old.startsWith("hdr") && !old.equals("hdr_names") && !old.startsWith("hdrs"))
                table.add(entry.as("s" + old));
        }
        table.removeIf(e -> e.name().startsWith("hdrs")
                || e.name().equals("hdr_names")
                || e.name().startsWith("fhdr"));
        return table;
    }

    private static List<FetchEntry> side(String prefix, Source source, Side side, String start) {
        var all = new ArrayList<>(elements(prefix, source, side, start));
        all.addAll(whole(prefix, source, side, start));
        return all;
    }

    private static List<FetchEntry> elements(String prefix, Source source, Side side, String start) {
        var list = start + "x-a: one, two\nx-a: three";
        return List.of(
                fetch(prefix + "hdr", STR, source)
                        .summary(
                                "An element of a field's list; the last one unless its number is given, from 1, or from -1 backwards.")
                        .example(prefix + "hdr(X-A)", list, "three")
                        .example(prefix + "hdr(x-a,2)", list, "two")
                        .example(prefix + "hdr(x-a,-3)", list, "one")
                        .binds(
                                orElse(fieldName(), ANY),
                                orElse(integer("occ"), 0L),
                                (name, occ) -> element(side, name, occ)),
                fetch(prefix + "fhdr", STR, source)
                        .summary("The whole value of a field; the last one of that name unless its number is given.")
                        .example(prefix + "fhdr(x-a,1)", list, "one, two")
                        .binds(
                                orElse(fieldName(), ANY),
                                orElse(integer("occ"), 0L),
                                (name, occ) -> field(side, name, occ)),
                fetch(prefix + "hdr_cnt", SINT, source)
                        .summary("How many elements the lists of a field have.")
                        .example(prefix + "hdr_cnt(x-a)", list, "3")
                        .binds(orElse(fieldName(), ANY), name -> (scope, out) -> {
                            var head = side.head(scope);
                            return head == null ? out.notYet() : out.integer(ListValues.count(head, name));
                        }),
                fetch(prefix + "fhdr_cnt", SINT, source)
                        .summary("How many fields of a name there are.")
                        .example(prefix + "fhdr_cnt(x-a)", list, "2")
                        .binds(orElse(fieldName(), ANY), name -> (scope, out) -> {
                            var head = side.head(scope);
                            return head == null ? out.notYet() : out.integer(ListValues.countFields(head, name));
                        }),
                fetch(prefix + "hdr_val", SINT, source)
                        .summary("An element of a field's list as a number.")
                        .example(prefix + "hdr_val(x-n)", start + "x-n: 5, -7", "-7")
                        .binds(orElse(fieldName(), ANY), orElse(integer("occ"), 0L), (name, occ) -> {
                            var reader = element(side, name, occ);
                            return (scope, out) -> reader.read(scope, out) && Casts.toInteger(scope, out);
                        }),
                fetch(prefix + "hdr_ip", ADDR, source)
                        .summary("An element of a field's list as an address.")
                        .example(prefix + "hdr_ip(x-f,1)", start + "x-f: 10.0.0.1, 10.0.0.2", "10.0.0.1")
                        .binds(orElse(fieldName(), ANY), orElse(integer("occ"), 0L), (name, occ) -> {
                            var reader = element(side, name, occ);
                            return (scope, out) -> reader.read(scope, out) && Casts.toAddress(scope, out);
                        }));
    }

    private static List<FetchEntry> whole(String prefix, Source source, Side side, String start) {
        var list = start + "x-a: one, two\nx-a: three";
        return List.of(
                fetch(prefix + "hdr_names", STR, source)
                        .summary(
                                "The names of all fields, in their order, with a comma or another character between them.")
                        .example(prefix + "hdr_names", list, "x-a,x-a")
                        .example(prefix + "hdr_names(|)", list, "x-a|x-a")
                        .binds(
                                orElse(text("delim"), Text.of(",")),
                                delimiter -> (scope, out) -> names(side.head(scope), scope, delimiter, out)),
                fetch(prefix + "hdrs_bin", BIN, source)
                        .summary(
                                "Names and values of all fields, each with its length before it in the form of SPOE, and two empty ones at the end.")
                        .example(prefix + "hdrs_bin,hex", start + "x-n: 5", "03782D6E01350000")
                        .binds((scope, out) -> FieldBytes.write(side.head(scope), scope, out)),
                fetch(prefix + "hdrs", STR, source)
                        .summary("All fields as lines, and the empty line behind them.")
                        .example(prefix + "hdrs,length", list, "29")
                        .example(prefix + "hdrs,bytes(15,12)", list, "x-a: three%0D%0A")
                        .binds((scope, out) -> lines(side.head(scope), scope, out)));
    }

    private static boolean lines(@Nullable Head head, Scope scope, Sample out) {
        if (head == null) return out.notYet();
        var length = 2;
        for (var i = 0; i < head.fields(); i++) length += head.nameLength(i) + head.valueLength(i) + 4;
        var at = scope.scratch().take(length);
        var to = at;
        for (var i = 0; i < head.fields(); i++) {
            Slab.copy(head.nameAt(i), to, head.nameLength(i));
            to += head.nameLength(i);
            Slab.putByte(to, (byte) ':');
            Slab.putByte(to + 1, (byte) ' ');
            Slab.copy(head.valueAt(i), to + 2, head.valueLength(i));
            to = lineEnd(to + 2 + head.valueLength(i));
        }
        lineEnd(to);
        return out.text(at, length);
    }

    private static int lineEnd(int at) {
        Slab.putByte(at, (byte) '\r');
        Slab.putByte(at + 1, (byte) '\n');
        return at + 2;
    }

    private static Reader element(Side side, FieldRef name, long occurrence) {
        return (scope, out) -> {
            var head = side.head(scope);
            if (head == null) return out.notYet();
            if (name.length() == 0) return false;
            if (occurrence == 0 && out.iterate) return ListValues.next(head, name, out);
            return ListValues.element(head, name, occurrence == 0 ? -1 : occurrence, out);
        };
    }

    private static Reader field(Side side, FieldRef name, long occurrence) {
        return (scope, out) -> {
            var head = side.head(scope);
            if (head == null) return out.notYet();
            if (name.length() == 0) return false;
            if (occurrence == 0 && out.iterate) return ListValues.nextField(head, name, out);
            return ListValues.field(head, name, occurrence == 0 ? -1 : occurrence, out);
        };
    }

    private static boolean names(@Nullable Head head, Scope scope, Text delimiter, Sample out) {
        if (head == null) return out.notYet();
        var length = Math.max(0, head.fields() - 1);
        for (var i = 0; i < head.fields(); i++) length += head.nameLength(i);
        var at = scope.scratch().take(length);
        var to = at;
        for (var i = 0; i < head.fields(); i++) {
            if (i > 0) Slab.putByte(to++, Slab.byteAt(delimiter.at()));
            Slab.copy(head.nameAt(i), to, head.nameLength(i));
            to += head.nameLength(i);
        }
        return out.text(at, length);
    }
}
