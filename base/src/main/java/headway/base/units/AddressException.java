package headway.base.units;

/** A text that is no address; the message is HAProxy's. */
public final class AddressException extends Exception {
    private static final long serialVersionUID = 1;

    public AddressException(String message) {
        super(message);
    }
}
