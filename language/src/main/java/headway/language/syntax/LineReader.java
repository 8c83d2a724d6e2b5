package headway.language.syntax;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import java.util.List;

/** Takes a text apart into lines of words and hands each on as soon as it is read, since {@code setenv} changes what later lines say. */
public final class LineReader {
    /** Longer than any line that a person or a generator writes. */
    public static final int LONGEST_LINE = 1 << 20;
    /** Variables may make much of little; so much is no configuration. */
    private static final long MOST_CHARACTERS = 256L << 20;
    /** More mistakes than these are not listed for one file. */
    private static final int MOST_MISTAKES = 1000;

    /** Whoever takes the lines. */
    public interface Taker {
        void take(Line line);

        /** The name of the section that is open, or its kind when it has none; empty before the first. */
        String section();
    }

    private final Environment environment;
    private final Diagnostics out;
    private final Taker taker;
    private long characters;

    public LineReader(Environment environment, Diagnostics out, Taker taker) {
        this.environment = environment;
        this.out = out;
        this.taker = taker;
    }

    /** Reads one text to its end, or to where so much is wrong with it that more would not help. */
    public void read(ConfigurationText file) {
        var text = file.text();
        var before = out.count(Severity.ALERT);
        var line = 0;
        for (var at = 0; at < text.length() && out.count(Severity.ALERT) - before < MOST_MISTAKES; ) {
            var newline = text.indexOf('\n', at);
            var end = newline < 0 ? text.length() : newline;
            var position = new Position(file.name(), ++line, 0);
            if (end - at > LONGEST_LINE) wrong(position, "line too long (limit: " + LONGEST_LINE + ")");
            else line(position, text.substring(at, end), newline >= 0);
            at = end + 1;
        }
        if (out.count(Severity.ALERT) - before >= MOST_MISTAKES)
            out.add(
                    Severity.ALERT,
                    Code.SYNTAX,
                    new Position(file.name(), line, 0),
                    "too many errors, the rest of the file was not read.",
                    "");
    }

    private void line(Position position, String text, boolean isWhole) {
        try {
            if (text.indexOf('\0') >= 0)
                throw new Mistake(position, "Stray NUL character at position " + (text.indexOf('\0') + 1) + ".");
            var words = words(position, text);
            if (words.isEmpty()) return;
            for (var word : words) characters += word.text().length();
            if (characters > MOST_CHARACTERS)
                throw new Mistake(position, "the configuration is too large once its variables are replaced.");
            if (!isWhole)
                throw new Mistake(
                        position,
                        "Missing LF on last line, file might have been truncated at position " + (text.length() + 1)
                                + ".");
            taker.take(new Line(position, words));
        } catch (Mistake mistake) {
            out.add(Severity.ALERT, Code.SYNTAX, mistake.at(), mistake.getMessage(), mistake.proposal());
        }
    }

    private List<Word> words(Position position, String text) throws Mistake {
        return Splitter.split(position, text, name -> switch (name) {
            case ".FILE" -> position.file();
            case ".LINE" -> Integer.toString(position.line());
            case ".SECTION" -> taker.section();
            default -> environment.get(name);
        });
    }

    private void wrong(Position position, String message) {
        out.add(Severity.ALERT, Code.SYNTAX, position, message, "");
    }
}
