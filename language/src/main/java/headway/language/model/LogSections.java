package headway.language.model;

import java.util.List;
import java.util.Map;

/**
 * The sections about logs, and the backends that logs go to.
 *
 * @param rings by their names, with those that no section names behind those that one does
 * @param profiles by their names
 */
public record LogSections(Map<String, LogRing> rings, List<LogForward> forwards, Map<String, LogProfile> profiles) {
    /** None of them. */
    public static final LogSections NONE = new LogSections(Map.of(), List.of(), Map.of());

    public LogSections {
        forwards = List.copyOf(forwards);
        profiles = Map.copyOf(profiles);
    }
}
