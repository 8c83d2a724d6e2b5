package headway.operate.api;

import headway.language.model.StatsSocket.Level;
import org.jspecify.annotations.Nullable;

/** What a client of the runtime API has set for its own connection. */
final class Session {
    /** Whether the connection stays open after a line, and whether it shows that it waits. */
    enum Mode {
        /** One line, then the connection is closed. */
        SINGLE,
        SILENT,
        PROMPT
    }

    private Level level;
    private Mode mode = Mode.SINGLE;
    private boolean timed;
    private boolean over;
    private Follower.@Nullable Opening following;
    private long timeoutNanos;

    Session(Level level, long timeoutNanos) {
        this.level = level;
        this.timeoutNanos = timeoutNanos;
    }

    Level level() {
        return level;
    }

    /** It can be lowered only. */
    void lower(Level next) {
        if (next.compareTo(level) < 0) level = next;
    }

    Mode mode() {
        return mode;
    }

    void mode(Mode next) {
        mode = next;
    }

    boolean isTimed() {
        return timed;
    }

    void timed(boolean next) {
        timed = next;
    }

    /** {@code quit}. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** From now on the client is told what happens, until it says anything. */
    void follow(Follower.Opening opening) {
        following = opening;
    }

    /** What is to be followed from now on, told once; null when nothing is. */
    Follower.@Nullable Opening takeFollowing() {
        var opening = following;
        following = null;
        return opening;
    }

    boolean follows() {
        return following != null;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    void timeoutNanos(long nanos) {
        timeoutNanos = nanos;
    }
}
