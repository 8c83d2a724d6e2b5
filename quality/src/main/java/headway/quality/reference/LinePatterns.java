package headway.quality.reference;

import headway.base.catalog.Keyword;
import headway.language.condition.AclKeyword;
import headway.language.model.ProxyRules.Stage;
import headway.language.table.Tables;
import headway.traffic.action.Actions;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the schema says of the texts of lines, as far as patterns can: the action of a rule, the first option of a bind or server line, the names within formats. */
final class LinePatterns {
    private static final Set<String> FORMATS =
            Set.of("log-format", "log-format-sd", "error-log-format", "unique-id-format");

    private LinePatterns() {}

    /** The name of the definition that the values of that keyword keep to. */
    static String definition(String keyword) {
        var isOwn = Set.of("acl", "bind", "server", "default-server").contains(keyword)
                || FORMATS.contains(keyword)
                || Stream.of(Stage.values()).anyMatch(stage -> stage.words().equals(keyword));
        if (!isOwn) return "line";
        return FORMATS.contains(keyword) ? "formats" : keyword.replace(' ', '-') + "-lines";
    }

    /** All definitions. */
    static Map<String, Object> of(Tables tables) {
        var defs = new LinkedHashMap<String, Object>();
        defs.put("format", format());
        repeated(defs, "formats", "format");
        for (var stage : Stage.values()) rule(defs, stage);
        var bind = names(tables.bind().all());
        var server = names(tables.server().all());
        line(defs, "bind", "^\\S+(?: +(?:" + bind + ")(?: .*)?)?$");
        line(defs, "server", "^\\S+ +\\S+(?: +(?:" + server + ")(?: .*)?)?$");
        line(defs, "default-server", "^(?:" + server + ")(?: .*)?$");
        line(defs, "acl", "^\\S+ +(?:" + criteria() + ")(?:[(, ].*)?$");
        return defs;
    }

    private static void rule(Map<String, Object> defs, Stage stage) {
        var name = stage.words().replace(' ', '-');
        var actions = Actions.catalog().all().stream()
                .filter(action -> action.stages().contains(stage))
                .toList();
        if (actions.isEmpty()) return;
        defs.put(name + "-action", Schema.choice(actions));
        var text = new LinkedHashMap<String, Object>();
        text.put("$ref", "#/$defs/format");
        text.put("pattern", "^(?:" + names(actions) + ")(?:[( ].*)?$");
        defs.put(name + "-rule", Map.of("anyOf", List.of(reference(name + "-action"), text)));
        repeated(defs, name + "-lines", name + "-rule");
    }

    private static void line(Map<String, Object> defs, String name, String pattern) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "string");
        line.put("pattern", pattern);
        defs.put(name + "-line", line);
        repeated(defs, name + "-lines", name + "-line");
    }

    /** One of them or a list. */
    private static void repeated(Map<String, Object> defs, String name, String one) {
        var list = new LinkedHashMap<String, Object>();
        list.put("type", "array");
        list.put("items", reference(one));
        defs.put(name, Map.of("anyOf", List.of(reference(one), list)));
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    /** A text whose expressions begin with a fetch; behind one without arguments follows a converter or the end. */
    private static Map<String, Object> format() {
        var fetches = names(Fetches.catalog().all());
        var converters = names(Converters.catalog().all());
        var begin = "(?:^|[^%])%(?:\\([^)]*\\))?(?:\\{[^}]*\\})?\\[ *";
        var wrong = begin + "(?:(?!(?:" + fetches + ")[(,\\]])|[^(,\\]]+,(?!(?:" + converters + ")[(,\\]]))";
        var format = new LinkedHashMap<String, Object>();
        format.put("type", "string");
        format.put("not", Map.of("pattern", wrong));
        return format;
    }

    private static String criteria() {
        var derived = AclKeyword.all().stream().map(AclKeyword::name);
        var fetches = Fetches.catalog().all().stream().map(Keyword::name);
        return names(Stream.concat(derived, fetches));
    }

    private static String names(Collection<? extends Keyword> entries) {
        return names(entries.stream().map(Keyword::name));
    }

    private static String names(Stream<String> names) {
        return names.distinct().sorted().map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|"));
    }
}
