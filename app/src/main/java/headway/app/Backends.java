package headway.app;

import headway.base.diagnostic.Diagnostics;
import headway.base.units.Address;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.ServerLine;
import headway.operate.log.Logs;
import headway.traffic.balance.Balancers;
import headway.traffic.check.Checks;
import headway.traffic.counter.Tally;
import headway.traffic.route.Backend;
import headway.traffic.server.Addresses;
import headway.traffic.server.PoolPolicy;
import headway.traffic.server.ServerGroup;
import headway.traffic.server.Targets;
import headway.traffic.stream.BackendTarget;
import headway.wire.engine.ListenException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the backends of a plan: their servers with addresses, their balancing, their checks. */
final class Backends {
    /** HAProxy: a backend without {@code fullconn} counts as loaded at a tenth of what its frontends may have. */
    private static final int FULL_SHARE = 10;

    private final Plan plan;
    private final Logs logs;
    private final Checks checks;
    private final int loops;
    private final int maxConnections;

    Backends(Plan plan, Logs logs, Checks checks, int loops, int maxConnections) {
        this.plan = plan;
        this.logs = logs;
        this.checks = checks;
        this.loops = loops;
        this.maxConnections = maxConnections;
    }

    /** By name. Names of servers that cannot be looked up are diagnostics. */
    Map<String, BackendTarget> make(Diagnostics diagnostics) throws ListenException, InterruptedException {
        var made = new LinkedHashMap<String, BackendTarget>();
        for (var entry : plan.policies().entrySet()) {
            var proxy = entry.getKey();
            if (!proxy.kind().isBackend()) continue;
            var addresses = new Addresses(Addresses.LookUp.SYSTEM).resolve(proxy.back().servers(), diagnostics);
            var backend = backend(proxy, addresses);
            made.put(proxy.name(), new BackendTarget(entry.getValue(), backend, plan.maker().towardsServers(proxy)));
        }
        return made;
    }

    private Backend backend(Proxy proxy, Map<ServerLine, Address> addresses) throws ListenException {
        var shared = plan.configuration().global().tuning().idlePool().shared();
        var setup = new ServerGroup.Setup(
                proxy.name(),
                proxy.id(),
                loops,
                fullConnections(proxy),
                proxy.has(ProxyOption.ALL_BACKUPS),
                PoolPolicy.unlimited(proxy.back().httpReuse(), shared && loops > 1),
                logs.operator(proxy));
        var group = new ServerGroup(setup, proxy.back().servers(), new Tally(loops));
        var buffers = plan.configuration().global().socketBuffers();
        for (var server : group.servers()) {
            var address = addresses.get(server.line());
            if (address == null) group.changes().resolved(server, false);
            else server.target(Targets.of(address, server.line(), proxy, buffers));
        }
        checks.add(proxy, group);
        var balancer = Balancers.of(proxy.back().balance(), proxy.back().hashType());
        return new Backend(group, balancer, proxy.has(ProxyOption.PREFER_LAST_SERVER));
    }

    private int fullConnections(Proxy backend) {
        if (backend.back().fullConnections() > 0) return backend.back().fullConnections();
        var sum = 0L;
        for (var proxy : plan.policies().keySet()) {
            if (!proxy.kind().isFrontend() || !leadsTo(proxy, backend)) continue;
            var limit = proxy.front().maxConnections();
            sum += limit > 0 ? limit : maxConnections;
        }
        return (int) Math.max(1, Math.min(sum, Integer.MAX_VALUE) / FULL_SHARE);
    }

    private static boolean leadsTo(Proxy frontend, Proxy backend) {
        if (frontend == backend) return true;
        var otherwise = frontend.front().defaultBackend();
        if (otherwise != null && otherwise.name().equals(backend.name())) return true;
        return frontend.front().useBackends().stream().anyMatch(use -> use.dynamic() || use.target().equals(backend.name()));
    }
}
