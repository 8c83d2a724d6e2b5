package headway.language.sample;

import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.syntax.Line;
import headway.language.syntax.Word;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Something in a rule, condition, format or expression cannot be understood. Who collects diagnostics catches it and names the rule around it.
 *
 * <p>Who reads a text knows the offset in it, who reads a line knows where the text stands: {@link #about} and {@link #placed} put both together.
 */
public final class BindException extends Exception {
    private static final long serialVersionUID = 1;

    private static final int NONE = -1;

    private final transient @Nullable Position position;
    /** In the text that was read; NONE when it is wrong as a whole. */
    private final int offset;

    private final String proposal;

    public BindException(String message) {
        this(message, null, "");
    }

    public BindException(String message, @Nullable Position position, String proposal) {
        this(message, position, NONE, proposal);
    }

    private BindException(String message, @Nullable Position position, int offset, String proposal) {
        super(message);
        this.position = position;
        this.offset = offset;
        this.proposal = proposal;
    }

    /** A word that is none of those that may stand there. */
    public static BindException unknown(String message, String word, Collection<String> names) {
        return new BindException(message, null, Nearest.to(word, names).orElse(""));
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

    /** Whether it is known what is wrong in the text that was read. */
    boolean hasOffset() {
        return offset != NONE;
    }

    /** What to write instead, or an empty string. */
    public String proposal() {
        return proposal;
    }

    /** The same with words before it. */
    public BindException in(String prefix) {
        return new BindException(prefix + text(), position, offset, proposal);
    }

    /** The same with words after it. */
    public BindException followed(String suffix) {
        return new BindException(text() + suffix, position, offset, proposal);
    }

    /** The same with a proposal unless it has one. */
    public BindException proposing(String word) {
        return proposal.isEmpty() ? new BindException(text(), position, offset, word) : this;
    }

    /** The same, of what stands there in the text that is being read. */
    public BindException about(int other) {
        return new BindException(text(), position, other, proposal);
    }

    /** The same, of what stands there unless it is known more exactly. */
    public BindException within(int other) {
        return hasOffset() ? this : about(other);
    }

    /** The same, of a text as a whole that stands in no line. */
    public BindException whole() {
        return about(NONE);
    }

    /** The same, of that place unless it has one. */
    public BindException placed(Position place) {
        return hasPosition() ? this : new BindException(text(), place, NONE, proposal);
    }

    /** The same, when that word is the text that was read, unless it has a place. */
    public BindException placed(Line line, int word) {
        return placed(hasOffset() ? line.at(word, offset) : line.at(word));
    }

    /** The same of a word that has been kept without its line. */
    public BindException placed(Position line, Word word) {
        return placed(word.at(line, Math.max(offset, 0)));
    }
}
