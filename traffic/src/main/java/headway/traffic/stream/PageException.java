package headway.traffic.stream;

/** An error file cannot be sent; the message says why, in HAProxy's words. */
final class PageException extends Exception {
    private static final long serialVersionUID = 1;

    PageException(String message) {
        super(message);
    }

    /** Why. */
    String text() {
        return String.valueOf(getMessage());
    }
}
