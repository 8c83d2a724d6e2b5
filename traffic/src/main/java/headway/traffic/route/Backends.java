package headway.traffic.route;

import headway.language.model.Configuration;
import headway.language.model.FrontSide.Reference;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.sample.Expression;
import headway.traffic.balance.Balancers;
import headway.traffic.counter.Tally;
import headway.traffic.server.OperatorLog;
import headway.traffic.server.PoolPolicy;
import headway.traffic.server.ServerGroup;
import headway.traffic.server.Targets;
import org.jspecify.annotations.Nullable;

/** From the model of a backend to the backend that runs. */
public final class Backends {
    private final Configuration configuration;
    private final BackendSetting setting;
    private final int defaultConnections;

    /**
     * @param defaultConnections {@code maxconn} of a frontend that sets none
     */
    public Backends(Configuration configuration, BackendSetting setting, int defaultConnections) {
        this.configuration = configuration;
        this.setting = setting;
        this.defaultConnections = defaultConnections;
    }

    /**
     * @param balanceKey the expression of {@code balance hash}
     */
    public Backend make(Proxy proxy, @Nullable Expression balanceKey, OperatorLog log) {
        var back = proxy.back();
        return new Backend(
                group(proxy, log),
                Balancers.of(back.balance(), back.hashType(), balanceKey),
                new Backend.LastServer(proxy.has(ProxyOption.PREFER_LAST_SERVER), back.keepAliveQueue()));
    }

    /** Its servers alone. A server whose name has no address begins in maintenance for want of it. */
    public ServerGroup group(Proxy proxy, OperatorLog log) {
        var back = proxy.back();
        var loops = setting.loops();
        var setup = new ServerGroup.Setup(
                proxy.kind() == Proxy.Kind.LISTEN ? "proxy" : "backend",
                proxy.name(),
                proxy.id(),
                loops.size(),
                System::nanoTime,
                back.fullConnections() > 0 ? back.fullConnections() : fullConnections(proxy),
                proxy.has(ProxyOption.ALL_BACKUPS),
                policy(proxy),
                log);
        var group = new ServerGroup(setup, back.servers(), new Tally(loops.size()));
        group.published(back.isPublished());
        for (var server : group.servers()) {
            var target = Targets.of(server.line(), proxy, setting.buffers());
            if (target == null) group.changes().resolved(server, false);
            server.target(target);
        }
        return group;
    }

    private PoolPolicy policy(Proxy proxy) {
        var pool = setting.idlePool();
        return new PoolPolicy(
                proxy.back().httpReuse(),
                pool.shared(),
                setting.descriptors(),
                setting.share(pool.lowRatio()),
                setting.share(pool.highRatio()));
    }

    /** {@code fullconn} by default: a tenth of what the frontends that may come here can have; those that choose by a format are not counted. */
    private int fullConnections(Proxy backend) {
        var sum = 0L;
        for (var proxy : configuration.proxies()) {
            if (!proxy.kind().isFrontend() || !leadsTo(proxy, backend)) continue;
            var max = proxy.front().maxConnections();
            sum += max > 0 ? max : defaultConnections;
        }
        return (int) Math.min(Integer.MAX_VALUE, (sum + 9) / 10);
    }

    private static boolean leadsTo(Proxy proxy, Proxy backend) {
        if (proxy == backend) return true;
        if (proxy.front().defaultBackend() instanceof Reference(var position, var name) && name.equals(backend.name()))
            return true;
        return proxy.front().useBackends().stream()
                .anyMatch(use -> !use.dynamic() && use.target().equals(backend.name()));
    }
}
