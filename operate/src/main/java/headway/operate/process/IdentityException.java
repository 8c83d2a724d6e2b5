package headway.operate.process;

/** The process could not become who it should. */
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1;

    public IdentityException(String message) {
        super(message);
    }
}
