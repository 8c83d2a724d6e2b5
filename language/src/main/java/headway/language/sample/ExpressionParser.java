package headway.language.sample;

import headway.base.catalog.Catalog;
import headway.base.catalog.Catalog.Standing;
import headway.base.catalog.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code fetch(arguments),converter(arguments),...} and binds it. The messages are HAProxy's. */
public final class ExpressionParser {
    private final Binding binding;

    public ExpressionParser(Binding binding) {
        this.binding = binding;
    }

    /** The expression of the next word, and of the following ones as long as they begin with a converter's name (an old way to write it). */
    public Expression parse(Words words) throws BindException {
        var first = words.index();
        if (words.peek().isEmpty()) throw new BindException("missing fetch method", words.position(), "");
        var text = new StringBuilder(words.take());
        while (words.hasNext() && isConverter(words.peek())) text.append(',').append(words.take());
        var cursor = new TextCursor(text.toString());
        try {
            var expression = parse(cursor);
            if (!cursor.isAtEnd()) throw missingComma(cursor);
            return expression;
        } catch (BindException e) {
            throw e.placed(words.line(), first);
        }
    }

    private boolean isConverter(String word) {
        var name = new TextCursor(word).name();
        return !name.equals("if")
                && !name.equals("unless")
                && binding.vocabulary().converters().find(name) != null;
    }

    private static BindException missingComma(TextCursor cursor) {
        return new BindException("missing comma after '" + cursor.since(0) + "'").about(cursor.index());
    }

    /** An expression whose end the caller checks. */
    public Expression parse(TextCursor text) throws BindException {
        var from = text.index();
        var name = text.name();
        try {
            if (name.isEmpty()) throw new BindException("missing fetch method");
            return parse(text, from, fetch(name, name), name);
        } catch (BindException e) {
            throw e.within(from);
        }
    }

    /**
     * The rest of an expression whose fetch is known by another name (a derived ACL keyword).
     *
     * @param from where the name begins; the text stands behind it
     */
    public Expression parse(TextCursor text, int from, FetchEntry fetch, String name) throws BindException {
        var reader = reader(fetch, name, arguments(text, "fetch method '" + name + "' : "));
        var converters = new ArrayList<Converter>();
        var type = fetch.type();
        while (text.take(',')) {
            var begin = text.index();
            try {
                type = converter(text, type, converters);
            } catch (BindException e) {
                throw e.within(begin);
            }
        }
        return new Expression(text.since(from), fetch, reader, converters, type);
    }

    private Reader reader(FetchEntry fetch, String name, Arguments arguments) throws BindException {
        try {
            return fetch.bind(arguments, binding);
        } catch (BindException e) {
            var thing = "fetch method '" + name + "'";
            throw e.in(arguments.isOneWrong() ? thing + " : " : arguments.where(thing));
        }
    }

    private SampleType converter(TextCursor text, SampleType type, List<Converter> converters) throws BindException {
        var name = text.name();
        var entry = binding.vocabulary().converters().find(name);
        if (entry == null)
            throw unknown("converter", name, name, binding.vocabulary().converters());
        var arguments = arguments(text, "invalid arg in converter '" + name + "' : ");
        var converter = converter(entry, name, arguments);
        if (!Casts.isPossible(type, entry.in())) throw new BindException("converter '" + name + "' cannot be applied");
        var cast = Casts.to(type, entry.in());
        if (cast != null) converters.add(cast);
        converters.add(converter);
        return entry.out();
    }

    private Converter converter(ConverterEntry entry, String name, Arguments arguments) throws BindException {
        try {
            return entry.bind(arguments, binding);
        } catch (BindException e) {
            throw e.in(arguments.where("converter '" + name + "'"));
        }
    }

    private static Arguments arguments(TextCursor text, String otherwise) throws BindException {
        try {
            return text.take('(') ? Arguments.parse(text) : Arguments.none();
        } catch (BindException e) {
            throw e.in(otherwise);
        }
    }

    /** The fetch of that name. */
    public FetchEntry fetch(String name, String shown) throws BindException {
        var entry = binding.vocabulary().fetches().find(name);
        if (entry == null)
            throw unknown("fetch method", name, shown, binding.vocabulary().fetches());
        return entry.in(binding);
    }

    private static <K extends Keyword> BindException unknown(
            String kind, String name, String shown, Catalog<K> catalog) {
        if (catalog.standing(name) == Standing.NOT_YET) {
            return new BindException(kind + " '" + shown + "' is known, but not supported yet."
                    + catalog.known().waiting(name));
        }
        var proposal = name.isEmpty() ? "" : catalog.nearest(name).orElse("");
        return new BindException("unknown " + kind + " '" + shown + "'", null, proposal);
    }

    /**
     * Refuses an expression that can have no value where it stands.
     *
     * @param shown the expression as the message names it
     */
    public void checkPlace(Expression expression, String shown) throws BindException {
        var source = expression.source();
        if (source.isIn(binding)) return;
        throw new BindException("sample fetch <" + shown + "> may not be reliably used here because it needs '"
                + source.words() + "' which is not available here");
    }
}
