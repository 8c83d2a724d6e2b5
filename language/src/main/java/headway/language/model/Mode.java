package headway.language.model;

/** What a proxy speaks. */
public enum Mode {
    TCP,
    HTTP,
    /** Ours: HTTP when the first bytes are, TCP otherwise. */
    AUTO
}
