package headway.base.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource of names: a name a line, then a tab and a word about it where there is one. Lines that begin with {@code #} are remarks.
 */
public final class NameList {
    private NameList() {}

    /**
     * Reads a resource beside a class. One that is not there has no names: an index that was not made yet makes start slower and nothing wrong.
     *
     * @return the words by their names (empty where there is none), in the order of the lines
     */
    public static Map<String, String> read(Class<?> beside, String resource) {
        try (var in = beside.getResourceAsStream(resource)) {
            if (in == null) return Map.of();
            return parse(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static Map<String, String> parse(String text) {
        var names = new LinkedHashMap<String, String>();
        var at = 0;
        while (at < text.length()) {
            var newline = text.indexOf('\n', at);
            var end = newline < 0 ? text.length() : newline;
            if (end > at && text.charAt(at) != '#') {
                var tab = text.indexOf('\t', at);
                if (tab < 0 || tab > end) names.put(text.substring(at, end), "");
                else names.put(text.substring(at, tab), text.substring(tab + 1, end));
            }
            at = end + 1;
        }
        return names;
    }
}
