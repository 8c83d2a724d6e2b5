package headway.language.model;

/** A socket of the runtime API, with a {@link Bind}'s addresses and options. */
public record StatsSocket(Bind bind, Level level, boolean exposesListeners) {
    /** What may be asked for there. */
    public enum Level {
        USER,
        OPERATOR,
        ADMIN
    }
}
