package headway.operate.log;

import headway.base.diagnostic.Diagnostics;
import headway.language.model.Balance;
import headway.language.pattern.PatternStore;
import headway.language.sample.Attached;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Declarations;
import headway.language.sample.Declared;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.FetchEntry;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Source;
import headway.language.sample.TextCursor;
import headway.language.sample.VariableNames;
import headway.language.sample.Vocabulary;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code balance log-hash} makes of a message: the converters that stand there, one after the other. */
public final class LogHash {
    /** The message itself, which no configuration can name. */
    private static final FetchEntry MESSAGE = FetchEntry.fetch("message", SampleType.STR, Source.INTERNAL)
            .binds((scope, out) -> scope instanceof MessageScope message && out.text(message.at, message.length));

    private final Expression expression;

    private LogHash(Expression expression) {
        this.expression = expression;
    }

    /** Binds the converters; nothing after a mistake, which is told. */
    public static Optional<LogHash> bind(
            Balance.LogHash balance, Vocabulary vocabulary, VariableNames variables, Diagnostics out) {
        var declared =
                Declared.nowhere(Attached.NOTHING.with(PatternStore.class, new PatternStore()), Declarations.nothing());
        var binding = new Binding(vocabulary, variables, out, Path.of(""), Place.LOG, false, true, declared);
        var written = balance.converters();
        try {
            var cursor = new TextCursor("," + written.text());
            var expression = new ExpressionParser(binding).parse(cursor, 0, MESSAGE, MESSAGE.name());
            if (!cursor.isAtEnd()) throw new BindException("unexpected '" + cursor.rest() + "'");
            return Optional.of(new LogHash(expression));
        } catch (BindException e) {
            out.alert(written.at(), "balance log-hash : " + e.text(), e.proposal());
            return Optional.empty();
        }
    }

    /** Reads the key; what cannot be converted gives none. */
    boolean read(MessageScope scope, Sample key) {
        key.begin();
        return expression.readText(scope, key);
    }
}
