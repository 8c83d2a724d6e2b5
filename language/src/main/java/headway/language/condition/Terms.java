package headway.language.condition;

import headway.language.sample.Scope;
import java.util.List;

/** A condition in HAProxy's form: one of several rows, in each of which all terms hold (configuration manual 7.2). */
final class Terms implements Condition {
    /** An ACL, perhaps with an exclamation mark. */
    record Term(Condition acl, boolean negated) {}

    private final Condition[][] acls;
    private final boolean[][] negated;
    private final boolean unless;

    Terms(List<List<Term>> rows, boolean unless) {
        this.unless = unless;
        acls = new Condition[rows.size()][];
        negated = new boolean[rows.size()][];
        for (var i = 0; i < acls.length; i++) {
            var row = rows.get(i);
            acls[i] = row.stream().map(Term::acl).toArray(Condition[]::new);
            negated[i] = new boolean[row.size()];
            for (var j = 0; j < row.size(); j++) negated[i][j] = row.get(j).negated();
        }
    }

    @Override
    public int test(Scope scope) {
        var answer = NO;
        for (var i = 0; i < acls.length && answer != YES; i++) answer |= row(scope, acls[i], negated[i]);
        return unless ? Condition.not(answer) : answer;
    }

    private static int row(Scope scope, Condition[] acls, boolean[] negated) {
        var answer = YES;
        for (var i = 0; i < acls.length && answer != NO; i++) {
            var one = acls[i].test(scope);
            answer &= negated[i] ? Condition.not(one) : one;
        }
        return answer;
    }
}
