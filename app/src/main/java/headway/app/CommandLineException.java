package headway.app;

/** The command line is not understood. Without a message, the usage is shown. */
final class CommandLineException extends Exception {
    private static final long serialVersionUID = 1;

    CommandLineException() {
        super("");
    }

    CommandLineException(String message) {
        super(message);
    }
}
