package headway.quality.compare;

import java.util.Locale;

/** What of an outcome is compared. */
enum Aspect {
    /** The bytes that the client received. */
    CLIENT,
    /** How the client's connection stood at the end. */
    CLIENT_END,
    /** The bytes that the server received, connection by connection. */
    SERVER,
    /** How the server's connections stood at the end. */
    SERVER_END,
    /** The status (in HTTP) and the termination letters of each line that was logged. */
    LOG,
    /** What {@code show stat} counts more than before, of each row. */
    STAT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
