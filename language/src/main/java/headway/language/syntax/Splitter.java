package headway.language.syntax;

import headway.base.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a line into words as HAProxy does: configuration manual 2.2 and 2.3. Blanks part words, quotes and backslashes protect, variables count inside
 * double quotes only, {@code #} begins a remark.
 */
final class Splitter {
    /** As HAProxy's limit. */
    static final int MOST_WORDS = 64;
    /** A variable may hold much; what it makes of a line is bounded. */
    static final int LONGEST_WORD = 1 << 20;

    /** Gives a variable's value, null when it has none. */
    @FunctionalInterface
    interface Variables {
        @Nullable
        String get(String name);
    }

    private enum Quote {
        NONE,
        WEAK,
        STRONG
    }

    private final Position position;
    private final String text;
    private final Variables variables;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final List<Word.Shift> shifts = new ArrayList<>();
    private int at;
    /** Where what is being read began. */
    private int piece;
    /** Where the open word began, or -1 between words. */
    private int start = -1;

    /** What variables have added to the line. */
    private long expanded;

    private Quote quote = Quote.NONE;
    private int quoteAt;

    private Splitter(Position position, String text, Variables variables) {
        this.position = position;
        this.text = text;
        this.variables = variables;
    }

    /** The words; none of an empty line. */
    static List<Word> split(Position position, String text, Variables variables) throws Mistake {
        return new Splitter(position, text, variables).split();
    }

    private List<Word> split() throws Mistake {
        while (at < text.length()) {
            var c = text.charAt(at);
            piece = at;
            if (quote == Quote.STRONG) strong(c);
            else if (quote == Quote.NONE && c == '#') break;
            else if (quote == Quote.NONE && isBlank(c)) blank();
            else open(c);
        }
        if (quote != Quote.NONE) throw mistake("unmatched quote", quoteAt);
        endWord();
        return words;
    }

    private void strong(char c) throws Mistake {
        if (c == '\'') quote = Quote.NONE;
        else append(c);
        at++;
    }

    private void blank() throws Mistake {
        endWord();
        at++;
    }

    /** A character outside of single quotes. */
    private void open(char c) throws Mistake {
        if (start < 0) start = at;
        switch (c) {
            case '"' -> {
                quoteAt = at++;
                quote = quote == Quote.WEAK ? Quote.NONE : Quote.WEAK;
            }
            case '\'' -> {
                if (quote == Quote.WEAK) append(c);
                else quote = Quote.STRONG;
                quoteAt = quote == Quote.STRONG ? at : quoteAt;
                at++;
            }
            case '\\' -> escape();
            case '$' -> {
                if (quote == Quote.WEAK) variable();
                else append(text.charAt(at++));
            }
            default -> append(text.charAt(at++));
        }
    }

    /** A backslash before a character that needs none stays. */
    private void escape() throws Mistake {
        var escaped = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        var from = at;
        at += 2;
        switch (escaped) {
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case ' ', '\t', '#', '\\', '\'', '"', '$' -> append(escaped);
            case 'x' -> {
                var high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
                var low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
                if (high < 0 || low < 0) throw mistake("truncated or invalid hexadecimal sequence", from);
                append((char) (high << 4 | low));
                at += 2;
            }
            default -> {
                append('\\');
                at = from + 1;
            }
        }
    }

    /** {@code $NAME}, {@code ${NAME}}, {@code ${NAME-default}}, {@code ${NAME[*]}}; a leading dot makes a pseudo-variable. */
    private void variable() throws Mistake {
        at++;
        var brace = at < text.length() && text.charAt(at) == '{';
        if (brace) at++;
        var nameAt = at;
        if (at < text.length() && text.charAt(at) == '.') at++;
        var first = at < text.length() ? text.charAt(at) : 0;
        if (!isName(first) || first >= '0' && first <= '9')
            throw mistake("forbidden first char in environment variable name", at);
        while (at < text.length() && isName(text.charAt(at))) at++;
        var value = variables.get(text.substring(nameAt, at));
        var isList = brace && text.startsWith("[*]", at);
        if (isList) at += 3;
        if (brace) value = closing(nameAt, value);
        if (value == null) return;
        if (isList) list(value);
        else append(value);
    }

    /** What stands behind the name in braces. */
    private @Nullable String closing(int nameAt, @Nullable String value) throws Mistake {
        var end = at;
        if (at < text.length() && text.charAt(at) == '-') end = Math.max(text.indexOf('}', at), at);
        if (end >= text.length() || text.charAt(end) != '}')
            throw mistake("unmatched brace in environment variable name", nameAt);
        var fallback = end > at ? text.substring(at + 1, end) : null;
        at = end + 1;
        return value != null ? value : fallback;
    }

    /** Each part of the value is a word of its own, the first and the last joined to what surrounds them. */
    private void list(String value) throws Mistake {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (!isBlank(c)) append(c, 0);
            else if (!word.isEmpty()) {
                endWord();
                start = at - 1;
            }
        }
    }

    private void endWord() throws Mistake {
        if (start < 0) return;
        if (words.size() == MOST_WORDS) throw mistake("too many words, truncating after word " + MOST_WORDS, start);
        words.add(new Word(word.toString(), start + 1, shifts));
        word.setLength(0);
        shifts.clear();
        start = -1;
    }

    private void append(char c) throws Mistake {
        append(c, 1);
    }

    private void append(char c, int step) throws Mistake {
        if (c == 0) throw mistake("a NUL character cannot be part of a word", start);
        shift(step);
        word.append(c);
    }

    /** Notes when the next character is not written where the one before it lets expect. */
    private void shift(int step) {
        var last = shifts.isEmpty() ? new Word.Shift(0, start + 1, 1) : shifts.getLast();
        var expected = last.column() + last.step() * (word.length() - last.offset());
        if (expected != piece + 1 || last.step() != step) shifts.add(new Word.Shift(word.length(), piece + 1, step));
    }

    private void append(String value) throws Mistake {
        expanded += value.length();
        if (expanded > LONGEST_WORD) throw mistake("word too long", start);
        if (!value.isEmpty()) shift(0);
        word.append(value);
    }

    private Mistake mistake(String what, int column) {
        var shown = text.length() > 160 ? text.substring(0, 160) : text;
        var place = new Position(position.file(), position.line(), column + 1);
        var caret = column < shown.length() ? "\n" + shown.replace('\t', ' ') + "\n" + " ".repeat(column) + "^" : "";
        return new Mistake(place, what + " at position " + (column + 1) + ":" + caret);
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
