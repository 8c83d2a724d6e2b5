package headway.operate.api;

/** A command was refused; the message is the reply. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }
}
