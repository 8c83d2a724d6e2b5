package headway.language.sample;

import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.syntax.Line;
import headway.language.syntax.Word;
import java.util.Collection;
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

    /** Where the word stands that was taken last. */
    public Position taken() {
        return line.at(next - 1);
    }

    /**
     * The mistake with its place, unless it has one. A text is read as soon as it is taken, so it is in the last word; but who takes several words at once
     * is found out by the message, for HAProxy's messages quote what they are about.
     *
     * @param from the first word that can be meant
     * @param literals what may stand there literally: a word near to one of these was meant to be it
     */
    public BindException blame(BindException mistake, int from, Collection<String> literals) {
        if (mistake.hasPosition() || mistake.hasOffset()) return mistake.placed(line, last());
        var wrong = quoted(mistake.text(), from);
        return mistake.proposing(meant(line.word(wrong), literals)).placed(line, wrong);
    }

    /** The one of them that a word is near to, or an empty text. */
    public static String meant(String word, Collection<String> literals) {
        return literals.contains(word) ? "" : Nearest.to(word, literals).orElse("");
    }

    private int last() {
        return Math.clamp(next - 1, 0, line.count() - 1);
    }

    private int quoted(String message, int from) {
        for (var i = last(); i >= from; i--)
            if (!line.word(i).isEmpty() && message.contains("'" + line.word(i) + "'")) return i;
        return last();
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
