package headway.language.pattern;

import headway.language.sample.BindException;
import headway.language.sample.Sample;

/**
 * Finds the entry of a list that a value equals, by one way of comparing. {@link #find} may be called by any thread at any time; everything else by one thread at a
 * time.
 */
interface PatternIndex {
    int NONE = -1;

    /** The number of the entry that a value, already of the method's type, equals; of several the one that HAProxy takes. */
    int find(Sample value);

    /** Whether there is one. */
    default boolean holds(Sample value) {
        return find(value) != NONE;
    }

    /** Refuses a key that means nothing here. */
    void check(String key) throws BindException;

    /** Takes in an entry, the latest so far. */
    void add(int entry) throws BindException;

    void remove(int entry);

    /**
     * Takes in an entry that a former index of the same kind has under another number: what that knows of it need not be found out again.
     *
     * @param known its number there
     */
    default void add(int entry, PatternIndex former, int known) throws BindException {
        add(entry);
    }

    /** Whether it is soon to make much anew for a small change. */
    default boolean isCrowded() {
        return false;
    }

    /** Makes it anew now, so that it is not crowded. */
    default void makeRoom() {}

    /** Ends a series of additions and removals: they are seen from now on at the latest. */
    default void ready() {}
}
