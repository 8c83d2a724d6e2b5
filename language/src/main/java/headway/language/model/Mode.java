package headway.language.model;

/** What a proxy speaks. */
public enum Mode {
    TCP,
    HTTP,
    /** Ours: HTTP when the first bytes are, TCP otherwise. */
    AUTO,
    /** A backend that log messages go to. */
    LOG
}
