package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.Proxy;
import org.jspecify.annotations.Nullable;

/** A {@code ring} section; the initial values are HAProxy's. */
public final class RingDraft {
    public final Position position;
    public final String name;
    public String description;
    public LogForm form = LogForm.RAW;
    /** 0 until set. */
    public int maximumLength;
    /** 0 until set. */
    public int size;

    public @Nullable String backingFile;
    /** Its servers and timeouts, which are read as a backend's. */
    public final ProxyDraft servers;

    public RingDraft(Position position, String name) {
        this.position = position;
        this.name = name;
        description = name;
        servers = new ProxyDraft(position, Proxy.Kind.BACKEND, name, null);
    }
}
