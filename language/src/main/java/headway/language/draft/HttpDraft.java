package headway.language.draft;

import headway.language.model.HttpSettings.AddressField;
import headway.language.model.HttpSettings.ConnectionMode;
import headway.language.model.HttpSettings.NameCheck;
import headway.language.syntax.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only HTTP knows. */
public final class HttpDraft {
    public ConnectionMode connectionMode = ConnectionMode.KEEP_ALIVE;
    public @Nullable AddressField forwardedFor;
    public @Nullable AddressField originalTo;
    public NameCheck nameCheck = NameCheck.PRESERVE;
    public @Nullable String serverNameField;
    public @Nullable Line forwarded;
    public final List<RepliesDraft> replies = new ArrayList<>();

    HttpDraft(@Nullable HttpDraft defaults) {
        if (defaults == null) return;
        connectionMode = defaults.connectionMode;
        forwardedFor = defaults.forwardedFor;
        originalTo = defaults.originalTo;
        nameCheck = defaults.nameCheck;
        serverNameField = defaults.serverNameField;
        forwarded = defaults.forwarded;
        replies.addAll(defaults.replies);
    }
}
