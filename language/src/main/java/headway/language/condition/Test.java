package headway.language.condition;

import headway.language.sample.Converter;
import headway.language.sample.Expression;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One test of an ACL: the values of an expression against a set of patterns. */
final class Test implements Condition {
    private final Expression expression;
    private final @Nullable Converter cast;
    private final Matcher[] matchers;

    Test(Expression expression, @Nullable Converter cast, List<Matcher> matchers) {
        this.expression = expression;
        this.cast = cast;
        this.matchers = matchers.toArray(new Matcher[0]);
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
            for (var matcher : matchers) if (matcher.matches(value)) return YES;
        } while (value.more);
        return value.mayChange && !scope.isFinal() ? UNKNOWN : NO;
    }
}
