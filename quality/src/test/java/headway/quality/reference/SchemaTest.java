package headway.quality.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
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
                .containsExactly("global", "defaults", "frontend", "listen", "backend", "http-errors");
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
        assertThat(definitions).containsKeys("fetch", "converter", "action", "bind-option", "server-option");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> of, String key) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(key));
    }
}
