package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.HttpCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code option httpchk} and {@code http-check} lines. */
public final class CheckDraft {
    /** Where {@code option httpchk} stands; null when checks only connect. */
    public @Nullable Position http;

    public String method = "OPTIONS";
    public String uri = "/";
    public String version = "HTTP/1.0";
    public @Nullable String host;
    public final List<HttpCheck.Field> fields = new ArrayList<>();
    public final List<HttpCheck.StatusRange> expected = new ArrayList<>();
    public boolean negated;
    public boolean disableOn404;

    CheckDraft(@Nullable CheckDraft defaults) {
        if (defaults == null) return;
        http = defaults.http;
        method = defaults.method;
        uri = defaults.uri;
        version = defaults.version;
        host = defaults.host;
        fields.addAll(defaults.fields);
        expected.addAll(defaults.expected);
        negated = defaults.negated;
        disableOn404 = defaults.disableOn404;
    }
}
