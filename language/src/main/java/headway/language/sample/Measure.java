package headway.language.sample;

/** What is measured of proxies and servers at any time; each has some of these, and of the others there is 0. */
public enum Measure {
    SESSIONS,
    SESSIONS_PER_SECOND,
    REQUESTS_PER_SECOND,
    /** How many wait for a slot. */
    QUEUED,
    /** The same for each server that is in use, rounded up; twice as many when none is. */
    QUEUED_PER_SERVER,
    /** Servers in use. */
    SERVERS,
    /** Slots that nobody has; -1 when there is no limit. */
    FREE_SLOTS,
    /** Slots and places in queues that nobody has; -1 when there is no limit. */
    FREE_PLACES,
    IS_UP,
    /** As configured. */
    INITIAL_WEIGHT,
    /** As configured or changed by the operator. */
    WEIGHT,
    /** As the balancing reckons with it now. */
    EFFECTIVE_WEIGHT
}
