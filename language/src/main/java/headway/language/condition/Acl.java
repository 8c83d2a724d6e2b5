package headway.language.condition;

import headway.language.sample.Scope;
import java.util.Arrays;
import java.util.List;

/** An ACL: tests of which one must succeed, in the order in which they were declared. */
final class Acl implements Condition {
    private Test[] tests;

    Acl(List<Test> tests) {
        this.tests = tests.toArray(new Test[0]);
    }

    /** Only while the configuration is read. */
    void add(Test test) {
        tests = Arrays.copyOf(tests, tests.length + 1);
        tests[tests.length - 1] = test;
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
