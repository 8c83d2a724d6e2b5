package headway.app;

/** The command line is not understood. */
final class CommandLineException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean isOfUsage;

    CommandLineException(String message) {
        this(message, false);
    }

    private CommandLineException(String message, boolean isOfUsage) {
        super(message);
        this.isOfUsage = isOfUsage;
    }

    /** For what HAProxy answers with its usage, without a word about what it means. */
    static CommandLineException ofUsage(String message) {
        return new CommandLineException(message, true);
    }

    boolean isOfUsage() {
        return isOfUsage;
    }
}
