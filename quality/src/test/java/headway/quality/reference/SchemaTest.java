package headway.quality.reference;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema that editors read. */
class SchemaTest {
    @Test
    void jsonIsWrittenWithEscapesAndTwoBlanksALevel() {
        var value = new LinkedHashMap<String, Object>();
        value.put("a\"\\", List.of("x", "\n"));
        value.put("b", List.of(Map.of("c", true), 1));
        assertThat(Json.text(value)).isEqualTo("""
                {
                  "a\\"\\\\": ["x", "\\u000a"],
                  "b": [
                    {
                      "c": true
                    },
                    1
                  ]
                }
                """);
    }

    @Test
    void eachSectionHasTheKeywordsThatMayStandInIt() {
        var sections = object(Schema.build(), "properties");
        assertThat(sections.keySet())
                .containsExactly(
                        "global",
                        "defaults",
                        "frontend",
                        "listen",
                        "backend",
                        "http-errors",
                        "userlist",
                        "ring",
                        "log-forward",
                        "log-profile");
        var frontend = object(object(object(sections, "frontend"), "additionalProperties"), "properties");
        assertThat(frontend).containsKey("bind").doesNotContainKey("server");
        assertThat(object(frontend, "maxconn")).containsEntry("title", "maxconn <number>");
        var global = object(object(sections, "global"), "properties");
        assertThat(global).containsKey("nbthread").doesNotContainKey("bind");
    }

    @Test
    void everyReferenceLeadsToADefinition() {
        var definitions = object(Schema.build(), "$defs");
        var references =
                Pattern.compile("\"#/\\$defs/([^\"]+)\"").matcher(Schema.text()).results();
        assertThat(references.map(found -> found.group(1)).distinct())
                .isNotEmpty()
                .allMatch(definitions::containsKey);
        assertThat(definitions).containsKeys("fetch", "converter", "bind-option", "server-option");
    }

    @Test
    void theOtherSectionsHaveTheirKeywords() {
        var sections = object(Schema.build(), "properties");
        var expected = Map.of("userlist", "user", "ring", "size", "log-forward", "dgram-bind", "log-profile", "on");
        expected.forEach((section, keyword) -> assertThat(
                        object(object(object(sections, section), "additionalProperties"), "properties"))
                .containsKey(keyword));
    }

    /** Every example of a keyword keeps to the schema. */
    @Test
    void whatIsRightIsAccepted() {
        var tables = Tables.create();
        var directives = Stream.of(tables.proxy(), tables.ring(), tables.logForward(), tables.logProfile())
                .flatMap(catalog -> catalog.all().stream())
                .toList();
        for (var directive : directives) {
            var definition = LinePatterns.definition(directive.name());
            directive.examples().stream()
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith(directive.name() + " "))
                    .map(line -> line.substring(directive.name().length() + 1))
                    .forEach(text -> assertThat(accepts(definition, text))
                            .as(directive.name() + " " + text)
                            .isTrue());
        }
        var rules = List.of("deny", "set-header a %[src,upper]%[req.hdr(a,1),lower]", "set-var(txn.a) src");
        assertThat(accepts("http-request-lines", rules)).isTrue();
        assertThat(accepts("formats", "%ci %{+Q}[path] 100%%[x %o")).isTrue();
        assertThat(accepts("acl-lines", "a path_beg /x")).isTrue();
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThat(accepts("http-request-lines", "denny if { path / }")).isFalse();
        assertThat(accepts("http-response-lines", "tarpit")).isFalse();
        assertThat(accepts("http-request-lines", List.of("deny", "set-headerx a b")))
                .isFalse();
        assertThat(accepts("http-request-lines", "set-header a %[srcc]")).isFalse();
        assertThat(accepts("http-request-lines", "set-header a b%{+Q}[src,uppper]"))
                .isFalse();
        assertThat(accepts("bind-lines", ":80 backlogg 3")).isFalse();
        assertThat(accepts("server-lines", "s 127.0.0.1:1 chek")).isFalse();
        assertThat(accepts("default-server-lines", "intr 3s")).isFalse();
        assertThat(accepts("acl-lines", "a pathh /x")).isFalse();
        assertThat(accepts("formats", "%ci %[pathh]")).isFalse();
    }

    private static boolean accepts(String definition, Object value) {
        return accepts(object(object(Schema.build(), "$defs"), definition), value);
    }

    /** As much of a validator as these definitions need. */
    private static boolean accepts(Map<String, Object> schema, Object value) {
        return schema.entrySet().stream().allMatch(rule -> switch (rule.getKey()) {
            case "$ref" -> accepts(rule.getValue().toString().replaceFirst("^#/\\$defs/", ""), value);
            case "anyOf" -> all(rule.getValue()).stream().anyMatch(one -> accepts(one, value));
            case "oneOf" ->
                all(rule.getValue()).stream().filter(one -> accepts(one, value)).count() == 1;
            case "not" -> !accepts(object(schema, "not"), value);
            case "const" -> rule.getValue().equals(value);
            case "type" -> rule.getValue().equals("array") == value instanceof List;
            case "items" -> ((List<?>) value).stream().allMatch(item -> accepts(object(schema, "items"), item));
            case "pattern" ->
                Pattern.compile(rule.getValue().toString())
                        .matcher(value.toString())
                        .find();
            default -> List.of("title", "description").contains(rule.getKey());
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> all(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> of, String key) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(key));
    }
}
