package headway.language.condition;

import headway.base.diagnostic.Position;
import headway.language.pattern.Comparison;
import headway.language.pattern.MatchMethod;
import headway.language.pattern.NumberRange;
import headway.language.pattern.PatternStore;
import headway.language.pattern.PatternUse;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows the criterion of an ACL: flags, files and patterns (configuration manual 7.1). */
final class AclFlags {
    private final Binding binding;
    private final String keyword;
    private final List<PatternUse> lists = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();
    private @Nullable MatchMethod method;
    private boolean ignoresCase;
    private boolean resolves = true;
    private boolean readsMaps;
    private boolean hasFiles;
    private int id = -1;

    /**
     * @param usual the method that holds unless {@code -m} says otherwise; null when it must
     */
    AclFlags(Binding binding, String keyword, @Nullable MatchMethod usual) {
        this.binding = binding;
        this.keyword = keyword;
        method = usual;
    }

    /** Takes all words up to a closing brace or the end. */
    void read(Words words) throws BindException {
        while (words.hasNext() && words.peek().startsWith("-")) {
            if (words.take("--")) break;
            flag(words);
        }
        var position = words.position();
        patterns(words);
        own();
        PatternStore.of(binding).tellSlow(position, binding.diagnostics());
    }

    /** True when nothing can ever match, unless patterns are added while it runs. */
    boolean hasNoPatterns() throws BindException {
        return comparison() != null && !hasFiles && patterns.isEmpty();
    }

    MatchMethod method() throws BindException {
        var now = method;
        if (now != null) return now;
        throw new BindException(
                "matching method must be specified first (using '-m') when using a sample fetch of this type ('"
                        + keyword + "')");
    }

    /** In the order in which they are asked: files, then what stands in the line. */
    List<PatternUse> lists() {
        return lists;
    }

    private void flag(Words words) throws BindException {
        var flag = words.take();
        switch (flag) {
            case "-i" -> ignoresCase = true;
            case "-n" -> resolves = false;
            case "-M" -> readsMaps = true;
            case "-u" -> id = id(words.take());
            case "-m" -> method = method(words.take());
            case "-f" -> file(words.take());
            default ->
                throw new BindException("'" + flag
                        + "' is not a valid ACL option. Please use '--' before any pattern beginning with a '-'");
        }
    }

    private static int id(String word) throws BindException {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new BindException("the argument of -u must be an integer");
        }
    }

    private MatchMethod method(String word) throws BindException {
        if (hasFiles)
            throw new BindException("'-m' must only be specified before patterns and files in parsing ACL expression");
        var named = MatchMethod.of(word);
        if (named != null) return named;
        var words = Stream.of(MatchMethod.values()).map(MatchMethod::word).toList();
        throw BindException.unknown("unknown matching method '" + word + "' when parsing ACL expression", word, words);
    }

    private void file(String name) throws BindException {
        var comparison = comparison();
        hasFiles = true;
        var list = PatternStore.of(binding).load(name, binding.folder(), readsMaps);
        if (comparison != null) lists.add(list.use(comparison));
        PatternStore.of(binding).tellSlow(Position.NOWHERE, binding.diagnostics());
    }

    /** Null when nothing is compared. */
    private @Nullable Comparison comparison() throws BindException {
        var chosen = method();
        if (chosen == MatchMethod.FOUND || chosen == MatchMethod.BOOL) return null;
        return new Comparison(chosen, ignoresCase, resolves);
    }

    private void patterns(Words words) throws BindException {
        var chosen = method();
        var operator = "eq";
        while (words.hasNext() && !words.peek().equals("}")) {
            var word = words.take();
            if (!chosen.isNumeric()) patterns.add(word);
            else if (NumberRange.isOperator(word)) operator = word;
            else patterns.add(NumberRange.behind(operator, word, chosen == MatchMethod.VERSION));
        }
    }

    /** Also without patterns there is a list, which has a number and may be added to. */
    private void own() throws BindException {
        var list = PatternStore.of(binding).anonymous(patterns);
        if (id >= 0) PatternStore.of(binding).identify(list, id);
        var comparison = comparison();
        if (comparison != null) lists.add(list.use(comparison));
    }
}
