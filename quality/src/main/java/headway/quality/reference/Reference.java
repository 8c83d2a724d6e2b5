package headway.quality.reference;

import headway.base.catalog.Catalog;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.ActionEntry;
import headway.language.sample.AliasEntry;
import headway.language.sample.Example;
import headway.language.sample.NamedEntry;
import headway.language.table.Directive;
import headway.language.table.Section;
import headway.language.table.Tables;
import headway.quality.reference.Page.Article;
import headway.quality.shape.Sources;
import headway.traffic.action.Actions;
import headway.traffic.alias.Aliases;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./dev reference}: writes {@code docs/reference} from the keyword tables; with {@code --check} it only tells which files are not as they should be. */
public final class Reference {
    private static final String EXPERIMENTAL = "behind `expose-experimental-directives` only";

    private Reference() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Sources.root().resolve("docs/reference");
        if (arguments.length > 0 && arguments[0].equals("--check")) System.exit(check(folder));
        Files.createDirectories(folder);
        for (var page : pages().entrySet()) {
            var file = folder.resolve(page.getKey());
            Files.writeString(file, page.getValue());
            System.out.println("docs/reference/" + page.getKey());
        }
    }

    /** Returns the exit code. */
    private static int check(Path folder) throws IOException {
        var stale = stale(folder);
        for (var file : stale) System.out.println("docs/reference/" + file + " is not what the tables say");
        System.out.println(stale.isEmpty() ? "docs/reference is as the tables say" : "run ./dev reference");
        return stale.isEmpty() ? 0 : 1;
    }

    /** The files that are missing or differ from what the tables give. */
    public static List<String> stale(Path folder) throws IOException {
        var stale = new ArrayList<String>();
        for (var page : pages().entrySet()) {
            var file = folder.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) stale.add(page.getKey());
        }
        return stale;
    }

    /** The texts of all pages by the names of their files. */
    public static Map<String, String> pages() {
        var tables = Tables.create();
        var pages = Stream.of(
                directives("global.md", "Keywords of the section global", tables.global()),
                directives("proxies.md", "Keywords of defaults, frontend, listen and backend", tables.proxy()),
                directives("bind.md", "Options of bind", tables.bind()),
                directives("server.md", "Options of server and default-server", tables.server()),
                directives("http-errors.md", "Keywords of http-errors", tables.errors()),
                directives("userlist.md", "Keywords of userlist sections", tables.userLists()),
                directives("ring.md", "Keywords of ring sections", tables.ring()),
                directives("log-forward.md", "Keywords of log-forward sections", tables.logForward()),
                directives("log-profile.md", "Keywords of log-profile sections", tables.logProfile()),
                named(
                        "fetches.md",
                        "Sample fetches",
                        Fetches.catalog(),
                        f -> List.of("gives " + lower(f.type()) + ", from the "
                                + f.source().words())),
                named("converters.md", "Converters", Converters.catalog(), c -> List.of()),
                named("actions.md", "Actions of rules", Actions.catalog(), Reference::facts),
                aliases());
        var texts = pages.collect(
                Collectors.toMap(Page::file, Page::text, (first, _) -> first, LinkedHashMap<String, String>::new));
        texts.put(LaterPage.FILE, LaterPage.text());
        texts.put("termination.md", TerminationPage.text());
        texts.put(Schema.FILE, Schema.text());
        return texts;
    }

    private static Page<AliasEntry> aliases() {
        return new Page<>(
                "aliases.md",
                "Aliases of log formats",
                "They stand in `log-format` and wherever a format may stand. Below each example stand facts of a stream and what is written; every one runs as a test.",
                Aliases.catalog(),
                alias -> new Article(
                        alias.name(),
                        alias.summary(),
                        facts(alias),
                        alias.uses().stream().flatMap(Reference::lines).toList()));
    }

    private static List<String> facts(AliasEntry alias) {
        var where =
                switch (alias.restriction()) {
                    case NONE -> "in log lines and messages";
                    case HTTP -> "in log lines and messages, where the proxy is not in `mode tcp`";
                    case LOG -> "in log lines only";
                };
        return List.of("a " + lower(alias.kind()), where);
    }

    private static <D> Page<Directive<D>> directives(String file, String title, Catalog<Directive<D>> catalog) {
        return new Page<>(
                file,
                title,
                "A name in several words is written with them; `no` and `default` stand before it where the entry says so.",
                catalog,
                Reference::article);
    }

    private static Article article(Directive<?> directive) {
        var facts = new ArrayList<String>();
        facts.add("in "
                + directive.sections().stream().sorted().map(Section::word).collect(Collectors.joining(", ")));
        if (!directive.unset().isEmpty()) facts.add("without it: " + directive.unset());
        if (directive.negation() != null) facts.add("may have `no` before it");
        if (directive.reset() != null) facts.add("may have `default` before it");
        if (directive.isExperimental()) facts.add(EXPERIMENTAL);
        switch (directive.remark()) {
            case Directive.Remark.None() -> {}
            case Directive.Remark.NoEffect(var why) -> facts.add("accepted, without effect: " + why);
            case Directive.Remark.Renamed(var successor) -> facts.add("the old name of " + Page.code(successor));
        }
        return new Article(directive.name() + " " + directive.form(), directive.summary(), facts, directive.examples());
    }

    /** What fetches, converters and actions have in common. */
    private static <K extends NamedEntry> Page<K> named(String file, String title, Catalog<K> catalog, Facts<K> facts) {
        return new Page<>(
                file,
                title,
                "Below each example stand what it was given and what came of it; every one runs as a test.",
                catalog,
                e -> new Article(
                        heading(e),
                        e.summary(),
                        facts.of(e),
                        e.uses().stream().flatMap(Reference::lines).toList()));
    }

    private static String heading(NamedEntry entry) {
        if (entry.syntax().isEmpty()) return entry.name();
        var isRule = entry instanceof ActionEntry;
        return isRule ? entry.name() + " " + entry.syntax() : entry.name() + "(" + entry.syntax() + ")";
    }

    /** Short lines about an entry. */
    private interface Facts<K> {
        List<String> of(K entry);
    }

    private static Stream<String> lines(Example example) {
        var given = example.given().lines().map(line -> "    " + line);
        return Stream.of(Stream.of(example.use()), given, Stream.of("    -> " + example.expected()))
                .flatMap(lines -> lines);
    }

    private static List<String> facts(ActionEntry action) {
        var stages = "in " + stages(action);
        return action.isExperimental() ? List.of(stages, EXPERIMENTAL) : List.of(stages);
    }

    private static String stages(ActionEntry action) {
        return action.stages().stream().sorted().map(Stage::words).collect(Collectors.joining(", "));
    }

    private static String lower(Object type) {
        return type.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
