package headway.language.format;

import headway.base.catalog.Catalog.Standing;
import headway.base.diagnostic.Position;
import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Restriction;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.Place;
import headway.language.sample.Text;
import headway.language.sample.TextCursor;
import org.jspecify.annotations.Nullable;

/** Reads a custom log format (configuration manual 8.2.6), of a log line or of a message. One use a parser. */
public final class FormatParser {
    private final Binding binding;
    private final FormatKind kind;
    private final FormatBuilder builder;
    private final StringBuilder literal = new StringBuilder();
    /** What {@code %{...}o} has set for all that follows. */
    private Flags flags = Flags.NONE;
    /** Of a text for an HTTP message: the line to warn of. */
    private @Nullable Position line;

    /** For a text within a message. */
    public FormatParser(Binding binding) {
        this(binding, FormatKind.MESSAGE);
    }

    public FormatParser(Binding binding, FormatKind kind) {
        this.binding = binding;
        this.kind = kind;
        builder = new FormatBuilder(kind);
    }

    /** For what goes into an HTTP message: there is no stream of bytes then, so as in HAProxy a warning tells of expressions that ask for one. */
    public FormatParser ofHttp(Position at) {
        line = at;
        return this;
    }

    /** The format of a text. */
    public Format parse(String text) throws BindException {
        read(text);
        if (builder.isEmpty() && !kind.mergesBlanks()) return new FixedText(Text.of(literal.toString()));
        endLiteral();
        return builder.format(flags);
    }

    /** The same for who writes it into a line of its own. */
    public LineFormat parseLine(String text) throws BindException {
        read(text);
        endLiteral();
        return builder.line(flags);
    }

    private void read(String text) throws BindException {
        var cursor = new TextCursor(text);
        while (!cursor.isAtEnd()) {
            var c = cursor.take();
            if (c == '%') item(cursor, cursor.index() - 1);
            else if (c == ' ' && kind.mergesBlanks()) blank();
            else literal.append(c);
        }
    }

    private void blank() {
        endLiteral();
        builder.separator();
    }

    private void endLiteral() {
        if (literal.isEmpty()) return;
        builder.literal(literal.toString());
        literal.setLength(0);
    }

    private void item(TextCursor cursor, int from) throws BindException {
        try {
            read(cursor, from);
        } catch (BindException e) {
            throw e.within(from);
        }
    }

    private void read(TextCursor cursor, int from) throws BindException {
        if (cursor.isAtEnd()) throw new BindException("truncated line after '%'");
        if (cursor.take('%')) {
            literal.append('%');
            return;
        }
        var name = cursor.isAt('(') ? inside(cursor, ')') : "";
        var own = cursor.isAt('{') ? flags.with(inside(cursor, '}')) : flags;
        if (cursor.take('[')) expression(cursor, own, ItemName.of(name));
        else if (!cursor.isAtEnd() && isOfAlias(cursor.peek())) alias(cursor, own, ItemName.of(name));
        else if (cursor.index() == from + 1) literal.append(notSpecial(cursor, from));
        else throw withoutItem(cursor, from);
    }

    /** HAProxy takes a sign that can begin no name for itself, but no blank. */
    private static char notSpecial(TextCursor cursor, int from) throws BindException {
        var c = cursor.take();
        if (c == ' ' || c == '\t')
            throw new BindException("unexpected variable name near '" + c + "' at position " + (from + 1)
                    + ". Maybe you want to write a single '%', use the syntax '%%'.");
        return c;
    }

    private static BindException withoutItem(TextCursor cursor, int from) {
        return new BindException("parse argument modifier without variable name near '" + cursor.since(from) + "'");
    }

    private static String inside(TextCursor cursor, char end) throws BindException {
        cursor.take();
        var from = cursor.index();
        while (!cursor.isAtEnd() && !cursor.isAt(end)) cursor.take();
        var inside = cursor.since(from);
        if (!cursor.take(end)) throw new BindException("truncated line after '" + inside + "'");
        return inside;
    }

    private void expression(TextCursor cursor, Flags own, ItemName name) throws BindException {
        var from = cursor.index();
        var rest = cursor.rest();
        if (rest.indexOf(']') < 0) throw new BindException("missing ']' after '" + rest + "'");
        var parser = new ExpressionParser(binding);
        try {
            var expression = parser.parse(cursor);
            if (!cursor.isAt(']')) throw unclosed(cursor, from);
            checkPlace(parser, expression, rest, from);
            cursor.take();
            endLiteral();
            builder.expression(expression, flags, own, name);
        } catch (BindException e) {
            var isWhole = e.text().startsWith("sample fetch") || e.text().startsWith("expected ']'");
            throw isWhole ? e : e.in("failed to parse sample expression <" + rest + "> : ");
        }
    }

    private void checkPlace(ExpressionParser parser, Expression expression, String rest, int from)
            throws BindException {
        try {
            parser.checkPlace(expression, shown(expression, rest));
        } catch (BindException e) {
            throw e.about(from);
        }
        if (line != null && expression.source().isBuffer())
            binding.diagnostics()
                    .warning(
                            line,
                            "L6 sample fetch <" + shown(expression, rest) + "> ignored in HTTP log-format string.");
    }

    /** In logs HAProxy shows all that follows. */
    private String shown(Expression expression, String rest) {
        return binding.place() == Place.LOG ? rest : expression.text();
    }

    private static BindException unclosed(TextCursor cursor, int from) {
        var found = cursor.isAtEnd() ? "the end" : "'" + cursor.peek() + "'";
        return new BindException("expected ']' after '" + cursor.since(from) + "', but found " + found)
                .about(cursor.index());
    }

    private void alias(TextCursor cursor, Flags own, ItemName name) throws BindException {
        var from = cursor.index();
        while (!cursor.isAtEnd() && isOfAlias(cursor.peek())) cursor.take();
        var word = cursor.since(from);
        if (word.equals("o")) flags = own;
        else {
            var alias = alias(word);
            endLiteral();
            builder.alias(alias, flags, own, name);
        }
    }

    private AliasEntry alias(String word) throws BindException {
        var aliases = binding.vocabulary().aliases();
        var entry = aliases.find("%" + word);
        if (entry == null) {
            if (aliases.standing("%" + word) == Standing.NOT_YET)
                throw new BindException("format alias '%" + word + "' is known, but not supported yet."
                        + aliases.known().waiting("%" + word));
            throw new BindException("no such format variable '" + word
                    + "'. If you wanted to emit the '%' character verbatim, you need to use '%%'");
        }
        if (entry.restriction() == Restriction.HTTP && !binding.declared().mayBeHttp())
            throw new BindException("format variable '" + word + "' is reserved for HTTP mode");
        if (entry.restriction() == Restriction.LOG && binding.place() != Place.LOG)
            throw new BindException("format variable '" + word + "' is reserved for logs");
        return entry;
    }

    private static boolean isOfAlias(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
