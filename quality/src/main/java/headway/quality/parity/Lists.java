package headway.quality.parity;

import headway.base.catalog.Catalog;
import headway.base.catalog.Keyword;
import headway.language.condition.AclKeyword;
import headway.language.condition.Acls;
import headway.language.known.KnownNames;
import headway.language.model.Balance;
import headway.language.rule.ActionEntry;
import headway.language.sample.AliasEntry;
import headway.language.table.Directive;
import headway.language.table.Directive.Remark;
import headway.language.table.Section;
import headway.language.table.Tables;
import headway.operate.api.Commands;
import headway.traffic.action.Actions;
import headway.traffic.alias.Aliases;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All lists. A name counts as supported only when it has an entry with an example: every example runs as a test of its module, so that a test would miss the name.
 */
public final class Lists {
    private Lists() {}

    public static List<Tally> all() {
        var tables = Tables.create();
        var actions = Actions.catalog();
        var tallies = new ArrayList<Tally>();
        tallies.add(plain(KnownNames.SECTIONS, sections()));
        tallies.add(directives(KnownNames.PROXY, tables.proxy()));
        tallies.add(directives(KnownNames.GLOBAL, tables.global()));
        tallies.add(plain(KnownNames.SECTION_KEYWORDS, sectionKeywords(tables)));
        tallies.add(directives(KnownNames.BIND_OPTIONS, tables.bind()));
        tallies.add(directives(KnownNames.SERVER_OPTIONS, tables.server()));
        tallies.add(plain(KnownNames.BALANCE, algorithms(tables)));
        tallies.add(entries(KnownNames.ACTIONS, actions.all()));
        tallies.add(plain(KnownNames.ACTION_PAIRS, pairs(actions.all())));
        tallies.add(entries(KnownNames.FETCHES, Fetches.catalog().all()));
        tallies.add(entries(KnownNames.CONVERTERS, Converters.catalog().all()));
        tallies.add(plain(KnownNames.ACL_KEYWORDS, derived()));
        tallies.add(plain(KnownNames.PREDEFINED_ACLS, Acls.predefined()));
        tallies.add(plain(KnownNames.LOG_ALIASES, aliases()));
        tallies.add(plain(KnownNames.CLI_COMMANDS, Commands.names()));
        tallies.add(plain(KnownNames.CLI_MASTER_COMMANDS, Set.of()));
        tallies.add(plain(KnownNames.STICK_TABLE_DATA, Set.of()));
        return tallies;
    }

    /** The one of that list. */
    public static Tally of(KnownNames list) {
        return all().stream()
                .filter(tally -> tally.list().equals(list.title()))
                .findFirst()
                .orElseThrow();
    }

    /** Those whose lines are read by a table. */
    private static Set<String> sections() {
        return Arrays.stream(Section.values()).map(Section::word).collect(Collectors.toSet());
    }

    /** Those of the machine and the process have no example, and a test by themselves. */
    private static Set<String> aliases() {
        return Aliases.catalog().all().stream().map(AliasEntry::name).collect(Collectors.toSet());
    }

    private static Set<String> derived() {
        return AclKeyword.all().stream().map(AclKeyword::name).collect(Collectors.toSet());
    }

    private static Tally plain(KnownNames known, Collection<String> supported) {
        return Tally.of(known.title(), known.names(), new TreeSet<>(supported), Set.of());
    }

    private static Tally entries(KnownNames known, List<? extends Keyword> entries) {
        return plain(known, withExample(entries));
    }

    private static Set<String> withExample(List<? extends Keyword> entries) {
        return entries.stream()
                .filter(entry -> !entry.examples().isEmpty())
                .map(Keyword::name)
                .collect(Collectors.toSet());
    }

    private static <D> Tally directives(KnownNames known, Catalog<Directive<D>> catalog) {
        var accepted = catalog.all().stream()
                .filter(d -> d.remark() instanceof Remark.NoEffect)
                .map(Directive::name)
                .collect(Collectors.toSet());
        var supported = new TreeSet<>(withExample(catalog.all()));
        for (var name : known.names()) if (isWritten(name, catalog.all())) supported.add(name);
        return Tally.of(known.title(), known.names(), supported, accepted);
    }

    /** Where a list and a table part a line in different places: {@code persist rdp-cookie} is read by the entry {@code persist}, {@code stats} by three entries. */
    private static <D> boolean isWritten(String name, List<Directive<D>> entries) {
        return entries.stream()
                .filter(entry -> begins(entry.name(), name) || begins(name, entry.name()))
                .flatMap(entry -> entry.examples().stream())
                .flatMap(String::lines)
                .anyMatch(line -> begins(line, name));
    }

    private static boolean begins(String line, String words) {
        return line.startsWith(words)
                && (line.length() == words.length() || " (".indexOf(line.charAt(words.length())) >= 0);
    }

    /** Section and keyword of the sections that are neither global nor proxies. */
    private static Set<String> sectionKeywords(Tables tables) {
        var names = new TreeSet<String>();
        for (var name : withExample(tables.errors().all())) names.add("http-errors " + name);
        for (var name : withExample(tables.userLists().all())) names.add("userlist " + name);
        for (var name : withExample(tables.ring().all())) names.add("ring " + name);
        for (var name : withExample(tables.logForward().all())) names.add("log-forward " + name);
        for (var name : withExample(tables.logProfile().all())) names.add("log-profile " + name);
        return names;
    }

    /** The algorithms that the examples of {@code balance} name. */
    private static Set<String> algorithms(Tables tables) {
        var balance = tables.proxy().find("balance");
        if (balance == null) return Set.of();
        var names = balance.examples().stream()
                .map(example -> example.substring(example.lastIndexOf('\n') + 1)
                        .split(" ")[1]
                        .replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());
        assert names.size() == Balance.class.getPermittedSubclasses().length;
        return names;
    }

    /** Rule set and action, as the entries place them. */
    private static Set<String> pairs(List<ActionEntry> actions) {
        return actions.stream()
                .filter(action -> !action.uses().isEmpty())
                .flatMap(action -> action.stages().stream().map(stage -> stage.words() + " " + action.name()))
                .collect(Collectors.toSet());
    }
}
