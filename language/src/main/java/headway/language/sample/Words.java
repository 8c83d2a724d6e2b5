package headway.language.sample;

import headway.base.diagnostic.Position;
import headway.language.syntax.Line;
import headway.language.syntax.Word;
import java.util.stream.Stream;

/** The words of a line, read one after the other. */
public final class Words {
    private final Line line;
    private int next;

    /** Begins at the word with that index. */
    public Words(Line line, int from) {
        this.line = line;
        next = from;
    }

    /** Words that are not from a file. */
    public static Words of(Position position, String... texts) {
        return new Words(
                new Line(position, Stream.of(texts).map(t -> new Word(t, 0)).toList()), 0);
    }

    public boolean hasNext() {
        return next < line.count();
    }

    /** The next word without taking it; empty at the end. */
    public String peek() {
        return line.word(next);
    }

    /** The word {@code ahead} places after the next one; empty beyond the end. */
    public String peek(int ahead) {
        return line.word(next + ahead);
    }

    /** Takes the next word; empty at the end. */
    public String take() {
        return hasNext() ? line.word(next++) : "";
    }

    /** Takes the next word if it is this one. */
    public boolean take(String word) {
        if (!hasNext() || !line.word(next).equals(word)) return false;
        next++;
        return true;
    }

    /** Where the next word stands; at the end, where the line does. */
    public Position position() {
        return line.at(next);
    }

    public int index() {
        return next;
    }

    /** Goes back (or on) to a word. */
    public void index(int index) {
        next = index;
    }

    public Line line() {
        return line;
    }
}
