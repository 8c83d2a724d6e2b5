package headway.language.model;

/** What a request is tried again for. {@code none} is the empty set; {@code all-retryable-errors} is written out. */
public enum RetryOn {
    CONNECTION_FAILURE,
    EMPTY_RESPONSE,
    JUNK_RESPONSE,
    RESPONSE_TIMEOUT,
    EARLY_DATA_REJECTED,
    STATUS_401,
    STATUS_403,
    STATUS_404,
    STATUS_408,
    STATUS_421,
    STATUS_425,
    STATUS_429,
    STATUS_500,
    STATUS_501,
    STATUS_502,
    STATUS_503,
    STATUS_504
}
