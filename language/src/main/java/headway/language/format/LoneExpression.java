package headway.language.format;

import headway.base.memory.Slab;
import headway.language.sample.Expression;
import headway.language.sample.Sample;
import headway.language.sample.Scope;

/**
 * A format of one expression and nothing else: its value is given as it lies unless something of it has to be encoded.
 *
 * @param otherwise the same, for values that are
 */
record LoneExpression(Expression expression, Format otherwise) implements Format {
    @Override
    public boolean write(Scope scope, Sample out) {
        out.begin();
        if (!expression.readText(scope, out)) return out.text(0, 0);
        for (var i = 0; i < out.length; i++)
            if (ExpressionValue.isControl(Slab.byteAt(out.at + i))) return otherwise.write(scope, out);
        return true;
    }
}
