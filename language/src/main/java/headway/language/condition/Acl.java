package headway.language.condition;

import headway.language.sample.Scope;
import java.util.List;

/** An ACL: tests of which one must succeed. */
final class Acl implements Condition {
    private final Test[] tests;

    Acl(List<Test> tests) {
        this.tests = tests.toArray(new Test[0]);
    }

    List<Test> tests() {
        return List.of(tests);
    }

    @Override
    public int test(Scope scope) {
        var answer = NO;
        for (var test : tests) {
            answer |= test.test(scope);
            if (answer == YES) break;
        }
        return answer;
    }
}
