package headway.language.rule;

import headway.base.units.Duration;
import headway.base.units.Size;
import headway.language.format.Format;
import headway.language.format.FormatParser;
import headway.language.model.ProxyRules.Stage;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.SampleType;
import headway.language.sample.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What an action binds itself from: the words behind its name, and where it stands. Words that it does not take are the condition.
 *
 * @param argument what stands in parentheses behind the name, or an empty text
 */
public record ActionLine(Words words, String argument, Stage stage, Binding binding) {
    /** In the place of an argument: the texts of this line are no formats, as in a {@code redirect} line outside of rule sets. */
    public static final String LITERAL = "literal";

    /** True when the next word cannot be an argument, because the line ends or a condition begins. */
    public boolean isAtEnd() {
        return words.peek().isEmpty()
                || words.peek().equals("if")
                || words.peek().equals("unless");
    }

    /** Takes the next word, which must be there. */
    public String take(String otherwise) throws BindException {
        if (words.peek().isEmpty()) throw new BindException(otherwise);
        return words.take();
    }

    /** Takes as many arguments, no more and no less: then the line ends or a condition begins. */
    public List<String> takeExactly(int count, String otherwise) throws BindException {
        for (var i = 0; i < count; i++) if (words.peek(i).isEmpty()) throw new BindException(otherwise);
        var taken = new ArrayList<String>();
        for (var i = 0; i < count; i++) taken.add(words.take());
        return taken;
    }

    /** Where in the action's own word the argument begins, for what is wrong with it before another word is taken. */
    public int argumentOffset() {
        return words.line().word(words.index() - 1).indexOf('(') + 1;
    }

    /** A text with expressions, meant for a message. */
    public Format format(String text) throws BindException {
        checkOneLine(text);
        return new FormatParser(binding).ofHttp(words.line().position()).parse(text);
    }

    /** The same, meant for a variable. */
    public Format variableFormat(String text) throws BindException {
        checkOneLine(text);
        return new FormatParser(binding).parse(text);
    }

    private static void checkOneLine(String text) throws BindException {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) return;
        throw new BindException("a value that goes into a message must not hold a line feed or carriage return");
    }

    /** The expression of the next word, which must be able to have a value here. */
    public Expression expression() throws BindException {
        var parser = new ExpressionParser(binding);
        var position = words.position();
        var expression = parser.parse(words);
        try {
            parser.checkPlace(expression, expression.text());
        } catch (BindException e) {
            throw e.placed(position);
        }
        return expression;
    }

    /** An expression whose value can be of that type. */
    public Expression expression(SampleType type) throws BindException {
        var position = words.position();
        var expression = expression();
        if (Casts.isPossible(expression.type(), type)) return expression;
        throw new BindException(
                "expression '" + expression.text() + "' cannot be used as type '" + type.word() + "'", position, "");
    }

    /** Whether a field may be called so (RFC 9110 5.1). */
    static boolean isToken(String name) {
        return name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    }

    /** A time; milliseconds when there is no unit. */
    public static long nanos(String text) throws BindException {
        return switch (Duration.parse(text, Duration.Unit.MILLISECOND)) {
            case Duration.Of(var nanos) -> nanos;
            case Duration.Unexpected(var character) ->
                throw new BindException("unexpected character '" + character + "'");
            case Duration.Overflow() ->
                throw new BindException(
                        "timer overflow in '" + text + "', maximum value is 2147483647 ms (~24.8 days)");
            case Duration.Underflow() ->
                throw new BindException("timer underflow in '" + text + "', minimum non-null value is 1 ms");
        };
    }

    /** A number of bytes. */
    public static long bytes(String text) throws BindException {
        var size = Size.parse(text);
        if (size.isEmpty()) throw new BindException("unexpected size '" + text + "'");
        return size.getAsLong();
    }
}
