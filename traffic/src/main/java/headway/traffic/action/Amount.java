package headway.traffic.action;

import headway.language.rule.ActionLine;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import org.jspecify.annotations.Nullable;

/** A number that a rule says itself, or an expression that has it when the rule runs. */
record Amount(long constant, @Nullable Expression expression) {
    /** Stands for no value. */
    static final long NONE = Long.MIN_VALUE;

    static Amount of(long constant) {
        return new Amount(constant, null);
    }

    /** The expression that begins with the next word. */
    static Amount of(ActionLine line) throws BindException {
        return new Amount(0, line.expression(SampleType.SINT));
    }

    /** The next word as a number in decimal or, after {@code 0x}, in hexadecimal; else an expression. */
    static Amount ofNumberOrExpression(ActionLine line) throws BindException {
        var word = line.words().peek();
        if (!word.matches("0[xX][0-9a-fA-F]+|\\d+")) return of(line);
        line.words().take();
        try {
            return of(Long.decode(word.matches("0+\\d+") ? word.replaceFirst("^0+", "") : word));
        } catch (NumberFormatException e) {
            throw new BindException("invalid character starting at '" + word + "' (integer/hex value expected)");
        }
    }

    /** The number, or {@link #NONE} when the expression has no value. */
    long read(Scope scope) {
        var from = expression;
        if (from == null) return constant;
        var scratch = scope.scratch();
        var mark = scratch.mark();
        var value = scratch.borrow();
        var number = from.read(scope, value) && Casts.toInteger(scope, value) ? value.integer : NONE;
        scratch.giveBack();
        scratch.reset(mark);
        return number;
    }
}
