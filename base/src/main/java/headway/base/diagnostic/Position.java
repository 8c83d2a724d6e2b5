package headway.base.diagnostic;

/**
 * A place in a configuration.
 *
 * @param file as given on the command line
 * @param line from 1
 * @param column from 1, of the first character meant; 0 when the whole line is meant
 */
public record Position(String file, int line, int column) {
    public static final Position NOWHERE = new Position("", 0, 0);

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
