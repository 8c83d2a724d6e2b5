package headway.language.format;

/**
 * What a format is for, on which depends how blanks and missing values are written.
 *
 * @param mergesBlanks blanks are separators: several are one, and there is none at the beginning
 * @param missing stands for what has no value
 * @param isMessage control characters of values become {@code %XX}, so that no value can end a line of a message
 */
public record FormatKind(boolean mergesBlanks, String missing, boolean isMessage) {
    /** A field's value, a body, a text for a variable. */
    public static final FormatKind MESSAGE = new FormatKind(false, "", true);
    /** {@code log-format} and its like. */
    public static final FormatKind LOG = new FormatKind(true, "-", false);
    /** {@code unique-id-format}. */
    public static final FormatKind UNIQUE_ID = new FormatKind(true, "", true);
}
