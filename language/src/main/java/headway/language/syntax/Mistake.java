package headway.language.syntax;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Position;

/** What is wrong with a line; ends the reading of that line and of nothing else. */
public final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Position at;
    private final transient String proposal;
    private final transient Code code;

    public Mistake(Position at, String message) {
        this(at, message, "");
    }

    /**
     * @param proposal the word that was probably meant, or an empty text
     */
    public Mistake(Position at, String message, String proposal) {
        this(Code.INVALID, at, message, proposal);
    }

    /** The same of a kind that is not just an argument. */
    public Mistake(Code code, Position at, String message, String proposal) {
        super(message, null, false, false);
        this.code = code;
        this.at = at;
        this.proposal = proposal;
    }

    public Code code() {
        return code;
    }

    public Position at() {
        return at;
    }

    public String proposal() {
        return proposal;
    }

    /** Never null, unlike what it overrides. */
    @Override
    public String getMessage() {
        var message = super.getMessage();
        return message == null ? "" : message;
    }
}
