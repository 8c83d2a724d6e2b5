package headway.app;

import headway.language.model.Mode;
import headway.operate.log.Logs;
import headway.operate.stats.ProxyFigures;
import headway.traffic.check.Checks;
import headway.traffic.route.Backends;
import headway.traffic.stream.BackendTarget;
import headway.wire.engine.ListenException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the backends of a plan, tells the checks of them, and joins each with what it wants done. */
final class Servers {
    private final Plan plan;
    private final Logs logs;
    private final Checks checks;
    private final Backends backends;

    Servers(Plan plan, Logs logs, Checks checks, Backends backends) {
        this.plan = plan;
        this.logs = logs;
        this.checks = checks;
        this.backends = backends;
    }

    /** Those in {@code mode log}. */
    List<ProxyFigures> ofLogs() throws ListenException {
        var made = new ArrayList<ProxyFigures>();
        for (var proxy : plan.configuration().proxies()) {
            if (proxy.mode() != Mode.LOG || proxy.disabled()) continue;
            var log = logs.operator(proxy);
            var group = backends.group(proxy, log);
            checks.add(proxy, group);
            logs.backend(proxy, group);
            made.add(new ProxyFigures(proxy, log, null, new ProxyFigures.Back(group, group.fullConnections())));
        }
        return made;
    }

    /** By name. */
    Map<String, BackendTarget> make() throws ListenException {
        var made = new LinkedHashMap<String, BackendTarget>();
        for (var entry : plan.policies().entrySet()) {
            var proxy = entry.getKey();
            if (!proxy.kind().isBackend()) continue;
            var backend = backends.make(proxy, entry.getValue().balanceKey(), logs.operator(proxy));
            if (!proxy.disabled()) checks.add(proxy, backend.group());
            plan.meters().connectBackend(proxy.name(), backend);
            for (var server : backend.group().servers())
                plan.meters().connectServer(proxy.name(), server.name(), server);
            made.put(
                    proxy.name(),
                    new BackendTarget(entry.getValue(), backend, plan.maker().towardsServers(proxy)));
        }
        return made;
    }
}
