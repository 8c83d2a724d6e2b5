package headway.language.syntax;

import headway.base.diagnostic.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of configurations as they were written, for messages that show them. */
public final class SourceLines {
    private static final Pattern FOREIGN = Pattern.compile("[\\x80-\\xff]+");

    /** A text, and where its lines begin. */
    private static final class Source {
        private final String text;
        private final int[] starts;

        Source(String text) {
            this.text = text;
            var lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            starts = new int[lines + 1];
            for (var i = 1; i < lines; i++) starts[i] = text.indexOf('\n', starts[i - 1]) + 1;
            starts[lines] = text.length() + 1;
        }

        /** From 1; without its line feed. */
        String line(int number) {
            return number < starts.length ? text.substring(starts[number - 1], starts[number] - 1) : "";
        }
    }

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();

    public SourceLines(List<ConfigurationText> files) {
        for (var file : files) texts.putIfAbsent(file.name(), file.text());
    }

    /** The line; empty when its file is not at hand. */
    public String line(Position at) {
        if (!texts.containsKey(at.file()) || at.line() < 1) return "";
        var source = sources.computeIfAbsent(at.file(), name -> new Source(texts.getOrDefault(name, "")));
        return source.line(at.line());
    }

    /** Behind the last character of the word that begins at a column, counted as {@link Position#column}. */
    public static int wordEnd(String line, int column) {
        if (column > 1 && column <= line.length() && !Splitter.isBlank(line.charAt(column - 2)))
            return nameEnd(line, column);
        var quote = (char) 0;
        var at = Math.max(0, column - 1);
        for (; at < line.length(); at++) {
            var c = line.charAt(at);
            if (quote == 0 && (Splitter.isBlank(c) || c == '#')) break;
            if (c == '\\' && quote != '\'') at++;
            else if (c == quote) quote = 0;
            else if (quote == 0 && (c == '"' || c == '\'')) quote = c;
        }
        return Math.min(at, line.length()) + 1;
    }

    /** The same of what stands inside of a word: a name, or a sign. */
    private static int nameEnd(String line, int column) {
        var at = column - 1;
        while (at < line.length() && isOfName(line.charAt(at))) at++;
        return Math.max(at, column) + 1;
    }

    private static boolean isOfName(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0;
    }

    /** A text of single bytes as people wrote it: what is UTF-8 in it is read as that, the rest stays as it is. */
    public static String readable(String text) {
        return FOREIGN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(decoded(run.group())));
    }

    private static String decoded(String run) {
        try {
            var bytes = ByteBuffer.wrap(run.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return run;
        }
    }
}
