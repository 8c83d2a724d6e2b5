package headway.language.syntax;

import headway.base.diagnostic.Position;
import java.util.List;

/**
 * A word of a line, with quotes and escapes undone and variables replaced.
 *
 * @param text one character a byte (ISO 8859-1), since a configuration may hold any bytes
 * @param column of its first character as written, from 1
 * @param shifts where quotes, escapes and variables have moved the text against what is written, in their order
 */
public record Word(String text, int column, List<Shift> shifts) {
    /**
     * From that character of the text on, columns count anew.
     *
     * @param step 1, or 0 for the value of a variable, all of which stands where its name does
     */
    public record Shift(int offset, int column, int step) {}

    public Word {
        shifts = List.copyOf(shifts);
    }

    /** One that is written as it is. */
    public Word(String text, int column) {
        this(text, column, List.of());
    }

    /** The place of a character of the text in the line at that place. */
    public Position at(Position line, int offset) {
        return new Position(line.file(), line.line(), column(offset));
    }

    /** The column of a character of the text, as written; 0 when the word stands in no file. */
    public int column(int offset) {
        if (column == 0) return 0;
        var at = column + offset;
        for (var shift : shifts) if (shift.offset <= offset) at = shift.column + shift.step * (offset - shift.offset);
        return at;
    }
}
