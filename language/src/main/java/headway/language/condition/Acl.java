package headway.language.condition;

import headway.language.sample.Binding;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An ACL: tests of which one must succeed, in the order in which they were declared. */
final class Acl implements Condition {
    /** What its tests look at, so that a rule need not ask each of thousands. */
    private final Set<Source> sources = EnumSet.noneOf(Source.class);

    private Test[] tests;
    private int count;

    Acl(List<Test> tests) {
        this.tests = new Test[Math.max(1, tests.size())];
        for (var test : tests) add(test);
    }

    /** Only while the configuration is read. */
    void add(Test test) {
        if (count == tests.length) tests = Arrays.copyOf(tests, 2 * count);
        tests[count++] = test;
        sources.add(test.expression().source());
    }

    List<Test> tests() {
        return Arrays.asList(tests).subList(0, count);
    }

    /** Whether all of its tests can have a value in that place. */
    boolean isIn(Binding place) {
        for (var source : sources) if (!source.isIn(place)) return false;
        return true;
    }

    @Override
    public int test(Scope scope) {
        var answer = NO;
        for (var i = 0; i < count; i++) {
            answer |= tests[i].test(scope);
            if (answer == YES) break;
        }
        return answer;
    }
}
