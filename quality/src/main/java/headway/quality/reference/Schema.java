package headway.quality.reference;

import headway.base.catalog.Catalog;
import headway.base.catalog.Keyword;
import headway.language.sample.NamedEntry;
import headway.language.table.Directive;
import headway.language.table.Directive.Remark;
import headway.language.table.Section;
import headway.language.table.Tables;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The language as a JSON schema (draft 2020-12), from which editors can take completions and their explanations. A configuration is an object of sections by kind
 * and name; a keyword's value is what follows it on the line, or a list of such texts when it stands several times.
 */
final class Schema {
    static final String FILE = "headway.schema.json";

    private Schema() {}

    static String text() {
        return Json.text(build());
    }

    static Map<String, Object> build() {
        var tables = Tables.create();
        var sections = new LinkedHashMap<String, Object>();
        sections.put("global", section(tables.global(), Section.GLOBAL));
        for (var section : List.of(Section.DEFAULTS, Section.FRONTEND, Section.LISTEN, Section.BACKEND))
            sections.put(section.word(), named(section(tables.proxy(), section)));
        sections.put(Section.HTTP_ERRORS.word(), named(section(tables.errors(), Section.HTTP_ERRORS)));
        sections.put(Section.USERLIST.word(), named(section(tables.userLists(), Section.USERLIST)));
        sections.put(Section.RING.word(), named(section(tables.ring(), Section.RING)));
        sections.put(Section.LOG_FORWARD.word(), named(section(tables.logForward(), Section.LOG_FORWARD)));
        sections.put(Section.LOG_PROFILE.word(), named(section(tables.logProfile(), Section.LOG_PROFILE)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "The configuration language of Headway");
        schema.put("$comment", "Written by ./dev reference from the tables; change the entry there.");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", sections);
        schema.put("$defs", definitions(tables));
        return schema;
    }

    private static Map<String, Object> definitions(Tables tables) {
        var defs = new LinkedHashMap<String, Object>();
        defs.put("line", Map.of("anyOf", List.of(Map.of("type", List.of("string", "boolean")), texts())));
        defs.put("bind-option", choice(tables.bind().all()));
        defs.put("server-option", choice(tables.server().all()));
        defs.put("fetch", choice(Fetches.catalog().all()));
        defs.put("converter", choice(Converters.catalog().all()));
        LinePatterns.of(tables).forEach(defs::put);
        return defs;
    }

    private static Map<String, Object> texts() {
        var texts = new TreeMap<String, Object>();
        texts.put("type", "array");
        texts.put("items", Map.of("type", "string"));
        return texts;
    }

    /** Sections of that kind by their names. */
    private static Map<String, Object> named(Map<String, Object> section) {
        var named = new LinkedHashMap<String, Object>();
        named.put("type", "object");
        named.put("additionalProperties", section);
        return named;
    }

    private static <D> Map<String, Object> section(Catalog<Directive<D>> catalog, Section section) {
        var keywords = new TreeMap<String, Object>();
        for (var directive : catalog.all())
            if (directive.sections().contains(section)) keywords.put(directive.name(), keyword(directive));
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", keywords);
        return object;
    }

    private static Map<String, Object> keyword(Directive<?> directive) {
        var keyword = new LinkedHashMap<String, Object>();
        keyword.put("$ref", "#/$defs/" + LinePatterns.definition(directive.name()));
        keyword.put("title", (directive.name() + " " + directive.form()).strip());
        var remark =
                switch (directive.remark()) {
                    case Remark.None() -> "";
                    case Remark.NoEffect(var why) -> " Accepted, without effect: " + why + ".";
                    case Remark.Renamed(var successor) -> " The old name of '" + successor + "'.";
                };
        keyword.put("description", directive.summary() + remark);
        if (directive.remark() instanceof Remark.Renamed) keyword.put("deprecated", true);
        if (!directive.unset().isEmpty()) keyword.put("default", directive.unset());
        keyword.put("examples", directive.examples());
        return keyword;
    }

    /** One of the names, each with what it does. */
    static Map<String, Object> choice(List<? extends Keyword> entries) {
        var names = new TreeMap<String, Object>();
        for (var entry : entries) {
            var name = new LinkedHashMap<String, Object>();
            name.put("const", entry.name());
            name.put("title", entry.name() + form(entry));
            name.put("description", entry.summary());
            names.put(entry.name(), name);
        }
        return Map.of("oneOf", List.copyOf(names.values()));
    }

    private static String form(Keyword entry) {
        return switch (entry) {
            case Directive<?> directive when !directive.form().isEmpty() -> " " + directive.form();
            case NamedEntry named when !named.syntax().isEmpty() -> "(" + named.syntax() + ")";
            default -> "";
        };
    }
}
