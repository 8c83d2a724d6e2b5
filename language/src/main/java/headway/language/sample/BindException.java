package headway.language.sample;

import headway.base.diagnostic.Position;
import org.jspecify.annotations.Nullable;

/** Something in a rule, condition, format or expression cannot be understood. Who collects diagnostics catches it and names the rule around it. */
public final class BindException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Position position;
    private final String proposal;

    public BindException(String message) {
        this(message, null, "");
    }

    public BindException(String message, @Nullable Position position, String proposal) {
        super(message);
        this.position = position;
        this.proposal = proposal;
    }

    /** The message. */
    public String text() {
        var message = getMessage();
        return message == null ? "" : message;
    }

    /** Where, or the fallback when only the rule as a whole is known. */
    public Position at(Position fallback) {
        return position == null ? fallback : position;
    }

    public boolean hasPosition() {
        return position != null;
    }

    /** What to write instead, or an empty string. */
    public String proposal() {
        return proposal;
    }

    /** The same with words before it. */
    public BindException in(String prefix) {
        return new BindException(prefix + text(), position, proposal);
    }

    /** The same with words after it. */
    public BindException followed(String suffix) {
        return new BindException(text() + suffix, position, proposal);
    }

    /** The same, of that place unless it has one. */
    public BindException placed(Position place) {
        return hasPosition() ? this : new BindException(text(), place, proposal);
    }
}
