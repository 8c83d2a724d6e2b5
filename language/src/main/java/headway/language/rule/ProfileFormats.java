package headway.language.rule;

import headway.language.format.LineFormat;
import headway.language.model.LogProfile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code log-profile} as one proxy uses it, bound.
 *
 * @param steps by the words behind {@code on}
 */
public record ProfileFormats(Map<String, Step> steps) {
    public ProfileFormats {
        steps = Map.copyOf(steps);
    }

    /**
     * What holds at a step.
     *
     * @param dropped nothing is logged
     * @param line null for the proxy's
     * @param structuredData null for the proxy's
     */
    public record Step(
            boolean dropped,
            @Nullable LineFormat line,
            @Nullable LineFormat structuredData) {
        /** Whether it shows an alias or a fetch of that name. */
        boolean mentions(String name) {
            return line != null && line.mentions(name) || structuredData != null && structuredData.mentions(name);
        }
    }

    /** The step's own line, or that of {@code any}; null when the profile says nothing of it. */
    public @Nullable Step at(String step) {
        var own = steps.get(step);
        return own == null ? steps.get(LogProfile.ANY) : own;
    }

    /** Whether one of its formats shows an alias or a fetch of that name. */
    boolean mentions(String name) {
        return steps.values().stream().anyMatch(step -> step.mentions(name));
    }
}
