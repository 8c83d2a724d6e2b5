package headway.language.format;

import headway.language.format.Flags.Encoding;
import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Kind;
import headway.language.sample.AliasEntry.Known;
import headway.language.sample.Expression;
import headway.language.sample.LineValue;
import headway.language.sample.SampleType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a format together: each item becomes the one small writer that its flags ask for. */
final class FormatBuilder {
    private static final String QUOTED_NOTHING = "\"\"";

    private final FormatKind kind;
    private final List<Step> steps = new ArrayList<>();
    /** The named values of an encoding that holds for the whole text. */
    private final List<Step> members = new ArrayList<>();

    private Known known = Known.AT_ONCE;
    private final Set<String> names = new HashSet<>();
    private @Nullable Expression lone;
    /** What stands before the next value. */
    private boolean separated;

    private String literal = "";

    FormatBuilder(FormatKind kind) {
        this.kind = kind;
    }

    boolean isEmpty() {
        return steps.isEmpty() && members.isEmpty() && !separated && literal.isEmpty();
    }

    void literal(String text) {
        literal += text;
    }

    void separator() {
        if (!literal.isEmpty()) flush();
        separated = true;
    }

    private void flush() {
        if (!separated && literal.isEmpty()) return;
        steps.add(Step.literal(separated, literal));
        separated = false;
        literal = "";
    }

    private void value(LineValue value, String missing) {
        steps.add(new Step(separated, literal, value, missing));
        separated = false;
        literal = "";
    }

    void alias(AliasEntry alias, Flags all, Flags own, ItemName name) {
        names.add(alias.name());
        if (alias.known().compareTo(known) > 0) known = alias.known();
        if (own.encoding() == Encoding.PLAIN && all.encoding() == Encoding.PLAIN) plain(alias, own);
        else encoded(own.hexadecimal() ? alias.hexadecimal() : alias.raw(), ValueType.of(alias), all, own, name);
    }

    private void plain(AliasEntry alias, Flags own) {
        var written = own.hexadecimal() ? alias.hexadecimal() : alias.value();
        // As watched: what is written in hexadecimal is not quoted, but its absence is.
        var isNumber = alias.kind() == Kind.NUMBER || own.hexadecimal() && alias.hexadecimal() != alias.value();
        if (isNumber) {
            value(written, own.quote() ? QUOTED_NOTHING : kind.missing());
            return;
        }
        var value = own.escape() ? PlainItems.escaped(written) : written;
        switch (alias.kind()) {
            case NUMBER, WORD -> value(value, kind.missing());
            case LIST -> value(own.quote() ? PlainItems.quotedIfAny(value) : value, "");
            case ITEMS -> value(own.quote() ? quoted(alias) : value, "");
            case TEXT -> text(value, own.quote());
        }
    }

    private static LineValue quoted(AliasEntry alias) {
        var own = alias.quoted();
        return own == null ? PlainItems.quoted(alias.value()) : own;
    }

    private void text(LineValue value, boolean quote) {
        if (quote) value(PlainItems.quoted(value), "");
        else value(value, kind.missing());
    }

    void expression(Expression expression, Flags all, Flags own, ItemName name) {
        names.add(expression.fetchName());
        if (known != Known.AT_END) known = Known.WITH_RESPONSE;
        if (own.encoding() == Encoding.PLAIN && all.encoding() == Encoding.PLAIN) {
            plain(expression, all.binary(), own);
        } else {
            var isBytes = expression.type() == SampleType.BIN;
            encoded(new ExpressionValue(expression, false, isBytes), ValueType.of(expression), all, own, name);
        }
    }

    private void plain(Expression expression, boolean isBinary, Flags own) {
        lone = isEmpty() && !own.escape() && !own.quote() && !isBinary ? expression : null;
        LineValue value = new ExpressionValue(expression, kind.isMessage() && !isBinary, isBinary);
        if (own.escape()) value = PlainItems.escaped(value);
        text(value, own.quote() && !kind.isMessage());
    }

    private void encoded(LineValue value, ValueType type, Flags all, Flags own, ItemName name) {
        var as = name.type() == null ? type : name.type();
        var encoding = all.encoding() == Encoding.PLAIN ? own.encoding() : all.encoding();
        var isBytes = value instanceof ExpressionValue read && read.isBinary() && as == ValueType.TEXT;
        var item = encoding == Encoding.JSON ? JsonItems.value(value, as) : CborItems.value(value, as, isBytes);
        if (all.encoding() == Encoding.PLAIN) value(encoding == Encoding.JSON ? item : printable(item), "");
        else if (!name.name().isEmpty()) members.add(new Step(false, key(name.name(), encoding), item, ""));
    }

    private String key(String name, Encoding encoding) {
        if (encoding == Encoding.CBOR) return CborItems.key(name);
        var quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return (members.isEmpty() ? "" : ", ") + '"' + quoted + "\": ";
    }

    private static LineValue printable(LineValue item) {
        return (scope, out) -> {
            var from = out.tail();
            item.write(scope, out);
            CborItems.hexadecimal(out, from);
            return true;
        };
    }

    Format format(Flags last) {
        var only = lone;
        var line = line(last);
        return only != null && steps.size() == 1 && kind.isMessage() && !kind.mergesBlanks()
                ? new LoneExpression(only, line)
                : line;
    }

    LineFormat line(Flags last) {
        flush();
        return new LineFormat(
                switch (last.encoding()) {
                    case PLAIN -> steps;
                    case JSON -> enclosed("{", "}");
                    case CBOR -> cbor(last);
                },
                known,
                names);
    }

    private List<Step> cbor(Flags last) {
        var map = enclosed(CborItems.MAP_BEGIN, CborItems.BREAK);
        if (last.binary()) return map;
        var parts = map.toArray(new Step[0]);
        LineValue all = (scope, out) -> {
            for (var part : parts) part.write(scope, out);
            return true;
        };
        return List.of(new Step(false, "", printable(all), ""));
    }

    private List<Step> enclosed(String first, String last) {
        var all = new ArrayList<Step>();
        all.add(Step.literal(false, first));
        all.addAll(members);
        all.add(Step.literal(false, last));
        return all;
    }
}
