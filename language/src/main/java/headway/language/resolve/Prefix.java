package headway.language.resolve;

import headway.language.syntax.Line;

/** The word before a keyword that turns it round. */
enum Prefix {
    NONE(""),
    NO("no"),
    DEFAULT("default");

    private final String word;

    Prefix(String word) {
        this.word = word;
    }

    static Prefix of(Line line) {
        if (line.count() < 2) return NONE;
        if (line.word(0).equals(NO.word)) return NO;
        return line.word(0).equals(DEFAULT.word) ? DEFAULT : NONE;
    }

    /** How many words it takes. */
    int words() {
        return this == NONE ? 0 : 1;
    }
}
