package headway.language.predicate;

import headway.language.syntax.Environment;
import headway.language.syntax.Line;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates a condition: integers, predicates, {@code !}, {@code &&}, {@code ||} and parentheses; an empty one is false. All of it is read, so that a mistake
 * behind what decides is found too.
 */
public final class Conditional {
    /** Parentheses and negations in one another. */
    private static final int DEEPEST = 256;

    private final String text;
    private final Facts facts;
    private final Environment environment;
    private int at;
    private int depth;
    /** Where the operators begin whose operand has not come yet; negative when nothing is awaited. */
    private int awaiting = -1;

    private Conditional(String text, Facts facts, Environment environment) {
        this.text = text;
        this.facts = facts;
        this.environment = environment;
    }

    /**
     * @param text words joined by one blank
     */
    public static boolean holds(String text, Facts facts, Environment environment) throws ConditionException {
        return text.isBlank() ? false : new Conditional(text, facts, environment).all();
    }

    /**
     * The same of a text as a command line gives it: it is cut into words first, so that quotes and variables count.
     */
    public static boolean holdsLine(String text, Facts facts, Environment environment) throws ConditionException {
        try {
            return holds(Line.of(text, environment).from(0), facts, environment);
        } catch (Mistake mistake) {
            throw new ConditionException(mistake.getMessage(), 0);
        }
    }

    private boolean all() throws ConditionException {
        var answer = or();
        if (at < text.length())
            throw mistake(
                    "unexpected character '" + text.charAt(at) + "' at the end of conditional expression '" + text
                            + "'",
                    at);
        return answer;
    }

    private boolean or() throws ConditionException {
        var answer = and();
        while (isNext("||")) {
            var other = and();
            answer = answer || other;
        }
        return answer;
    }

    private boolean and() throws ConditionException {
        var answer = term();
        while (isNext("&&")) {
            var other = term();
            answer = answer && other;
        }
        return answer;
    }

    private boolean isNext(String operator) {
        skipBlanks();
        if (!text.startsWith(operator, at)) return false;
        awaiting = at;
        at += operator.length();
        return true;
    }

    private boolean term() throws ConditionException {
        skipBlanks();
        if (++depth > DEEPEST) throw mistake("conditional expression nested too deeply", at);
        var c = at < text.length() ? text.charAt(at) : 0;
        var answer =
                switch (c) {
                    case '!' -> negated();
                    case '(' -> grouped();
                    case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
                    default -> predicate();
                };
        depth--;
        skipBlanks();
        return answer;
    }

    private boolean negated() throws ConditionException {
        prefix();
        return !term();
    }

    /** As HAProxy, what ends behind operators in front of a term is shown from the first of them on. */
    private void prefix() {
        if (awaiting < 0 || text.charAt(awaiting) == '&' || text.charAt(awaiting) == '|') awaiting = at;
        at++;
    }

    private boolean grouped() throws ConditionException {
        var open = at;
        prefix();
        var answer = or();
        if (at >= text.length() || text.charAt(at) != ')')
            throw mistake("expected ')' after conditional expression '" + text.substring(open) + "'", open);
        at++;
        return answer;
    }

    /** As watched: {@code 0x} begins hexadecimal digits and {@code 0} octal ones, so that the 8 of {@code 08} is one character too many. */
    private boolean number() throws ConditionException {
        var from = at;
        if (text.charAt(at) == '-' || text.charAt(at) == '+') at++;
        var radix = 10;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) radix = isDigit(at + 2, 16) ? 16 : 8;
        else if (text.startsWith("0", at)) radix = 8;
        if (radix == 16) at += 2;
        if (!isDigit(at, radix)) throw unparsable(from);
        var answer = false;
        while (isDigit(at, radix)) answer |= text.charAt(at++) != '0';
        awaiting = -1;
        return answer;
    }

    private boolean isDigit(int index, int radix) {
        return index < text.length() && text.charAt(index) < 128 && Character.digit(text.charAt(index), radix) >= 0;
    }

    /** One without parentheses asks with nothing, as it does in HAProxy. */
    private boolean predicate() throws ConditionException {
        var from = at;
        while (at < text.length() && isName(text.charAt(at))) at++;
        var predicate = Predicates.find(text.substring(from, at));
        if (predicate == null) throw unparsable(from == text.length() && awaiting >= 0 ? awaiting : from);
        awaiting = -1;
        var closed = text.startsWith("(", at);
        var arguments = closed ? arguments(predicate) : List.of("");
        if (arguments.size() < predicate.arguments())
            throw mistake(
                    "missing arguments (got %d/%d), type 'string' expected in argument %d of predicate '%s' used in conditional expression"
                            .formatted(arguments.size(), predicate.arguments(), arguments.size(), predicate.name()),
                    closed ? at - 1 : at);
        if (!predicate.allows(arguments)) throw unparsable(from);
        return predicate.test().answer(facts, environment, arguments);
    }

    /** From the opening parenthesis to the closing one. */
    private List<String> arguments(Predicate predicate) throws ConditionException {
        at++;
        var arguments = new ArrayList<String>();
        var number = Math.max(1, predicate.arguments());
        while (true) {
            arguments.add(argument());
            var end = at < text.length() ? text.charAt(at) : 0;
            if (end == ')') break;
            if (end != ',' || arguments.size() == number)
                throw mistake(
                        "expected ')'" + (end == 0 ? "" : " before '" + text.substring(at) + "'") + " in argument "
                                + arguments.size() + " of predicate '" + predicate.name()
                                + "' used in conditional expression",
                        at);
            at++;
        }
        at++;
        return arguments;
    }

    /** Quotes and backslashes protect as at the level of lines, but for what only that level knows. */
    private String argument() {
        var value = new StringBuilder();
        var quote = (char) 0;
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quote == 0 && (c == ',' || c == ')')) break;
            if (c == quote) quote = 0;
            else if (quote == 0 && (c == '"' || c == '\'')) quote = c;
            else if (c == '\\' && quote != '\'' && at + 1 < text.length()) value.append(text.charAt(++at));
            else value.append(c);
        }
        return value.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private ConditionException unparsable(int from) {
        return mistake("unparsable conditional expression '" + text.substring(from) + "'", from);
    }

    private static ConditionException mistake(String message, int index) {
        return new ConditionException(message, index + 1);
    }
}
