package headway.language.sample;

import java.util.ArrayList;
import java.util.List;

/** The arguments in parentheses after a name: configuration manual 2.2 on quotes inside them. */
final class Arguments {
    private final List<String> texts;
    /** What follows an argument, for the message that there is one too many. */
    private final List<String> tails;

    private final List<Integer> offsets;

    private int next;
    private int least;

    private Arguments(List<String> texts, List<String> tails, List<Integer> offsets) {
        this.texts = texts;
        this.tails = tails;
        this.offsets = offsets;
    }

    /** Number of the argument that was found wrong, from 1; 0 while all were right. */
    private int wrong;

    static Arguments none() {
        return new Arguments(List.of(), List.of(), List.of());
    }

    /**
     * Reads arguments up to the closing parenthesis.
     *
     * @param text stands just after the opening parenthesis; afterwards just behind the closing one
     */
    static Arguments parse(TextCursor text) throws BindException {
        var texts = new ArrayList<String>();
        var tails = new ArrayList<String>();
        var offsets = new ArrayList<Integer>();
        while (true) {
            tails.add(text.rest());
            offsets.add(text.index());
            texts.add(argument(text));
            if (text.isAtEnd()) throw new BindException("expected ')'");
            if (text.take() == ')') break;
        }
        // "f()" is the same as "f".
        return texts.size() == 1 && texts.getFirst().isEmpty() ? none() : new Arguments(texts, tails, offsets);
    }

    private static String argument(TextCursor text) throws BindException {
        var argument = new StringBuilder();
        var quote = '\0';
        while (!text.isAtEnd()) {
            var c = text.peek();
            if (isEnd(c, quote)) break;
            text.take();
            if (c == quote) quote = '\0';
            else if (quote == '\0' && (c == '"' || c == '\'')) quote = c;
            else if (c == '\\' && quote != '\'' && !text.isAtEnd() && !isEnd(text.peek(), quote))
                argument.append(unescape(text.take()));
            else argument.append(c);
        }
        if (quote != '\0') throw new BindException("unmatched quote " + quote + " in arguments");
        return argument.toString();
    }

    private static boolean isEnd(char c, char quote) {
        return quote == '\0' && (c == ',' || c == ')');
    }

    /** As watched: the same inside double quotes and outside quotes; a backslash before any other character stays, so a comma cannot be escaped. */
    private static String unescape(char c) {
        return switch (c) {
            case '\\', '"', '\'', ' ', '#' -> String.valueOf(c);
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            default -> "\\" + c;
        };
    }

    /**
     * Refuses more than there may be.
     *
     * @param least how many must be given
     */
    void checkCount(int least, int most) throws BindException {
        this.least = least;
        if (texts.size() <= most) return;
        wrong = Math.max(1, most);
        var tail = most == 0 ? tails.getFirst() : "," + tails.get(most);
        throw new BindException("expected ')' before '" + tail + "'").about(offsets.get(most));
    }

    /** How HAProxy's messages begin that are about an argument of this thing, or about all of them together. */
    String where(String thing) {
        return wrong == 0 ? "invalid args in " + thing + " : " : "invalid arg " + wrong + " in " + thing + " : ";
    }

    boolean isOneWrong() {
        return wrong > 0;
    }

    boolean hasNext() {
        return next < texts.size();
    }

    <T> T next(Parameter<T> parameter, Binding binding) throws BindException {
        var position = ++next;
        var text = position <= texts.size() ? texts.get(position - 1) : "";
        if (text.isEmpty() && parameter.isOptional()) return parameter.absent(binding);
        wrong = position;
        if (position > Math.max(1, texts.size())) {
            throw new BindException("missing arguments (got " + (position - 1) + "/" + least + "), type '"
                    + parameter.type() + "' expected");
        }
        // An empty text is a text, and nothing else.
        if (text.isEmpty() && !parameter.type().equals("string")) {
            var nothing = new BindException(
                    "expected type '" + parameter.type() + "' at position " + position + ", but got nothing");
            throw placed(nothing, position);
        }
        try {
            var value = parameter.parse(text, binding);
            wrong = 0;
            return value;
        } catch (BindException e) {
            // The text is of the right type, and still it means nothing.
            wrong = 0;
            throw placed(e, position);
        } catch (NumberFormatException e) {
            throw placed(
                    new BindException("failed to parse '" + text + "' as type '" + parameter.type() + "' at position "
                            + position),
                    position);
        }
    }

    /** Without parentheses there is no place of an argument. */
    private BindException placed(BindException e, int position) {
        return position > offsets.size() ? e : e.about(offsets.get(position - 1));
    }
}
