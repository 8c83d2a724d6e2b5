package headway.language.rule;

import headway.language.format.Format;
import headway.language.format.LineFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The formats of a proxy's log lines, bound.
 *
 * @param line null for those that are not written in the language of {@code log-format}
 * @param error {@code error-log-format}
 * @param structuredData {@code log-format-sd}
 * @param uniqueId {@code unique-id-format}
 * @param profiles those that its {@code log} lines name
 */
public record ProxyFormats(
        @Nullable LineFormat line,
        @Nullable LineFormat error,
        @Nullable LineFormat structuredData,
        @Nullable Format uniqueId,
        Map<String, ProfileFormats> profiles) {
    public static final ProxyFormats NONE = new ProxyFormats(null, null, null, null, Map.of());

    /** Whether one of them shows an alias ({@code %fi}) or a fetch of that name. */
    public boolean mention(String name) {
        return Stream.of(line, error, structuredData, uniqueId)
                        .anyMatch(format -> format instanceof LineFormat written && written.mentions(name))
                || profiles.values().stream().anyMatch(profile -> profile.mentions(name));
    }
}
