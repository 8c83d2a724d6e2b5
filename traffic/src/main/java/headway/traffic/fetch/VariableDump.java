package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Casts;
import headway.language.sample.Digits;
import headway.language.sample.Figure;
import headway.language.sample.Parameter;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import headway.language.sample.VariableNames;
import headway.language.sample.VariableScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All variables of some scopes as {@code scope.name=value}, for who looks for a mistake. */
final class VariableDump implements Reader {
    /** In the order in which they are shown when no scope is named. */
    private static final List<VariableScope> ORDER = List.of(
            VariableScope.SESSION,
            VariableScope.TRANSACTION,
            VariableScope.REQUEST,
            VariableScope.RESPONSE,
            VariableScope.PROCESS);

    private static final Text TRUE = Text.of("true");
    private static final Text FALSE = Text.of("false");

    /** Which scopes, and where their variables have their names. */
    record Scopes(List<VariableScope> scopes, VariableNames names) {}

    /** A variable with the words before its value. */
    private record Entry(VariableScope scope, int slot, Text shown) {}

    private final Scopes scopes;
    private final String prefix;
    private final Text delimiter;
    private Entry @Nullable [] entries;

    VariableDump(Scopes scopes, String prefix, Text delimiter) {
        this.scopes = scopes;
        this.prefix = prefix;
        this.delimiter = delimiter;
    }

    /** The word of a scope; all scopes when it is left out. */
    static Parameter<Scopes> scope() {
        return new Parameter<>() {
            @Override
            public String type() {
                return "string";
            }

            @Override
            public String name() {
                return "scope";
            }

            @Override
            public Scopes parse(String text, Binding binding) throws BindException {
                for (var scope : ORDER)
                    if (scope.prefix().equals(text)) return new Scopes(List.of(scope), binding.variables());
                throw new BindException("invalid scope '" + text + "', expected 'proc', 'sess', 'txn', 'req' or 'res'");
            }

            @Override
            public boolean isOptional() {
                return true;
            }

            @Override
            public Scopes absent(Binding binding) {
                return new Scopes(ORDER, binding.variables());
            }
        };
    }

    /** Made once, when first asked for: all names are known only after the whole configuration has been read. */
    private Entry[] entries() {
        var known = entries;
        if (known == null) entries = known = list();
        return known;
    }

    private Entry[] list() {
        var list = new ArrayList<Entry>();
        for (var scope : scopes.scopes) {
            for (var name : scopes.names.names(scope)) {
                if (!name.startsWith(prefix)) continue;
                list.add(new Entry(scope, scopes.names.slot(scope, name), Text.of(scope.prefix() + "." + name + "=")));
            }
        }
        return list.toArray(new Entry[0]);
    }

    @Override
    public boolean read(Scope scope, Sample out) {
        var size = scope.figure(Figure.BUFFER_SIZE);
        var room = size == Figure.ABSENT ? Scratch.LIMIT : (int) size;
        var start = scope.scratch().take(room);
        var to = start;
        for (var entry : entries()) {
            if (!scope.variables(entry.scope).read(entry.slot, scope, out)) continue;
            var needed = delimiter.length() + entry.shown.length() + most(out);
            if (needed > start + room - to) return false;
            if (to > start) to = put(delimiter, to);
            to = value(scope, out, put(entry.shown, to));
        }
        return out.text(start, to - start);
    }

    private static int most(Sample value) {
        return switch (value.type) {
            case STR, METH, BIN -> 2 * value.length + 2;
            default -> 64;
        };
    }

    private static int put(Text text, int to) {
        Slab.copy(text.at(), to, text.length());
        return to + text.length();
    }

    private static int value(Scope scope, Sample value, int to) {
        return switch (value.type) {
            case STR, METH -> quoted(value, to);
            case BIN -> hexadecimal(value, to);
            case BOOL -> put(value.integer == 0 ? FALSE : TRUE, to);
            case SINT -> to + Digits.put(to, value.integer);
            case IPV4, IPV6 -> {
                Casts.toText(scope, value);
                Slab.copy(value.at, to, value.length);
                yield to + value.length;
            }
            case ANY, ADDR -> to;
        };
    }

    private static int quoted(Sample value, int to) {
        Slab.putByte(to++, (byte) '"');
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            var escaped = escaped(c);
            if (escaped != 0) Slab.putByte(to++, (byte) '\\');
            Slab.putByte(to++, escaped == 0 ? c : (byte) escaped);
        }
        Slab.putByte(to++, (byte) '"');
        return to;
    }

    private static char escaped(byte c) {
        return switch (c) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '\r' -> 'r';
            case '\n' -> 'n';
            case '\b' -> 'b';
            case 0 -> '0';
            default -> 0;
        };
    }

    private static int hexadecimal(Sample value, int to) {
        Slab.putByte(to++, (byte) 'x');
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i) & 255;
            Slab.putByte(to++, (byte) Character.forDigit(c >> 4, 16));
            Slab.putByte(to++, (byte) Character.forDigit(c & 15, 16));
        }
        return to;
    }
}
