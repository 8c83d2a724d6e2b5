package headway.language.table;

import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.base.units.AddressException;
import headway.base.units.SocketText;
import headway.language.syntax.Line;
import headway.language.syntax.Mistake;
import headway.language.syntax.Word;
import java.nio.file.Path;
import java.util.Collection;

/** The words behind a keyword, taken one after the other. */
public final class Arguments {
    private final Line line;
    private final Reading reading;
    private final String keyword;
    private int next;

    /**
     * @param keyword as messages name it
     * @param next the index of the first argument
     */
    public Arguments(Line line, int next, String keyword, Reading reading) {
        this.line = line;
        this.next = next;
        this.keyword = keyword;
        this.reading = reading;
    }

    public String keyword() {
        return keyword;
    }

    public Line line() {
        return line;
    }

    public Reading reading() {
        return reading;
    }

    public Position position() {
        return line.position();
    }

    public boolean has() {
        return next < line.count();
    }

    /** The next word without taking it; empty at the end. */
    public String peek() {
        return line.word(next);
    }

    /** Takes the next word; empty at the end. */
    public String next() {
        return line.word(next++);
    }

    /** The words from here on, with one blank between them, all taken. */
    public String rest() {
        var rest = line.from(next);
        next = line.count();
        return rest;
    }

    /** Takes the next word when it is this one. */
    public boolean takes(String word) {
        if (!has() || !peek().equals(word)) return false;
        next++;
        return true;
    }

    /** The file of that name, as {@code default-path} has it on this line. */
    Path file(String name) {
        return reading.paths().resolve(line.position(), name);
    }

    /** What an address means: as in HAProxy, variables of the environment count in it without quotes too. */
    SocketText socket(String text) throws AddressException {
        var expanded = reading.environment().expanded(text);
        if (expanded.isEmpty() && !text.isEmpty())
            throw new AddressException("'" + text + "' resolves to an empty address (environment variable missing?)");
        return SocketText.parse(text, expanded);
    }

    public <T> T read(Argument<T> argument) throws Mistake {
        return argument.read(this);
    }

    /** The same words under another name for messages, such as an option within a line. */
    Arguments named(String other) {
        return new Arguments(line, next, other, reading);
    }

    int index() {
        return next;
    }

    void moveTo(int index) {
        next = index;
    }

    /** Where the word stands that was taken last. */
    public Position at() {
        return line.at(next - 1);
    }

    /** The word that was taken last, with its column. */
    public Word taken() {
        return line.words().get(next - 1);
    }

    /** A mistake in the word that was taken last. */
    public Mistake mistake(String message) {
        return new Mistake(at(), message);
    }

    /** A mistake in the word that was taken last, which is none of those that may stand there. */
    Mistake unknown(String message, Collection<String> names) {
        return new Mistake(at(), message, Nearest.to(line.word(next - 1), names).orElse(""));
    }

    /** Nothing more may stand on the line. */
    public void end() throws Mistake {
        if (has())
            throw new Mistake(line.at(next), "'" + keyword + "' cannot handle unexpected argument '" + peek() + "'.");
    }
}
