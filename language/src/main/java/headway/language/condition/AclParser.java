package headway.language.condition;

import headway.base.catalog.Catalog.Standing;
import headway.base.text.Nearest;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Casts;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.TextCursor;
import headway.language.sample.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads {@code criterion [flags] [operator] [value]...}: configuration manual 7.1. */
final class AclParser {
    private final Binding binding;

    AclParser(Binding binding) {
        this.binding = binding;
    }

    /** What the flags have said so far. */
    private static final class Flags {
        private @Nullable MatchMethod method;
        private boolean ignoreCase;
        private boolean resolve = true;
        private boolean ended;
        private @Nullable Patterns patterns;

        Patterns patterns() throws BindException {
            var now = patterns;
            if (now != null) return now;
            if (method == null) throw new BindException("");
            patterns = now = new Patterns(method, resolve);
            return now;
        }
    }

    /** Takes all words up to a closing brace or the end. */
    Test parse(Words words) throws BindException {
        var position = words.position();
        var keyword = words.take();
        try {
            return parse(keyword, words);
        } catch (BindException e) {
            throw e.placed(position);
        }
    }

    private Test parse(String keyword, Words words) throws BindException {
        var flags = new Flags();
        var expression = expression(keyword, flags);
        var isBare = !words.hasNext() || words.peek().equals("}");
        while (words.hasNext() && words.peek().startsWith("-") && !flags.ended) flag(words, flags);
        if (flags.method == null) {
            throw new BindException(
                    "matching method must be specified first (using '-m') when using a sample fetch of this type ('"
                            + keyword + "')");
        }
        var patterns = flags.patterns();
        var position = words.position();
        while (words.hasNext() && !words.peek().equals("}")) patterns.word(words.take(), flags.ignoreCase);
        if (patterns.isEmpty() && isBare) {
            binding.diagnostics()
                    .warning(
                            position,
                            "parsing acl keyword '" + keyword + "' :\n"
                                    + "  no pattern to match against were provided, so this ACL will never match.\n"
                                    + "  If this is what you intended, please add '--' to get rid of this warning.\n"
                                    + "  If you intended to match only for existence, please use '-m found'.\n"
                                    + "  If you wanted to force an int to match as a bool, please use '-m bool'.\n");
        }
        return test(keyword, expression, flags.method, patterns);
    }

    private Expression expression(String keyword, Flags flags) throws BindException {
        var cursor = new TextCursor(keyword);
        var name = cursor.name();
        if (name.isEmpty()) throw new BindException("missing fetch method in ACL expression '" + keyword + "'");
        var derived = AclKeyword.of(name);
        var fetches = binding.vocabulary().fetches();
        if (derived == null && fetches.standing(name) == Standing.UNKNOWN) {
            var names = new ArrayList<>(fetches.names());
            AclKeyword.all().forEach(k -> names.add(k.name()));
            var proposal = Nearest.to(name, names).orElse("");
            throw new BindException(
                    "unknown fetch method '" + name + "' in ACL expression '" + keyword + "'", null, proposal);
        }
        try {
            var parser = new ExpressionParser(binding);
            var fetch = parser.fetch(derived == null ? name : derived.fetch(), name);
            var expression = parser.parse(cursor, 0, fetch, name);
            if (!cursor.isAtEnd()) throw new BindException("missing comma after '" + cursor.since(0) + "'");
            flags.method = derived == null || expression.hasConverters()
                    ? MatchMethod.usual(expression.type())
                    : derived.method();
            return expression;
        } catch (BindException e) {
            throw e.followed(" in ACL expression '" + keyword + "'");
        }
    }

    private void flag(Words words, Flags flags) throws BindException {
        var flag = words.take();
        switch (flag) {
            case "-i" -> flags.ignoreCase = true;
            case "-n" -> flags.resolve = false;
            case "--" -> flags.ended = true;
            // The id serves the runtime API only; it is checked there once there is something to change.
            case "-u" -> words.take();
            case "-m" -> flags.method = method(words.take());
            case "-f" -> load(words.take(), flags);
            case "-M" -> throw new BindException("'-M' is known, but not supported yet");
            default ->
                throw new BindException("'" + flag
                        + "' is not a valid ACL option. Please use '--' before any pattern beginning with a '-'");
        }
    }

    private static MatchMethod method(String word) throws BindException {
        var method = MatchMethod.of(word);
        if (method == null)
            throw new BindException("unknown matching method '" + word + "' when parsing ACL expression");
        return method;
    }

    /** 2.7: a value a line; empty lines and those that begin with a sharp do not count. */
    private void load(String name, Flags flags) throws BindException {
        if (flags.method == null) {
            throw new BindException(
                    "matching method must be specified first (using '-m') when using a sample fetch of this type");
        }
        try {
            var text = Files.readString(binding.folder().resolve(name), StandardCharsets.ISO_8859_1);
            for (var line : text.split("\n")) {
                var value = line.strip();
                if (!value.isEmpty() && line.charAt(0) != '#') flags.patterns().add(value, flags.ignoreCase);
            }
        } catch (IOException | InvalidPathException e) {
            throw new BindException("failed to open pattern file <" + name + ">");
        }
    }

    private static Test test(String keyword, Expression expression, MatchMethod method, Patterns patterns)
            throws BindException {
        var to = method.type();
        // The length of a number or an address is that of its text.
        if (!Casts.isPossible(expression.type(), to)) {
            throw new BindException("matching method '" + method.word() + "' cannot be used with '" + keyword + "'");
        }
        return new Test(expression, Casts.to(expression.type(), to), patterns.matchers());
    }
}
