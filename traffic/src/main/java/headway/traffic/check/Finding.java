package headway.traffic.check;

import headway.traffic.server.CheckStatus;

/**
 * What one check came to.
 *
 * @param code status of the response, 0 when there was none
 * @param info what went wrong, an empty string for nothing to add
 */
record Finding(CheckStatus status, int code, String info) {
    static Finding of(CheckStatus status) {
        return new Finding(status, 0, "");
    }

    boolean isPassed() {
        return switch (status) {
            case L4_OK, L6_OK, L7_OK, L7_OK_CONDITIONALLY -> true;
            case UNKNOWN, INITIALIZING, STARTED, HANA, SOCKET_ERROR -> false;
            case L4_TIMEOUT, L4_CONNECTION, L6_TIMEOUT, L6_RESPONSE -> false;
            case L7_TIMEOUT, L7_RESPONSE, L7_STATUS -> false;
        };
    }

    /** {@code disable-on-404}: alive, and wants no new sessions. */
    boolean isConditional() {
        return status == CheckStatus.L7_OK_CONDITIONALLY;
    }
}
