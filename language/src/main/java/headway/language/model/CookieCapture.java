package headway.language.model;

import headway.base.diagnostic.Position;

/**
 * {@code capture cookie}: what log lines show of the first cookie whose name begins so.
 *
 * @param length the most bytes that are shown, of name, equal sign and value together
 */
public record CookieCapture(Position position, String name, int length) {}
