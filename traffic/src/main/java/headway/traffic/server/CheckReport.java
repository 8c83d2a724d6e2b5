package headway.traffic.server;

/**
 * What is known of a server's checks; replaced as a whole after each.
 *
 * @param enabled there is a check on the server line
 * @param paused the server is in maintenance, nothing is checked
 * @param running one is under way
 * @param result the number of {@code srv_check_result}
 * @param health 0 to rise + fall - 1; up from rise on
 * @param code status of the response, 0 when there was none
 * @param durationMillis of the last one, -1 before the first
 * @param info what the log puts after "info: ", an empty string for nothing
 * @param failed how many failed while the server was up
 */
public record CheckReport(
        boolean enabled,
        boolean paused,
        boolean running,
        CheckStatus status,
        int result,
        int health,
        int rise,
        int fall,
        int code,
        long durationMillis,
        String info,
        long failed) {
    public static final int RESULT_UNKNOWN = 0;
    public static final int RESULT_NEUTRAL = 1;
    public static final int RESULT_FAILED = 2;
    public static final int RESULT_PASSED = 3;
    public static final int RESULT_CONDITIONAL = 4;

    /** Of a server without a check; HAProxy shows its health as that of the usual {@code rise 2 fall 3}. */
    public static final CheckReport NONE =
            new CheckReport(false, false, false, CheckStatus.INITIALIZING, RESULT_UNKNOWN, 2, 2, 3, 0, -1, "", 0);

    /** Before the first check: HAProxy takes the server for up, and the first failure decides. */
    public static CheckReport first(int rise, int fall) {
        return new CheckReport(
                true, false, false, CheckStatus.INITIALIZING, RESULT_UNKNOWN, rise, rise, fall, 0, -1, "", 0);
    }

    /** The bits of {@code srv_check_state}: in progress, configured, enabled, paused. */
    public int stateBits() {
        return (running ? 1 : 0) | (enabled ? 6 : 0) | (paused ? 8 : 0);
    }

    CheckReport pausing(boolean yes) {
        return new CheckReport(
                enabled, yes, running, status, result, health, rise, fall, code, durationMillis, info, failed);
    }

    /** With another health, as when the server is forced up or down. */
    public CheckReport healthy(int next) {
        return new CheckReport(
                enabled, paused, running, status, result, next, rise, fall, code, durationMillis, info, failed);
    }
}
