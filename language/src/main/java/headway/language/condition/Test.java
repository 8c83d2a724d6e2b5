package headway.language.condition;

import headway.language.pattern.MatchMethod;
import headway.language.pattern.PatternUse;
import headway.language.sample.Converter;
import headway.language.sample.Expression;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One test of an ACL: the values of an expression against lists of patterns. */
final class Test implements Condition {
    private final Expression expression;
    private final @Nullable Converter cast;
    private final MatchMethod method;
    private final PatternUse[] lists;

    /**
     * @param cast makes the value one of the method's type; null when nothing has to be done
     * @param lists none when the method needs no patterns
     */
    Test(Expression expression, @Nullable Converter cast, MatchMethod method, List<PatternUse> lists) {
        this.expression = expression;
        this.cast = cast;
        this.method = method;
        this.lists = lists.toArray(new PatternUse[0]);
    }

    Expression expression() {
        return expression;
    }

    @Override
    public int test(Scope scope) {
        var scratch = scope.scratch();
        var mark = scratch.mark();
        var value = scratch.borrow();
        value.beginAll();
        var answer = test(scope, value);
        scratch.giveBack();
        scratch.reset(mark);
        return answer;
    }

    private int test(Scope scope, Sample value) {
        do {
            if (!expression.read(scope, value)) break;
            if (cast != null && !cast.convert(scope, value)) break;
            if (matches(value)) return YES;
        } while (value.more);
        return value.mayChange && !scope.isFinal() ? UNKNOWN : NO;
    }

    private boolean matches(Sample value) {
        if (method == MatchMethod.FOUND) return true;
        if (method == MatchMethod.BOOL) return value.integer != 0;
        for (var list : lists) if (list.matches(value)) return true;
        return false;
    }
}
