package headway.language.model;

/** Nanoseconds; {@link #UNSET} for those that nothing sets, which also stands for HAProxy's {@code 0}: for ever. */
public record Timeouts(
        long client,
        long server,
        long connect,
        long queue,
        long httpRequest,
        long httpKeepAlive,
        long check,
        long tarpit,
        long tunnel,
        long clientFin,
        long serverFin,
        long clientHandshake) {
    public static final long UNSET = -1;

    /** How long somebody waits for a slot: {@code timeout queue}, else {@code timeout connect}. */
    public long queueOrConnect() {
        return queue >= 0 ? queue : connect;
    }
}
