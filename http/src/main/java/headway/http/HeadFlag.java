package headway.http;

/** What a reader has learned about a head beyond its fields, as bits of {@link Head#is}. */
public final class HeadFlag {
    /** Connection: close, or what an old version implies. */
    public static final int CLOSE = 1;
    /** Connection: keep-alive was written. */
    public static final int KEEP_ALIVE = 1 << 1;
    /** Connection: upgrade together with an Upgrade field (RFC 9110 7.8). */
    public static final int UPGRADE = 1 << 2;
    /** Expect: 100-continue (RFC 9110 10.1.1). */
    public static final int EXPECT_CONTINUE = 1 << 3;
    /** The target is in absolute form (RFC 9112 3.2.2). */
    public static final int ABSOLUTE_TARGET = 1 << 4;
    /** A Connection field names other fields than close, keep-alive and upgrade. */
    public static final int CONNECTION_NAMES_FIELDS = 1 << 5;
    /** TE: trailers was sent. */
    public static final int TE_TRAILERS = 1 << 6;
    /** Something was tolerated that accept-unsafe-violations allows; worth a counter. */
    public static final int TOLERATED = 1 << 7;

    private HeadFlag() {}
}
