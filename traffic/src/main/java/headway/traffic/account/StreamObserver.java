package headway.traffic.account;

import headway.language.model.LogStep;

/** Who is told, on the stream's loop, that a stream has ended. It reads and does not keep. */
public interface StreamObserver {
    /**
     * @param loop index of the loop, for a row of counters or a buffer of its own
     */
    void ended(Account account, int loop);

    /**
     * A {@code do-log} rule wants the stream's lines written now, as far as its facts are known.
     *
     * @param step the rule set, as log profiles name it
     * @param profile the log profile that counts for this line alone; empty for the loggers' own
     */
    default void noted(Account account, int loop, String step, String profile) {
        ended(account, loop);
    }

    /** The steps before the end at which it wants to be told, as bits of {@link LogStep}. */
    default int steps() {
        return 0;
    }

    /** A stream has come to a step that {@link #steps} asks for. */
    default void reached(LogStep step, Account account, int loop) {}
}
