package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.LogProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code log-profile} section. */
public final class LogProfileDraft {
    public final Position position;
    public final String name;
    public @Nullable String tag;
    public final Map<String, LogProfile.Step> steps = new LinkedHashMap<>();

    public LogProfileDraft(Position position, String name) {
        this.position = position;
        this.name = name;
    }

    public LogProfile done() {
        return new LogProfile(position, name, tag, steps);
    }
}
