package headway.traffic.account;

/**
 * HAProxy's timers in whole milliseconds, worked out of the points that an account holds (configuration manual 8.4); -1 where one of the points was not reached. As long as
 * the stream has not ended, what counts to its end is 0, as in HAProxy.
 */
public final class Durations {
    private static final long MILLI = 1_000_000;

    private Durations() {}

    /** Th: of the first request of a connection; the later ones have no handshake. */
    public static long handshake(Account account) {
        return isFirst(account) ? between(account.acceptedNanos, account.handshakeNanos) : 0;
    }

    private static boolean isFirst(Account account) {
        return account.idleSinceNanos == 0 || account.idleSinceNanos == account.acceptedNanos;
    }

    /** Ti: how long no request came. One that never became a request counts as the time in which none came, see {@link #active}. */
    public static long idle(Account account) {
        return hasRequest(account)
                ? between(Math.max(idleSince(account), account.handshakeNanos), account.requestStartNanos)
                : 0;
    }

    /** Tq. */
    public static long request(Account account) {
        return hasRequest(account) ? handshake(account) + idle(account) + head(account) : -1;
    }

    /** TR. */
    public static long head(Account account) {
        return account.isUntimed ? -1 : between(account.requestStartNanos, account.requestEndNanos);
    }

    /** Tw. */
    public static long queue(Account account) {
        var from = account.requestEndNanos != 0 || account.isHttp ? account.requestEndNanos : account.acceptedNanos;
        return between(from, account.queueLeftNanos);
    }

    /** Tc. */
    public static long connect(Account account) {
        return between(account.queueLeftNanos, account.connectedNanos);
    }

    /** Tr. */
    public static long response(Account account) {
        return between(account.connectedNanos, account.responseHeadNanos);
    }

    /** Td. */
    public static long data(Account account) {
        return between(account.isHttp ? account.responseHeadNanos : account.connectedNanos, account.endedNanos);
    }

    /** Ta. */
    public static long active(Account account) {
        var from = hasRequest(account) ? account.requestStartNanos : idleSince(account);
        return Math.max(0, between(from, account.endedNanos));
    }

    /** Tt: since the accept, or since the last request of the same connection ended. */
    public static long total(Account account) {
        return Math.max(0, between(began(account), account.endedNanos));
    }

    /** Tu: the total without the time in which no request came. */
    public static long user(Account account) {
        return account.isHttp ? Math.max(0, total(account) - Math.max(0, idle(account))) : total(account);
    }

    /** Wall-clock milliseconds at which the client came, or at which the last request of the same connection ended. */
    public static long beganMillis(Account account) {
        return account.acceptedMillis + (began(account) - account.acceptedNanos) / MILLI;
    }

    /** Wall-clock milliseconds of the request's first byte; of what never became a request since when one could have come. */
    public static long requestMillis(Account account) {
        return hasRequest(account) ? account.requestMillis : beganMillis(account);
    }

    private static long began(Account account) {
        return account.isHttp ? idleSince(account) : account.acceptedNanos;
    }

    /** HAProxy takes a request that never became one for the time in which none came: its date and Ta are those of the wait. */
    private static boolean hasRequest(Account account) {
        return account.requestEndNanos != 0 && account.requestMillis != 0 && !account.isUntimed;
    }

    /** Since when a request could have come. */
    private static long idleSince(Account account) {
        return account.idleSinceNanos != 0 ? account.idleSinceNanos : account.acceptedNanos;
    }

    private static long between(long fromNanos, long toNanos) {
        return fromNanos == 0 || toNanos == 0 ? -1 : (toNanos - fromNanos) / MILLI;
    }
}
