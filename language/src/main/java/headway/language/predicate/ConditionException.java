package headway.language.predicate;

/** A condition that is not understood. */
public final class ConditionException extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    ConditionException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** Where in the condition, from 1; 0 when it is about the whole. */
    public int column() {
        return column;
    }
}
