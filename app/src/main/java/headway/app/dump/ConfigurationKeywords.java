package headway.app.dump;

import headway.base.catalog.Catalog;
import headway.base.catalog.Keyword;
import headway.language.known.KnownNames;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.ActionEntry;
import headway.language.table.Directive;
import headway.language.table.Section;
import headway.language.table.Tables;
import headway.traffic.action.Actions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The keywords of sections, and what may follow {@code bind}, {@code server}, {@code option} and the rule sets. */
final class ConfigurationKeywords {
    private static final String OPTION = "option ";

    private ConfigurationKeywords() {}

    static Stream<String> lines() {
        var tables = Tables.create();
        return Stream.of(
                        Stream.of("global"),
                        names(tables.global()),
                        Stream.of("listen"),
                        names(tables.proxy()),
                        options(tables.bind(), "bind <addr> "),
                        options(tables.server(), "server <name> <addr> "),
                        proxyOptions(tables.proxy()),
                        Arrays.stream(Stage.values()).flatMap(ConfigurationKeywords::actions),
                        Stream.of(Section.HTTP_ERRORS.word()),
                        names(tables.errors()))
                .flatMap(lines -> lines);
    }

    /** First words only, as HAProxy's are; options and rule sets stand by themselves. */
    private static Stream<String> names(Catalog<? extends Keyword> catalog) {
        return catalog.all().stream()
                .map(Keyword::name)
                .filter(name -> !name.startsWith(OPTION))
                .map(name -> "\t" + name.split(" ")[0])
                .sorted()
                .distinct();
    }

    /** A plus tells how many words belong to it. */
    private static <D> Stream<String> options(Catalog<Directive<D>> catalog, String line) {
        return catalog.all().stream()
                .map(option -> "\t" + line + option.name() + (option.form().isEmpty() ? "" : " +1"))
                .sorted();
    }

    private static <D> Stream<String> proxyOptions(Catalog<Directive<D>> catalog) {
        return catalog.all().stream()
                .filter(option -> option.name().startsWith(OPTION))
                .map(option -> "\t" + option.name() + " [ " + sides(option) + " ]")
                .sorted();
    }

    private static String sides(Directive<?> option) {
        List<String> sides = new ArrayList<>();
        if (option.sections().contains(Section.FRONTEND)) sides.add("FE");
        if (option.sections().contains(Section.BACKEND)) sides.add("BE");
        if (KnownNames.PROXY.about(option.name()).endsWith(" http")) sides.add("HTTP");
        return String.join(" ", sides);
    }

    private static Stream<String> actions(Stage stage) {
        return Actions.catalog().all().stream()
                .filter(action -> action.stages().contains(stage))
                .map(action -> "\t" + stage.words() + " " + action.name() + star(action))
                .sorted();
    }

    /** Something in parentheses follows the name. */
    private static String star(ActionEntry action) {
        return action.takesArgument() ? "*" : "";
    }
}
