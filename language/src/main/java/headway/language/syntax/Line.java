package headway.language.syntax;

import headway.base.diagnostic.Position;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line with at least one word.
 *
 * @param position of the line as a whole
 */
public record Line(Position position, List<Word> words) {
    public Line {
        words = List.copyOf(words);
    }

    /** The words of a text that stands in no file. */
    public static Line of(String text, Environment environment) throws Mistake {
        return new Line(Position.NOWHERE, Splitter.split(Position.NOWHERE, text, environment::get));
    }

    public int count() {
        return words.size();
    }

    /** The text of a word, or an empty text past the end. */
    public String word(int index) {
        return index < words.size() ? words.get(index).text() : "";
    }

    /** Where a word stands; past the end, where the line does. */
    public Position at(int index) {
        if (index >= words.size()) return position;
        return new Position(position.file(), position.line(), words.get(index).column());
    }

    /** Where a character of a word stands; beyond its end the next word is meant, with a character between them. */
    public Position at(int index, int offset) {
        var word = index;
        var rest = offset;
        while (word + 1 < words.size() && rest > word(word).length())
            rest -= word(word++).length() + 1;
        if (word >= words.size()) return position;
        return words.get(word).at(position, rest);
    }

    /** The texts from a word on, with one blank between them. */
    public String from(int index) {
        return words.stream().skip(index).map(Word::text).collect(Collectors.joining(" "));
    }
}
