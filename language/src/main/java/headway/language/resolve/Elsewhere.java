package headway.language.resolve;

import headway.base.catalog.Catalog;
import headway.language.known.KnownNames;
import headway.language.syntax.Line;
import headway.language.table.Directive;
import headway.language.table.Tables;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a word would be understood that is not here: in other sections, on a {@code bind} or {@code server} line. */
final class Elsewhere {
    private final Tables tables;

    Elsewhere(Tables tables) {
        this.tables = tables;
    }

    /** The places in words, such as {@code defaults, listen, backend}; nothing when it is understood nowhere. */
    Optional<String> of(Line line, int from) {
        var places = Stream.of(
                        directives(tables.proxy(), line, from),
                        later(KnownNames.PROXY, line, from),
                        directives(tables.global(), line, from),
                        KeywordMatch.known(KnownNames.GLOBAL, line, from) == null ? "" : "global",
                        directives(tables.errors(), line, from),
                        sections(line.word(from)),
                        sections(line.word(from) + " " + line.word(from + 1)),
                        options(line.word(from)))
                .filter(place -> !place.isEmpty())
                .findFirst();
        return places.filter(place -> !place.isBlank());
    }

    private static <D> String directives(Catalog<Directive<D>> catalog, Line line, int from) {
        var match = KeywordMatch.longest(catalog, line, from);
        return match == null ? "" : Placement.places(match.directive());
    }

    /** Of a name that is not supported yet the list tells the places. */
    private static String later(KnownNames names, Line line, int from) {
        var known = KeywordMatch.known(names, line, from);
        if (known == null) return "";
        var places = names.about(known).split(" ")[0].replace(",", ", ");
        return places.isEmpty() ? "defaults, frontend, listen or backend" : places;
    }

    /** The sections that are neither global nor proxies. */
    private static String sections(String word) {
        return KnownNames.SECTION_KEYWORDS.names().stream()
                .filter(name -> name.endsWith(" " + word))
                .map(name -> name.substring(0, name.length() - word.length() - 1))
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String options(String word) {
        var isBind = KnownNames.BIND_OPTIONS.names().contains(word);
        var isServer = KnownNames.SERVER_OPTIONS.names().contains(word);
        if (isBind && isServer) return "a 'bind' or 'server' line";
        return isBind ? "a 'bind' line" : isServer ? "a 'server' line" : "";
    }
}
