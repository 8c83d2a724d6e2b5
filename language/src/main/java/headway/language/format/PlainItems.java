package headway.language.format;

import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.sample.LineValue;

/** Values as they stand in a line for people. */
final class PlainItems {
    private PlainItems() {}

    /** In quotes, also when there is none. */
    static LineValue quoted(LineValue value) {
        return (scope, out) -> {
            out.character('"');
            value.write(scope, out);
            out.character('"');
            return true;
        };
    }

    /** In quotes, and nothing at all when there is none. */
    static LineValue quotedIfAny(LineValue value) {
        return (scope, out) -> {
            var from = out.tail();
            out.character('"');
            if (value.write(scope, out)) out.character('"');
            else out.rewind(from);
            return true;
        };
    }

    /** With a backslash before quote, backslash and closing bracket (RFC 5424 6.3.3). */
    static LineValue escaped(LineValue value) {
        return (scope, out) -> {
            var from = out.tail();
            var is = value.write(scope, out);
            if (is) escape(out, from);
            return is;
        };
    }

    private static void escape(LineWriter out, int from) {
        var end = out.tail();
        var more = 0;
        for (var i = from; i < end; i++) if (isEscaped(Slab.byteAt(i))) more++;
        if (more == 0 || !out.open(from, more)) return;
        var to = from;
        for (var i = from + more; i < end + more; i++) {
            var c = Slab.byteAt(i);
            if (isEscaped(c)) Slab.putByte(to++, (byte) '\\');
            Slab.putByte(to++, c);
        }
    }

    private static boolean isEscaped(byte c) {
        return c == '"' || c == '\\' || c == ']';
    }
}
