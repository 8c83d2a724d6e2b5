package headway.language.sample;

/**
 * A use of an entry with what comes of it; it is printed in the reference, and run as a test.
 *
 * @param use an expression, or a rule for actions
 * @param given lines of a message and facts: {@code GET /a HTTP/1.1}, {@code host: a.example}, {@code HTTP/1.1 200 OK}, {@code src=10.0.0.1}, {@code body=abc}
 * @param expected the value as text; for a rule a line of the message afterwards, or the verdict
 */
public record Example(String use, String given, String expected) {
    /** The example for an alias. */
    Example renamed(String name, String alias) {
        return name.equals(alias) ? this : new Example(use.replace(name, alias), given, expected);
    }
}
