package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.language.model.Mode;
import headway.language.sample.Text;
import headway.traffic.persist.StickyCookie;
import headway.traffic.route.Backend;
import headway.traffic.server.Server;
import headway.wire.h1.H1Settings;
import org.jspecify.annotations.Nullable;

/** A backend as streams see it: what it wants done, and its servers. */
public final class BackendTarget {
    private final Policy policy;
    private final Backend backend;
    private final H1Settings h1Settings;
    private final Text[] names;
    private final ServerRules rules;
    private final @Nullable StickyCookie cookie;
    private final @Nullable Text rdpCookie;

    public BackendTarget(Policy policy, Backend backend, H1Settings h1Settings) {
        this.policy = policy;
        this.backend = backend;
        this.h1Settings = h1Settings;
        var servers = backend.group().servers();
        names = new Text[servers.size()];
        rules = new ServerRules(policy, this);
        for (var server : servers) names[server.index()] = Text.of(server.name());
        var persistence = policy.proxy().back().persistence();
        cookie = policy.proxy().mode() == Mode.TCP ? null : StickyCookie.of(persistence, backend.group());
        rdpCookie = persistence.rdpCookie() == null ? null : Text.of(persistence.rdpCookie());
    }

    public Policy policy() {
        return policy;
    }

    public Backend backend() {
        return backend;
    }

    /** Other proxies may lead here: it is neither disabled nor unpublished. */
    boolean isOpen() {
        return !policy.proxy().disabled() && backend.group().isPublished();
    }

    H1Settings h1Settings() {
        return h1Settings;
    }

    /** Which server rules want. */
    ServerRules rules() {
        return rules;
    }

    /** The server of that name, or null. */
    @Nullable
    Server server(int at, int length) {
        for (var i = 0; i < names.length; i++)
            if (names[i].length() == length && Slab.equal(names[i].at(), at, length))
                return backend.group().servers().get(i);
        return null;
    }

    /** {@code cookie}, null for none. */
    @Nullable
    StickyCookie cookie() {
        return cookie;
    }

    /** The name of {@code persist rdp-cookie}, null for none. */
    @Nullable
    Text rdpCookie() {
        return rdpCookie;
    }

    /** The server's name as rules see it. */
    Text name(Server server) {
        return names[server.index()];
    }
}
