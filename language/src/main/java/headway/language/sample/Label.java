package headway.language.sample;

/** What is known of a stream as a text, beside its messages. */
public enum Label {
    /** The request line as it was received, with single spaces between its three words. */
    REQUEST_LINE,
    /** The name of the {@code bind} line. */
    SOCKET,
    /** The packet that began the client's connection, if the system has kept it and has not told it before. */
    SAVED_SYN,
    /** The backend for requests that no rule sends elsewhere. */
    DEFAULT_BACKEND,
    /** The file of the rule that decided last. */
    LAST_RULE_FILE,
    /** The place of the rule that decided last: file, colon, line. */
    LAST_RULE,
    /** The place of the rule that was waiting when time was up. */
    WAITING_RULE,
    /** What has ended what: seven places from the client's connection to the server's, in braces. */
    TERMINATION_EVENTS
}
