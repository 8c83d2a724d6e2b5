package headway.traffic.server;

/** What checks have found out; the numbers are those of {@code show servers state}. */
public enum OperationalState {
    /** Down: gets nothing. */
    STOPPED,
    /** Up for a short time: {@code slowstart} still holds back part of its weight. */
    STARTING,
    RUNNING,
    /** Up, but it asked for no new sessions ({@code http-check disable-on-404}): NOLB. */
    STOPPING
}
