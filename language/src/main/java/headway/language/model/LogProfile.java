package headway.language.model;

import headway.base.diagnostic.Position;
import headway.language.syntax.Word;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code log-profile} section.
 *
 * @param tag instead of those of proxy and process, null for none
 * @param steps by the words behind {@code on}
 */
public record LogProfile(
        Position position, String name, @Nullable String tag, Map<String, Step> steps) {
    /** The step that stands for all that have no line of their own. */
    public static final String ANY = "any";

    public LogProfile {
        steps = Map.copyOf(steps);
    }

    /** What holds at that step: its own line, or that of {@code any}; null when the profile says nothing of it. */
    public @Nullable Step at(String step) {
        var own = steps.get(step);
        return own == null ? steps.get(ANY) : own;
    }

    /**
     * An {@code on} line.
     *
     * @param dropped nothing is logged at this step
     * @param format instead of {@code log-format}, null to keep that
     * @param structured instead of {@code log-format-sd}, null to keep that
     */
    public record Step(
            boolean dropped,
            @Nullable Written format,
            @Nullable Written structured) {}

    /** A format where it stands. */
    public record Written(Position at, Word word) {
        public String text() {
            return word.text();
        }
    }
}
