package headway.testkit;

/** What became of a connection, as seen from one of its ends. */
public enum Ending {
    /** The peer has neither closed nor reset. */
    OPEN,
    /** The peer sent FIN. */
    CLOSED,
    /** The peer sent RST, or the connection broke. */
    RESET
}
