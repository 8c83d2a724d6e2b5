package headway.language.rule;

import org.jspecify.annotations.Nullable;

/** Where a stream stands in the rule set that it is running, and what the last verdict asks for. One object a stream, reused for every set. */
public final class Progress {
    /** The rule to go on with. */
    int index;
    /** The action of that rule has begun and waits: its condition is not asked again. */
    boolean entered;

    /** When what the waiting action waits for is given up, in the loop's time. */
    public long untilNanos;
    /** With DENY, RETURN, TARPIT: what to answer. */
    public @Nullable Reply reply;
    /** With SWITCH_MODE: {@code h1} or {@code h2}, null when the connection is to find out. */
    public @Nullable String protocol;
    /** {@code strict-mode off}: what cannot be edited stays as it is. Holds to the end of the rule set. */
    public boolean lenient;
    /** The rule that gave the last final verdict, for who explains it; null when none did. */
    public @Nullable Rule decided;
    /** The rule that gave the last final verdict of any set since {@link #start}. */
    public @Nullable Rule last;
    /** The rule that waits, or was waiting when the set was left. */
    public @Nullable Rule waiting;

    /** Before the first set of a stream. */
    public void start() {
        begin();
        last = null;
        waiting = null;
    }

    /** Before the first rule of a set. */
    public void begin() {
        index = 0;
        entered = false;
        untilNanos = 0;
        reply = null;
        protocol = null;
        lenient = false;
        decided = null;
    }

    /** True inside an action that is entered again after it said WAIT. */
    public boolean isEnteredAgain() {
        return entered;
    }

    /** How many rules have been passed. */
    public int index() {
        return index;
    }
}
