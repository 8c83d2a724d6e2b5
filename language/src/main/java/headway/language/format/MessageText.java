package headway.language.format;

import headway.base.memory.Buffer;
import headway.base.memory.Slab;
import headway.language.sample.Digits;
import headway.language.sample.Expression;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format whose text goes into a message: a field's value or a body. Control characters of values become {@code %XX}, as in HAProxy, so that no value can
 * end a line; what has no value is empty.
 */
final class MessageText implements Format {
    /** HAProxy's texts end with its buffer; so do these. */
    static final int LIMIT = 16384;

    /**
     * A literal, or an expression.
     *
     * @param escape {@code +E}: a backslash before quote, backslash and closing bracket
     */
    record Piece(@Nullable Text literal, @Nullable Expression expression, boolean escape) {}

    private final Piece[] pieces;

    MessageText(List<Piece> pieces) {
        this.pieces = pieces.toArray(new Piece[0]);
    }

    @Override
    public boolean write(Scope scope, Sample out) {
        if (pieces.length == 1 && isPlain(pieces[0], scope, out)) return true;
        var work = scope.scratch().work(LIMIT);
        var fits = fill(work, scope);
        if (fits) keep(work, scope, out);
        work.release();
        return fits;
    }

    /** A lone value without anything to encode is given as it lies. */
    private static boolean isPlain(Piece piece, Scope scope, Sample out) {
        var expression = piece.expression;
        if (expression == null || piece.escape) return false;
        out.begin();
        if (!expression.readText(scope, out)) return out.text(0, 0);
        for (var i = 0; i < out.length; i++) if (isControl(Slab.byteAt(out.at + i))) return false;
        return true;
    }

    private boolean fill(Buffer work, Scope scope) {
        for (var piece : pieces) {
            var literal = piece.literal;
            if (literal != null) {
                if (literal.length() > LIMIT - work.length()) return false;
                work.append(literal.at(), literal.length());
            }
            if (piece.expression != null && !append(work, scope, piece.expression, piece.escape)) return false;
        }
        return true;
    }

    private static boolean append(Buffer work, Scope scope, Expression expression, boolean escape) {
        var scratch = scope.scratch();
        var mark = scratch.mark();
        var value = scratch.borrow();
        var fits = !expression.readText(scope, value) || encode(work, value.at, value.length, escape);
        scratch.giveBack();
        scratch.reset(mark);
        return fits;
    }

    private static boolean encode(Buffer work, int at, int length, boolean escape) {
        for (var i = 0; i < length; i++) {
            if (LIMIT - work.length() < 3) return false;
            var c = Slab.byteAt(at + i);
            var to = work.tail();
            if (isControl(c)) {
                Slab.putByte(to, (byte) '%');
                Digits.putHex(to + 1, c);
                work.grow(3);
            } else if (escape && (c == '"' || c == '\\' || c == ']')) {
                Slab.putByte(to, (byte) '\\');
                Slab.putByte(to + 1, c);
                work.grow(2);
            } else {
                Slab.putByte(to, c);
                work.grow(1);
            }
        }
        return true;
    }

    private static boolean isControl(byte c) {
        return c >= 0 && c < ' ' && c != '\t' || c == 127;
    }

    private static void keep(Buffer work, Scope scope, Sample out) {
        var length = work.length();
        var at = scope.scratch().take(length);
        Slab.copy(work.at(), at, length);
        out.text(at, length);
    }
}
