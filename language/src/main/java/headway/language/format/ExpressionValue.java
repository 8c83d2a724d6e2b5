package headway.language.format;

import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.LineValue;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;

/**
 * The value of an expression within a format.
 *
 * @param isMessage control characters become {@code %XX}
 * @param isBinary a value is not cut at its first NUL
 */
record ExpressionValue(Expression expression, boolean isMessage, boolean isBinary) implements LineValue {
    @Override
    public boolean write(Scope scope, LineWriter out) {
        var scratch = scope.scratch();
        var mark = scratch.mark();
        var value = scratch.borrow();
        var is = read(scope, value);
        if (is && isMessage) encode(out, value);
        else if (is) out.copy(value.at, isBinary ? value.length : beforeNul(value));
        scratch.giveBack();
        scratch.reset(mark);
        return is;
    }

    private boolean read(Scope scope, Sample value) {
        if (!isBinary) return expression.readText(scope, value);
        return expression.read(scope, value) && (value.type == SampleType.BIN || Casts.toText(scope, value));
    }

    /** As in HAProxy, a text ends at its first NUL: what reads lines of a log may take one for their end. */
    private static int beforeNul(Sample value) {
        for (var i = 0; i < value.length; i++) if (Slab.byteAt(value.at + i) == 0) return i;
        return value.length;
    }

    private static void encode(LineWriter out, Sample value) {
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            if (isControl(c)) {
                out.character('%');
                out.hexadecimal(c, 2);
            } else {
                out.character(c);
            }
        }
    }

    static boolean isControl(byte c) {
        return c >= 0 && c < ' ' && c != '\t' || c == 127;
    }
}
