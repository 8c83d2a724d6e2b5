package headway.language.condition;

import headway.base.catalog.Catalog.Standing;
import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.pattern.MatchMethod;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.TextCursor;
import headway.language.sample.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code criterion [flags] [operator] [value]...}: configuration manual 7.1. */
final class AclParser {
    private final Binding binding;

    AclParser(Binding binding) {
        this.binding = binding;
    }

    /** Takes all words up to a closing brace or the end. */
    Test parse(Words words) throws BindException {
        var first = words.index();
        var keyword = words.take();
        try {
            return parse(keyword, words);
        } catch (BindException e) {
            throw words.blame(e, first, List.of());
        }
    }

    private Test parse(String keyword, Words words) throws BindException {
        var expression = expression(keyword);
        var flags = new AclFlags(binding, keyword(keyword), usual(keyword, expression));
        var isBare = !words.hasNext() || words.peek().equals("}");
        var position = words.position();
        flags.read(words);
        if (isBare && flags.hasNoPatterns()) warn(position, keyword);
        return test(keyword, expression, flags);
    }

    /** A test that matches nothing is most often one that was meant otherwise. */
    private void warn(Position position, String keyword) {
        binding.diagnostics()
                .warning(
                        position,
                        "parsing acl keyword '" + keyword + "' :\n"
                                + "  no pattern to match against were provided, so this ACL will never match.\n"
                                + "  If this is what you intended, please add '--' to get rid of this warning.\n"
                                + "  If you intended to match only for existence, please use '-m found'.\n"
                                + "  If you wanted to force an int to match as a bool, please use '-m bool'.\n");
    }

    /** The name alone. */
    private static String keyword(String text) {
        return new TextCursor(text).name();
    }

    private static @Nullable MatchMethod usual(String text, Expression expression) {
        var derived = AclKeyword.of(keyword(text));
        return derived == null || expression.hasConverters() ? MatchMethod.usual(expression.type()) : derived.method();
    }

    private Expression expression(String keyword) throws BindException {
        var cursor = new TextCursor(keyword);
        var name = cursor.name();
        if (name.isEmpty()) throw new BindException("missing fetch method in ACL expression '" + keyword + "'");
        var derived = AclKeyword.of(name);
        var fetches = binding.vocabulary().fetches();
        if (derived == null && fetches.standing(name) == Standing.UNKNOWN) throw unknown(name, keyword);
        try {
            var parser = new ExpressionParser(binding);
            var fetch = parser.fetch(derived == null ? name : derived.fetch(), name);
            var expression = parser.parse(cursor, 0, fetch, name);
            if (!cursor.isAtEnd()) throw new BindException("missing comma after '" + cursor.since(0) + "'");
            return expression;
        } catch (BindException e) {
            throw derived == null
                    ? e.followed(" in ACL expression '" + keyword + "'")
                    : e.in("ACL keyword '" + name + "' : ");
        }
    }

    private BindException unknown(String name, String keyword) {
        var names = new ArrayList<>(binding.vocabulary().fetches().names());
        AclKeyword.all().forEach(k -> names.add(k.name()));
        var proposal = Nearest.to(name, names).orElse("");
        return new BindException(
                        "unknown fetch method '" + name + "' in ACL expression '" + keyword + "'", null, proposal)
                .about(0);
    }

    private static Test test(String keyword, Expression expression, AclFlags flags) throws BindException {
        var method = flags.method();
        // The length of a number or an address is that of its text.
        if (!Casts.isPossible(expression.type(), method.type())) {
            throw new BindException("matching method '" + method.word() + "' cannot be used with fetch keyword '"
                    + keyword(keyword) + "'");
        }
        return new Test(expression, Casts.to(expression.type(), method.type()), method, flags.lists());
    }
}
