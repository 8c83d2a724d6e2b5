package headway.traffic.balance;

import headway.language.model.HashType;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.Sample;

/** {@code balance hash}: the value of an expression as bytes, a number in eight of them; with {@code hash-type ... none} as text, since that is read as a number. */
final class ExpressionKey extends TextKey {
    private final Expression expression;
    private final boolean asText;

    ExpressionKey(Expression expression, HashType.Function function) {
        super(KeyHash.of(function));
        this.expression = expression;
        asText = function == HashType.Function.NONE;
    }

    @Override
    public String name() {
        return "hash";
    }

    @Override
    boolean find(Choice choice, Sample key) {
        var scope = choice.scope;
        if (scope == null) return false;
        key.begin();
        if (!expression.read(scope, key)) return false;
        return asText ? Casts.toText(scope, key) : Casts.toBinary(scope, key);
    }
}
