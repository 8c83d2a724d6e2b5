package headway.language.condition;

import headway.language.sample.Sample;

/** A set of patterns of one method, as it runs. */
@FunctionalInterface
interface Matcher {
    /** Whether a value, already of the method's type, equals at least one pattern. */
    boolean matches(Sample value);
}
