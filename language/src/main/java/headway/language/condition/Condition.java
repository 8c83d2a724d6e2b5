package headway.language.condition;

import headway.language.sample.Scope;

/** A bound condition. Its three answers are numbers such that {@code &} and {@code |} combine them. */
@FunctionalInterface
public interface Condition {
    int NO = 0;
    /** Data is lacking that may still come. */
    int UNKNOWN = 1;

    int YES = 3;

    int test(Scope scope);

    static int of(boolean truth) {
        return truth ? YES : NO;
    }

    /** NO and YES change places, UNKNOWN stays. */
    static int not(int answer) {
        return answer == UNKNOWN ? UNKNOWN : YES - answer;
    }
}
