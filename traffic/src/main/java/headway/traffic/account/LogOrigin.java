package headway.traffic.account;

import headway.language.model.LogStep;

/** Why a line is written, in the words of {@code %OG}: configuration manual 8.2.6. */
public enum LogOrigin {
    UNSPECIFIED("unspec"),
    SESSION_ERROR("sess_error"),
    SESSION_KILLED("sess_killed"),
    ACCEPT("txn_accept"),
    REQUEST("txn_request"),
    CONNECT("txn_connect"),
    RESPONSE("txn_response"),
    CLOSE("txn_close");

    private final String word;

    LogOrigin(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static LogOrigin of(LogStep step) {
        return switch (step) {
            case ACCEPT -> ACCEPT;
            case REQUEST -> REQUEST;
            case CONNECT -> CONNECT;
            case RESPONSE -> RESPONSE;
            case CLOSE -> CLOSE;
        };
    }
}
