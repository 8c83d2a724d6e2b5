package headway.traffic.check;

import headway.language.model.Check;
import org.jspecify.annotations.Nullable;

/**
 * How one server is checked.
 *
 * @param probe null when it is enough that the server accepts
 * @param connectNanos {@code timeout connect}, or -1
 * @param checkNanos {@code timeout check}, or -1: then {@code inter} is the time for all
 * @param spreadPercent {@code spread-checks}
 * @param logs {@code option log-health-checks}
 */
record Settings(
        Check check, @Nullable Probe probe, long connectNanos, long checkNanos, int spreadPercent, boolean logs) {
    /** How long connecting may take. */
    long connectLimit() {
        var inter = check.intervalNanos();
        return checkNanos < 0 || connectNanos < 0 ? inter : Math.min(inter, connectNanos);
    }

    /** How long after the beginning, or after it has connected, an answer must have come. */
    long answerLimit(long connectedAfterNanos) {
        return checkNanos < 0 ? check.intervalNanos() - connectedAfterNanos : checkNanos;
    }

    /** How long to wait for the next one: {@code inter}, or shorter or longer ones while it is not known to be well. */
    long interval(boolean well, boolean down) {
        if (well) return check.intervalNanos();
        var other = down ? check.downIntervalNanos() : check.fastIntervalNanos();
        return other > 0 ? other : check.intervalNanos();
    }
}
