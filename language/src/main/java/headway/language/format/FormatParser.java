package headway.language.format;

import headway.language.format.MessageText.Piece;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.ExpressionParser;
import headway.language.sample.Text;
import headway.language.sample.TextCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a custom log format (configuration manual 8.2.6) that is meant for a message. Aliases such as {@code %ci} are refused by name until the logs'
 * language is there.
 */
public final class FormatParser {
    private final Binding binding;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    /** What {@code %{...}o} has set for all that follows. */
    private Flags flags = new Flags(false);

    /** Of the flags that mean something here; +Q and +X change nothing in messages, as watched. */
    private record Flags(boolean escape) {}

    public FormatParser(Binding binding) {
        this.binding = binding;
    }

    /** The format of a text, one use a parser. */
    public Format parse(String text) throws BindException {
        var cursor = new TextCursor(text);
        while (!cursor.isAtEnd()) {
            var c = cursor.take();
            if (c != '%') literal.append(c);
            else item(cursor);
        }
        if (pieces.isEmpty()) return new FixedText(Text.of(literal.toString()));
        endLiteral();
        return new MessageText(pieces);
    }

    private void endLiteral() {
        if (literal.isEmpty()) return;
        pieces.add(new Piece(Text.of(literal.toString()), null, false));
        literal.setLength(0);
    }

    private void item(TextCursor cursor) throws BindException {
        if (cursor.isAtEnd()) throw new BindException("truncated line after '%'");
        if (cursor.take('%')) {
            literal.append('%');
            return;
        }
        if (cursor.isAt('(')) skip(cursor, ')');
        var own = cursor.isAt('{') ? flags(skip(cursor, '}')) : flags;
        if (cursor.take('[')) expression(cursor, own);
        else alias(cursor, own);
    }

    /** The name of an item matters to encodings only, which are refused. */
    private static String skip(TextCursor cursor, char end) throws BindException {
        var from = cursor.index() + 1;
        while (!cursor.isAtEnd() && !cursor.isAt(end)) cursor.take();
        var inside = cursor.since(Math.min(from, cursor.index()));
        if (!cursor.take(end)) throw new BindException("missing '" + end + "' after '%'");
        return inside;
    }

    private Flags flags(String text) throws BindException {
        var escape = flags.escape;
        for (var flag : text.split(",")) {
            var name = flag.startsWith("+") || flag.startsWith("-") ? flag.substring(1) : flag;
            switch (name) {
                case "E" -> escape = !flag.startsWith("-");
                case "json", "cbor", "bin" ->
                    throw new BindException("format flag '" + name + "' is known, but not supported yet");
                // Q and X change nothing in messages; HAProxy takes any other letters in silence too.
                default -> {}
            }
        }
        return new Flags(escape);
    }

    private void expression(TextCursor cursor, Flags own) throws BindException {
        var from = cursor.index();
        var rest = cursor.rest();
        if (rest.indexOf(']') < 0) throw new BindException("missing ']' after '" + rest + "'");
        var parser = new ExpressionParser(binding);
        try {
            var expression = parser.parse(cursor);
            if (!cursor.isAt(']')) throw unclosed(cursor, from);
            parser.checkPlace(expression, expression.text());
            cursor.take();
            endLiteral();
            pieces.add(new Piece(null, expression, own.escape));
        } catch (BindException e) {
            var isWhole = e.text().startsWith("sample fetch") || e.text().startsWith("expected ']'");
            throw isWhole ? e : e.in("failed to parse sample expression <" + rest + "> : ");
        }
    }

    private static BindException unclosed(TextCursor cursor, int from) {
        var found = cursor.isAtEnd() ? "the end" : "'" + cursor.peek() + "'";
        return new BindException("expected ']' after '" + cursor.since(from) + "', but found " + found);
    }

    private void alias(TextCursor cursor, Flags own) throws BindException {
        var from = cursor.index();
        while (!cursor.isAtEnd() && isOfAlias(cursor.peek())) cursor.take();
        var name = cursor.since(from);
        if (name.equals("o")) {
            flags = own;
            return;
        }
        if (Aliases.isKnown(name))
            throw new BindException("format alias '%" + name + "' is known, but not supported yet");
        throw new BindException("no such format variable '" + name
                + "'. If you wanted to emit the '%' character verbatim, you need to use '%%'");
    }

    private static boolean isOfAlias(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
