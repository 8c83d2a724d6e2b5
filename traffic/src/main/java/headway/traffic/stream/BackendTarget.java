package headway.traffic.stream;

import headway.language.sample.Text;
import headway.traffic.route.Backend;
import headway.traffic.server.Server;
import headway.wire.h1.H1Settings;

/** A backend as streams see it: what it wants done, and its servers. */
public final class BackendTarget {
    private final Policy policy;
    private final Backend backend;
    private final H1Settings h1Settings;
    private final Text[] names;

    public BackendTarget(Policy policy, Backend backend, H1Settings h1Settings) {
        this.policy = policy;
        this.backend = backend;
        this.h1Settings = h1Settings;
        var servers = backend.group().servers();
        names = new Text[servers.size()];
        for (var server : servers) names[server.index()] = Text.of(server.name());
    }

    public Policy policy() {
        return policy;
    }

    public Backend backend() {
        return backend;
    }

    H1Settings h1Settings() {
        return h1Settings;
    }

    /** The server's name as rules see it. */
    Text name(Server server) {
        return names[server.index()];
    }
}
