package headway.traffic.convert;

import headway.language.sample.Text;

/**
 * A part of a time's format.
 *
 * @param letter what of the time, or {@link #LITERAL}
 * @param pad what a number is filled up with: {@code '0'}, {@code '_'} for blanks, {@code '-'} for nothing
 * @param cases {@code '^'}: upper case, {@code '#'}: the other one, {@code '_'}: lower case, 0: as it is
 */
record TimePart(char letter, char pad, int width, char cases, Text literal) {
    static final char LITERAL = 0;
    /** The fraction of a second as a number in its unit, which no format can ask for. */
    static final char FRACTION = '.';

    private static final Text NOTHING = new Text(0, 0);

    static TimePart literal(String text) {
        return new TimePart(LITERAL, '_', 0, (char) 0, Text.of(text));
    }

    static TimePart number(char letter) {
        return new TimePart(letter, '0', 1, (char) 0, NOTHING);
    }

    byte fold(byte c) {
        var isLower = c >= 'a' && c <= 'z';
        var isUpper = c >= 'A' && c <= 'Z';
        return switch (cases) {
            case '^' -> (byte) (isLower ? c - 32 : c);
            case '_' -> (byte) (isUpper ? c + 32 : c);
            default -> c;
        };
    }
}
