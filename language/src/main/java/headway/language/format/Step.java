package headway.language.format;

import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.sample.LineValue;
import headway.language.sample.Scope;
import headway.language.sample.Text;

/** A piece of a format, bound: perhaps a blank, perhaps a literal, then perhaps a value with its flags. One call of something unknown a piece keeps lines cheap. */
final class Step {
    private static final LineValue NOTHING = (scope, out) -> true;

    private final boolean separated;
    private final int literalAt;
    private final int literalLength;
    /** The only byte of a literal of one. */
    private final byte character;

    private final LineValue value;
    private final String missing;

    /**
     * @param separated a separator comes first
     * @param missing stands for the value when there is none
     */
    Step(boolean separated, String literal, LineValue value, String missing) {
        this.separated = separated;
        this.value = value;
        this.missing = missing;
        var text = Text.of(literal);
        literalAt = text.at();
        literalLength = text.length();
        character = literalLength == 0 ? 0 : Slab.byteAt(literalAt);
    }

    /** Without a value. */
    static Step literal(boolean separated, String literal) {
        return new Step(separated, literal, NOTHING, "");
    }

    void write(Scope scope, LineWriter out) {
        if (separated) out.separator();
        if (literalLength == 1) out.character(character);
        else if (literalLength > 0) out.copy(literalAt, literalLength);
        if (!value.write(scope, out)) out.text(missing);
    }
}
