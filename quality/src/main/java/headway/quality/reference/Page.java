package headway.quality.reference;

import headway.base.catalog.Catalog;
import headway.base.catalog.Keyword;
import headway.language.known.KnownNames;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the reference: the entries of one catalog in order of their names, then what HAProxy has and Headway does not yet.
 *
 * @param file its name below {@code docs/reference}
 * @param article what it tells of an entry
 */
record Page<K extends Keyword>(
        String file, String title, String introduction, Catalog<K> catalog, Function<K, Article> article) {

    /**
     * What is told of one entry.
     *
     * @param heading the name with its arguments
     * @param facts short lines: where it may stand, what holds without it
     * @param examples lines of a configuration, with what comes of them
     */
    record Article(String heading, String summary, List<String> facts, List<String> examples) {}

    String text() {
        var entries = catalog.all().stream()
                .collect(Collectors.toMap(Keyword::name, e -> e, (first, _) -> first, TreeMap::new));
        var blocks = new ArrayList<String>();
        blocks.add("# " + title);
        blocks.add("<!-- Written by ./dev reference from the tables; change the entry there. -->");
        blocks.add(introduction);
        for (var entry : entries.values()) blocks.add(block(article.apply(entry)));
        if (catalog.known() instanceof KnownNames list) blocks.addAll(later(list));
        return String.join("\n\n", blocks) + "\n";
    }

    private static List<String> later(KnownNames list) {
        var later = LaterPage.rows(list);
        if (later.isEmpty()) return List.of();
        return List.of(
                "## Known, not there yet",
                "A file that uses one of these is refused with words that say so, and what it waits for.",
                later);
    }

    private static String block(Article article) {
        var examples = article.examples().isEmpty()
                ? Stream.<String>empty()
                : Stream.of("\n```\n" + String.join("\n", article.examples()) + "\n```");
        return Stream.of(
                        Stream.of("## " + code(article.heading()) + "\n", article.summary() + "\n"),
                        article.facts().stream().map(fact -> "- " + fact),
                        examples)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    static String code(String text) {
        return "`" + text.strip() + "`";
    }
}
