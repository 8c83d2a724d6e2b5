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
    CLOSE("txn_close"),
    TCP_REQUEST_CONNECTION("tcp-req-conn"),
    TCP_REQUEST_SESSION("tcp-req-sess"),
    TCP_REQUEST_CONTENT("tcp-req-cont"),
    TCP_RESPONSE_CONTENT("tcp-res-cont"),
    HTTP_REQUEST("http-req"),
    HTTP_RESPONSE("http-res"),
    HTTP_AFTER_RESPONSE("http-after-res");

    private static final LogOrigin[] ALL = values();

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

    /** That of a {@code do-log} rule in the rule set of that name. */
    public static LogOrigin ofRules(String step) {
        for (var origin : ALL) if (origin.word.equals(step)) return origin;
        return UNSPECIFIED;
    }
}
