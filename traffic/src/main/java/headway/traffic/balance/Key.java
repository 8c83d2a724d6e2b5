package headway.traffic.balance;

/** What of a session or request decides its server. */
interface Key {
    long NONE = -1;

    /** 32 bits, or {@link #NONE} when the session has no such thing and is given its server in turn. */
    long hash(Choice choice);

    /** As {@code show stat} names the algorithm. */
    String name();
}
