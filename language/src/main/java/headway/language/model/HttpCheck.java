package headway.language.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code option httpchk} with its {@code http-check} lines.
 *
 * @param host value of a Host field to send, null for none
 * @param version as in {@code HTTP/1.0}
 * @param expected ranges of statuses that mean "up"; negated by {@code !}; 200 to 399 unless given
 */
public record HttpCheck(
        String method,
        String uri,
        String version,
        @Nullable String host,
        List<Field> fields,
        List<StatusRange> expected,
        boolean negated,
        boolean disableOn404) {
    public HttpCheck {
        fields = List.copyOf(fields);
        expected = List.copyOf(expected);
    }

    /** A field to send. */
    public record Field(String name, String value) {}

    /** Both ends belong to it. */
    public record StatusRange(int first, int last) {}
}
