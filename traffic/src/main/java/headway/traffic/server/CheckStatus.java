package headway.traffic.server;

/** What the last check came to: the code of {@code show stat}, its number in {@code show servers state}, and the words of the log. */
public enum CheckStatus {
    UNKNOWN(0, "UNK", "Unknown"),
    INITIALIZING(1, "INI", "Initializing"),
    /** Nothing was checked, the number only counts. */
    STARTED(2, "", ""),
    HANA(3, "HANA", "Health analyze"),
    SOCKET_ERROR(4, "SOCKERR", "Socket error"),
    /** The number 5 has been left out by HAProxy. */
    L4_OK(6, "L4OK", "Layer4 check passed"),
    L4_TIMEOUT(7, "L4TOUT", "Layer4 timeout"),
    L4_CONNECTION(8, "L4CON", "Layer4 connection problem"),
    L6_OK(9, "L6OK", "Layer6 check passed"),
    L6_TIMEOUT(10, "L6TOUT", "Layer6 timeout"),
    L6_RESPONSE(11, "L6RSP", "Layer6 invalid response"),
    L7_TIMEOUT(12, "L7TOUT", "Layer7 timeout"),
    L7_RESPONSE(13, "L7RSP", "Layer7 invalid response"),
    L7_OK(15, "L7OK", "Layer7 check passed"),
    L7_OK_CONDITIONALLY(16, "L7OKC", "Layer7 check conditionally passed"),
    L7_STATUS(17, "L7STS", "Layer7 wrong status");

    private final int number;
    private final String code;
    private final String words;

    CheckStatus(int number, String code, String words) {
        this.number = number;
        this.code = code;
        this.words = words;
    }

    public int number() {
        return number;
    }

    /** As in {@code check_status}. */
    public String code() {
        return code;
    }

    /** As in {@code check_desc} and after "reason: ". */
    public String words() {
        return words;
    }

    /** Statuses of layers above the transport come with a code. */
    public boolean isLayer7() {
        return number >= L7_TIMEOUT.number;
    }
}
