package headway.language.draft;

import headway.language.model.CookieCapture;
import headway.language.model.LogFormat;
import headway.language.model.LogFormat.Form;
import headway.language.model.LogTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where and how a proxy logs. */
public final class LogDraft {
    /** In the order of the lines; an empty one stands for {@code log global}. */
    public final List<Optional<LogTarget>> targets = new ArrayList<>();

    /** Null for "Connect from ...". */
    public @Nullable LogFormat line;

    public @Nullable LogFormat error;
    public @Nullable LogFormat structuredData;
    public @Nullable LogFormat uniqueId;
    public String uniqueIdField = "";
    public int steps;
    public @Nullable String tag;
    /** Not inherited: HAProxy refuses it in defaults. */
    public @Nullable CookieCapture cookie;

    LogDraft(@Nullable LogDraft defaults) {
        if (defaults == null) return;
        targets.addAll(defaults.targets);
        line = defaults.line;
        error = defaults.error;
        structuredData = defaults.structuredData;
        uniqueId = defaults.uniqueId;
        uniqueIdField = defaults.uniqueIdField;
        steps = defaults.steps;
        tag = defaults.tag;
    }

    public Form form() {
        var chosen = line;
        return chosen == null ? Form.CONNECT : chosen.form();
    }
}
