package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.language.model.Bind;
import headway.language.model.LogForward.Host;
import headway.language.model.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A {@code log-forward} section; the initial values are HAProxy's. */
public final class LogForwardDraft {
    private static final int MAX_CONNECTIONS = 10;

    /** What it has in common with a frontend, and is read as there. */
    public final ProxyDraft front;

    public final List<Bind> datagramBinds = new ArrayList<>();
    public boolean parses = true;
    public boolean byLines;
    public Host host = Host.FILL;

    public LogForwardDraft(Position position, String name) {
        front = new ProxyDraft(position, Proxy.Kind.FRONTEND, name, null);
        front.front.maxConnections = MAX_CONNECTIONS;
    }
}
