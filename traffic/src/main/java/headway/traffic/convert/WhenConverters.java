package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.ANY;

import headway.language.condition.Acls;
import headway.language.condition.Condition;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Figure;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that are passed on only at times. */
final class WhenConverters {
    static final List<ConverterEntry> TABLE = List.of(converter("when", ANY, ANY)
            .summary(
                    "Passes the value on when error, normal, forwarded, processed, toapplet, stopping or acl holds (or with ! does not); otherwise there is none.")
            .example("str(a),when(normal)", "", "a")
            .example("str(a),when(error)", "", "")
            .example("str(a),when(!stopping)", "", "a")
            .example("str(a),when(forwarded)", "", "")
            .binds(string("condition"), orElse(acl(), NamedAcl.NONE), WhenConverters::bind));

    private WhenConverters() {}

    /** Something that is asked of a stream. */
    @FunctionalInterface
    private interface Question {
        boolean holds(Scope scope);
    }

    /** The ACL of an argument; without a condition when none was given. */
    private record NamedAcl(@Nullable Condition condition) {
        private static final NamedAcl NONE = new NamedAcl(null);
    }

    private static Parameter<NamedAcl> acl() {
        return Parameters.of("acl", "string", (text, binding) -> {
            var acls = Acls.of(binding);
            if (acls == null) throw new BindException("no such ACL : '" + text + "'");
            return new NamedAcl(acls.reference(text));
        });
    }

    private static Converter bind(String word, NamedAcl acl) throws BindException {
        var negated = word.startsWith("!");
        var question = question(negated ? word.substring(1) : word, acl.condition());
        return (scope, _) -> question.holds(scope) != negated;
    }

    private static Question question(String word, @Nullable Condition acl) throws BindException {
        if (word.equals("acl") != (acl != null))
            throw new BindException(acl == null ? "'acl' expects the name of an ACL" : "only 'acl' has an argument");
        return switch (word) {
            case "error" -> WhenConverters::isFailure;
            case "normal" -> scope -> !isFailure(scope);
            // There is no applet yet.
            case "forwarded", "processed" -> scope -> scope.server() != null;
            case "toapplet" -> _ -> false;
            case "stopping" -> scope -> scope.figure(Figure.IS_STOPPING) > 0;
            case "acl" -> scope -> acl != null && acl.test(scope) == Condition.YES;
            default ->
                throw new BindException("unknown condition '" + word
                        + "', expected error, forwarded, normal, processed, stopping, toapplet or acl");
        };
    }

    /** As {@code option dontlog-normal} sees it: errors, timeouts, retries, redispatches and statuses from 500 on. */
    private static boolean isFailure(Scope scope) {
        var cause = scope.figure(Figure.TERMINATION) >> 8;
        return cause > 0 && cause != '-' && cause != 'L'
                || scope.figure(Figure.CONNECT_RETRIES) > 0
                || scope.figure(Figure.REDISPATCHED) > 0
                || scope.figure(Figure.STATUS) >= 500;
    }
}
