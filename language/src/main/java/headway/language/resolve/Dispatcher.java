package headway.language.resolve;

import headway.base.catalog.Catalog;
import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.syntax.Line;
import headway.language.syntax.Mistake;
import headway.language.table.Arguments;
import headway.language.table.Directive;
import headway.language.table.Directive.Remark;
import headway.language.table.Messages;
import headway.language.table.Reading;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the directive of a line and lets it read its arguments; says what is wrong when there is none. */
final class Dispatcher {
    private final Reading reading;
    private final Removed removed = new Removed();

    Dispatcher(Reading reading) {
        this.reading = reading;
    }

    /**
     * @param section as messages name it
     * @return the directive's name
     */
    <D> String dispatch(
            Catalog<Directive<D>> catalog, String section, D draft, Line line, @Nullable KeywordMatch<D> match)
            throws Mistake {
        var prefix = Prefix.of(line);
        if (match == null) throw unknown(catalog, section, line, prefix);
        var directive = match.directive();
        var words = new Arguments(line, prefix.words() + match.words(), directive.name(), reading);
        if (directive.isExperimental()) check(directive, line.at(prefix.words()));
        remark(directive, line);
        reader(directive, prefix, line).read(draft, words);
        return directive.name();
    }

    private static <D> Directive.Reader<D> reader(Directive<D> directive, Prefix prefix, Line line) throws Mistake {
        var reader =
                switch (prefix) {
                    case NONE -> directive.reader();
                    case NO -> directive.negation();
                    case DEFAULT -> directive.reset();
                };
        if (reader != null) return reader;
        var name = directive.name();
        if (name.startsWith("option "))
            throw new Mistake(line.at(0), "negation/default is not supported for option '" + name.substring(7) + "'.");
        throw new Mistake(line.at(0), "negation/default is not supported for '" + name + "'.");
    }

    private void check(Directive<?> directive, Position at) throws Mistake {
        var refusal = reading.experiments().refusal(directive.name(), "directive", at);
        if (!refusal.isEmpty()) throw new Mistake(at, refusal);
    }

    private void remark(Directive<?> directive, Line line) {
        switch (directive.remark()) {
            case Remark.None() -> {}
            case Remark.NoEffect(var why) ->
                reading.out()
                        .notice(line.at(0), "'" + directive.name() + "' is accepted and has no effect: " + why + ".");
            case Remark.Renamed(var successor) ->
                reading.out()
                        .add(
                                Severity.WARNING,
                                Code.DEPRECATED,
                                line.at(0),
                                "'" + directive.name() + "' is deprecated, please use '" + successor + "' instead.",
                                successor);
        }
    }

    private <D> Mistake unknown(Catalog<Directive<D>> catalog, String section, Line line, Prefix prefix) {
        var from = prefix.words();
        var at = line.at(from);
        var word = line.word(from);
        var gone = removed.advice(line, from);
        if (gone.isPresent()) return new Mistake(Code.REMOVED, at, gone.get(), "");
        var family = family(catalog, word);
        var known = KeywordMatch.known(catalog.known(), line, from);
        if (known != null && (family.isEmpty() || !known.equals(word)))
            return new Mistake(Code.NOT_YET, at, Messages.notYet(catalog.known(), known), "");
        var later = family.isEmpty() ? laterFamily(catalog.known(), word) : List.<String>of();
        if (!later.isEmpty()) return laterMember(catalog.known(), later, word, line, from);
        var elsewhere = new Elsewhere(reading.tables()).of(line, from).filter(places -> !places.equals(section));
        var shown = family.isEmpty() ? word : word + " " + line.word(from + 1);
        if (elsewhere.isPresent())
            return new Mistake(
                    Code.WRONG_SECTION,
                    at,
                    "unknown keyword '" + shown + "' in '" + section + "' section: it belongs in " + elsewhere.get()
                            + ".",
                    "");
        if (!family.isEmpty()) return unknownMember(word, line.word(from + 1), family, line.at(from + 1));
        return new Mistake(
                Code.UNKNOWN_KEYWORD,
                at,
                "unknown keyword '" + word + "' in '" + section + "' section",
                nearest(catalog, line, from));
    }

    /** There are too many options to list them. */
    private static Mistake unknownMember(String word, String got, List<String> family, Position at) {
        var near = Nearest.to(got, family).orElse("");
        if (word.equals("option")) return new Mistake(Code.UNKNOWN_KEYWORD, at, "unknown option '" + got + "'", near);
        var list = family.stream().map(member -> "'" + member + "'").collect(Collectors.joining(", "));
        return new Mistake(Code.UNKNOWN_KEYWORD, at, "'" + word + "' supports " + list + " (got '" + got + "')", near);
    }

    /** The names that begin with that word, when none of them is supported yet. */
    private static List<String> laterFamily(Catalog.Known known, String word) {
        return known.names().stream()
                .filter(name -> name.startsWith(word + " "))
                .sorted()
                .toList();
    }

    private static Mistake laterMember(Catalog.Known known, List<String> family, String word, Line line, int from) {
        var list = family.stream()
                .map(name -> "'" + name.substring(word.length() + 1) + "'")
                .collect(Collectors.joining(", "));
        var got = line.count() > from + 1 ? line.word(from + 1) : "";
        return new Mistake(
                Code.NOT_YET,
                line.at(from),
                "'" + word + "' expects " + list + " (got '" + got + "'), and Headway does not support it yet."
                        + known.waiting(family.getFirst()),
                "");
    }

    /** What stands behind that word in names that begin with it; none when there is no such name. */
    private static <D> List<String> family(Catalog<Directive<D>> catalog, String word) {
        return catalog.all().stream()
                .map(Directive::name)
                .filter(name -> name.startsWith(word + " "))
                .map(name -> name.substring(word.length() + 1))
                .toList();
    }

    private static <D> String nearest(Catalog<Directive<D>> catalog, Line line, int from) {
        var two = line.word(from) + " " + line.word(from + 1);
        var near = catalog.nearest(line.word(from));
        return near.or(() -> catalog.nearest(two)).orElse("");
    }
}
