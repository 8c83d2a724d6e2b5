package headway.language.format;

import headway.language.format.Flags.Encoding;
import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Kind;
import headway.language.sample.AliasEntry.Known;
import headway.language.sample.Expression;
import headway.language.sample.LineValue;
import headway.language.sample.SampleType;
import headway.language.sample.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a format together: each item becomes the one small writer that its flags ask for. */
final class FormatBuilder {
    private final FormatKind kind;
    private final List<Item> items = new ArrayList<>();
    /** The named values of an encoding that holds for the whole text. */
    private final List<Item> members = new ArrayList<>();

    private Known known = Known.AT_ONCE;
    private final Set<String> names = new HashSet<>();
    private @Nullable Expression lone;

    FormatBuilder(FormatKind kind) {
        this.kind = kind;
    }

    boolean isEmpty() {
        return items.isEmpty() && members.isEmpty();
    }

    void literal(String text) {
        items.add(PlainItems.literal(Text.of(text)));
    }

    void separator() {
        items.add(PlainItems.separator());
    }

    void alias(AliasEntry alias, Flags all, Flags own, ItemName name) {
        names.add(alias.name());
        if (alias.known().compareTo(known) > 0) known = alias.known();
        if (own.encoding() == Encoding.PLAIN && all.encoding() == Encoding.PLAIN) items.add(plain(alias, own));
        else encoded(own.hexadecimal() ? alias.hexadecimal() : alias.raw(), ValueType.of(alias), all, own, name);
    }

    private Item plain(AliasEntry alias, Flags own) {
        var written = own.hexadecimal() ? alias.hexadecimal() : alias.value();
        // As watched: what is written in hexadecimal is not quoted.
        var isNumber = alias.kind() == Kind.NUMBER || own.hexadecimal() && alias.hexadecimal() != alias.value();
        if (isNumber) return PlainItems.value(written, kind.missing());
        var value = own.escape() ? PlainItems.escaped(written) : written;
        return switch (alias.kind()) {
            case NUMBER, WORD -> PlainItems.value(value, kind.missing());
            case LIST -> own.quote() ? PlainItems.quotedIfAny(value) : value::write;
            case ITEMS -> own.quote() && alias.quoted() != null ? alias.quoted()::write : value::write;
            case TEXT -> own.quote() ? PlainItems.quoted(value) : PlainItems.value(value, kind.missing());
        };
    }

    void expression(Expression expression, Flags all, Flags own, ItemName name) {
        names.add(expression.fetchName());
        if (known != Known.AT_END) known = Known.WITH_RESPONSE;
        var binary = all.binary();
        if (own.encoding() == Encoding.PLAIN && all.encoding() == Encoding.PLAIN) {
            lone = isEmpty() && !own.escape() && !own.quote() && !binary ? expression : null;
            LineValue value = new ExpressionValue(expression, kind.isMessage() && !binary, binary);
            if (own.escape()) value = PlainItems.escaped(value);
            items.add(
                    own.quote() && !kind.isMessage()
                            ? PlainItems.quoted(value)
                            : PlainItems.value(value, kind.missing()));
        } else {
            var isBytes = expression.type() == SampleType.BIN;
            encoded(new ExpressionValue(expression, false, isBytes), ValueType.of(expression), all, own, name);
        }
    }

    private void encoded(LineValue value, ValueType type, Flags all, Flags own, ItemName name) {
        var as = name.type() == null ? type : name.type();
        var encoding = all.encoding() == Encoding.PLAIN ? own.encoding() : all.encoding();
        var isBytes = value instanceof ExpressionValue read && read.isBinary() && as == ValueType.TEXT;
        var item = encoding == Encoding.JSON ? JsonItems.value(value, as) : CborItems.value(value, as, isBytes);
        if (all.encoding() == Encoding.PLAIN) items.add(encoding == Encoding.JSON ? item : printable(item));
        else if (!name.name().isEmpty()) member(name.name(), item, encoding);
    }

    private static Item printable(Item item) {
        return (scope, out) -> {
            var from = out.tail();
            item.write(scope, out);
            CborItems.hexadecimal(out, from);
        };
    }

    private void member(String name, Item value, Encoding encoding) {
        var key = encoding == Encoding.JSON ? Keys.json(name, members.isEmpty()) : Keys.cbor(name);
        members.add((scope, out) -> {
            out.copy(key.at(), key.length());
            value.write(scope, out);
        });
    }

    Format format(Flags last) {
        var line = line(last);
        var only = lone;
        return only != null && items.size() == 1 && kind.isMessage() && !kind.mergesBlanks()
                ? new LoneExpression(only, line)
                : line;
    }

    LineFormat line(Flags last) {
        return new LineFormat(
                switch (last.encoding()) {
                    case PLAIN -> items;
                    case JSON -> enclosed('{', '}', members);
                    case CBOR -> cbor(last);
                },
                known,
                names);
    }

    private List<Item> cbor(Flags last) {
        var map = enclosed(CborItems.MAP_BEGIN, CborItems.BREAK, members);
        if (last.binary()) return map;
        return List.of(printable((scope, out) -> {
            for (var item : map) item.write(scope, out);
        }));
    }

    private static List<Item> enclosed(int first, int last, List<Item> members) {
        var all = new ArrayList<Item>();
        all.add((scope, out) -> out.character(first));
        all.addAll(members);
        all.add((scope, out) -> out.character(last));
        return all;
    }

    /** What stands before a value, made at load. */
    private static final class Keys {
        static Text json(String name, boolean isFirst) {
            var quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
            return Text.of((isFirst ? "" : ", ") + '"' + quoted + "\": ");
        }

        static Text cbor(String name) {
            var bytes = name.getBytes(StandardCharsets.ISO_8859_1);
            var head = bytes.length < 24
                    ? new byte[] {(byte) (0x60 | bytes.length)}
                    : new byte[] {0x78, (byte) bytes.length};
            var all = new byte[head.length + bytes.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(bytes, 0, all, head.length, bytes.length);
            return Text.of(all);
        }
    }
}
