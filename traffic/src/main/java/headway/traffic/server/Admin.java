package headway.traffic.server;

/** Why an operator keeps a server from work, as the bits of {@code srv_admin_state} in {@code show servers state}. */
public final class Admin {
    /** {@code set server state maint}, {@code disable server}. */
    public static final int FORCED_MAINT = 0x01;
    /** The word {@code disabled} on the server line. It is set together with {@link #FORCED_MAINT} and only remembers why. */
    public static final int CONFIGURED_MAINT = 0x04;
    /** {@code set server state drain}. */
    public static final int FORCED_DRAIN = 0x08;
    /** Its name has no address. */
    public static final int UNRESOLVED = 0x20;

    static final int MAINT = FORCED_MAINT | UNRESOLVED;
    static final int DRAIN = FORCED_DRAIN;

    private Admin() {}
}
