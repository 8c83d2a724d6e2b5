package headway.language.resolve;

import headway.base.catalog.Catalog;
import headway.language.syntax.Line;
import headway.language.table.Directive;
import org.jspecify.annotations.Nullable;

/**
 * The directive that a line begins with.
 *
 * @param words how many words make its name
 */
record KeywordMatch<D>(Directive<D> directive, int words) {
    /** No name has more words. */
    private static final int MOST_WORDS = 3;

    /** The one with the longest name, null when there is none. */
    static <D> @Nullable KeywordMatch<D> longest(Catalog<Directive<D>> catalog, Line line, int from) {
        var indexed = longest(catalog::findIndexed, line, from);
        return indexed != null ? indexed : longest(catalog::find, line, from);
    }

    private static <D> @Nullable KeywordMatch<D> longest(Lookup<D> lookup, Line line, int from) {
        for (var words = Math.min(MOST_WORDS, line.count() - from); words > 0; words--) {
            var directive = lookup.find(name(line, from, words));
            if (directive != null) return new KeywordMatch<>(directive, words);
        }
        return null;
    }

    /** A way to ask a catalog for a name. */
    private interface Lookup<D> {
        @Nullable
        Directive<D> find(String name);
    }

    /** The longest name that HAProxy knows at the beginning of a line, null when there is none. */
    static @Nullable String known(Catalog.Known known, Line line, int from) {
        for (var words = Math.min(MOST_WORDS, line.count() - from); words > 0; words--) {
            var name = name(line, from, words);
            if (known.names().contains(name)) return name;
            // "set-var(check.port)": names that take something in parentheses are known without it.
            var paren = name.indexOf('(');
            if (paren > 0 && known.names().contains(name.substring(0, paren))) return name.substring(0, paren);
        }
        return null;
    }

    private static String name(Line line, int from, int words) {
        var name = line.word(from);
        for (var i = 1; i < words; i++) name += " " + line.word(from + i);
        return name;
    }
}
