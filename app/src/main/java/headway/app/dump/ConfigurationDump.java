package headway.app.dump;

import headway.language.known.KnownNames;
import headway.language.syntax.Line;
import headway.language.syntax.SourceLines;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code -dC}: the lines that count, with variables replaced, remarks gone and one blank between words. With a key it may be shown to others: see {@link Anonymiser}.
 */
public final class ConfigurationDump {
    private static final Set<String> MAIN_SECTIONS = Set.of("global", "defaults", "frontend", "backend", "listen");

    private final Anonymiser anonymiser;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param key what names and addresses are hashed with; 0 leaves all as it is
     */
    public ConfigurationDump(long key) {
        anonymiser = new Anonymiser(key);
    }

    /** To be called for each line that counts. */
    public void line(Line line) {
        var words =
                anonymiser.words(line).stream().map(ConfigurationDump::quoted).toList();
        var text = String.join(" ", words);
        if (!opensSection(line.word(0))) lines.add("\t" + text);
        else {
            if (!lines.isEmpty()) lines.add("");
            lines.add(text);
        }
    }

    public void print(PrintStream out) {
        for (var line : lines) out.print(SourceLines.readable(line) + "\n");
    }

    private static boolean opensSection(String word) {
        return MAIN_SECTIONS.contains(word)
                || KnownNames.SECTIONS.names().contains(word)
                        && !KnownNames.PROXY.names().contains(word);
    }

    /** As the word would have to be written, so that what is printed is a configuration again. */
    static String quoted(String word) {
        if (!word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || "\"'\\#$".indexOf(c) >= 0)) return word;
        if (word.chars().allMatch(c -> c >= ' ' && c != '\'')) return "'" + word + "'";
        var quoted = new StringBuilder("\"");
        for (var c : word.toCharArray()) {
            if (c < ' ') quoted.append("\\x%02x".formatted((int) c));
            else if ("\"\\$".indexOf(c) >= 0) quoted.append('\\').append(c);
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
