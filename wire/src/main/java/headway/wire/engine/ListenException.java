package headway.wire.engine;

/** A listening socket could not be had; the message has the kernel's words. */
public final class ListenException extends Exception {
    private static final long serialVersionUID = 1;

    public ListenException(String message) {
        super(message);
    }
}
