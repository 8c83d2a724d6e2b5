package headway.traffic.balance;

/** What a choice came to. */
public enum Outcome {
    /** {@link Choice#server} is chosen and one of its slots taken. */
    TAKEN,
    /** {@link Choice#server} is the one, and it is full: wait for it. */
    SERVER_FULL,
    /** {@link Choice#server} is the one, and nobody more may wait for it: 503 at once. */
    QUEUE_FULL,
    /** Every server that could be chosen is full: wait for any. */
    ALL_FULL,
    /** No server is usable: 503 at once. */
    NONE
}
