package headway.language.draft;

import headway.language.model.LogTarget;
import headway.language.model.Logging.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where and how a proxy logs. */
public final class LogDraft {
    /** In the order of the lines; an empty one stands for {@code log global}. */
    public final List<Optional<LogTarget>> targets = new ArrayList<>();

    public Format format = Format.CONNECT;
    public @Nullable String tag;

    LogDraft(@Nullable LogDraft defaults) {
        if (defaults == null) return;
        targets.addAll(defaults.targets);
        format = defaults.format;
        tag = defaults.tag;
    }
}
