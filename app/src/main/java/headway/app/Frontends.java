package headway.app;

import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.rule.BackendChoice;
import headway.operate.log.Logs;
import headway.traffic.account.StreamObserver;
import headway.traffic.counter.Tally;
import headway.traffic.server.OperatorLog;
import headway.traffic.stream.BackendTarget;
import headway.traffic.stream.Frontend;
import headway.traffic.stream.RequestsInTcp;
import headway.wire.engine.ListenException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the frontends of a plan and tells them where their traffic goes. */
final class Frontends {
    private static final StreamObserver NOBODY = (account, loop) -> {};

    private final Plan plan;
    private final Logs logs;
    private final int loops;
    private final int maxConnections;

    Frontends(Plan plan, Logs logs, int loops, int maxConnections) {
        this.plan = plan;
        this.logs = logs;
        this.loops = loops;
        this.maxConnections = maxConnections;
    }

    Map<Proxy, Frontend> make(Map<String, BackendTarget> backends) throws ListenException {
        var made = new LinkedHashMap<Proxy, Frontend>();
        for (var entry : plan.policies().entrySet()) {
            var proxy = entry.getKey();
            if (!proxy.kind().isFrontend()) continue;
            var observer = logs.frontend(proxy, plan.formats(proxy));
            var frontend = new Frontend(
                    entry.getValue(),
                    new Tally(loops),
                    plan.maker().towardsClients(proxy),
                    observer == null ? NOBODY : observer,
                    requestsInTcp(proxy, backends),
                    limit(proxy));
            frontend.routes(routes(proxy, backends), backends, target(proxy, backends));
            plan.meters().connectFrontend(proxy.name(), frontend);
            made.put(proxy, frontend);
        }
        return made;
    }

    int limit(Proxy proxy) {
        return proxy.front().maxConnections() > 0 ? proxy.front().maxConnections() : maxConnections;
    }

    private List<Frontend.Route> routes(Proxy proxy, Map<String, BackendTarget> backends) {
        var choices = plan.rules().get(proxy);
        if (choices == null) return List.of();
        return choices.choices().stream().map(choice -> route(choice, backends)).toList();
    }

    private static Frontend.Route route(BackendChoice choice, Map<String, BackendTarget> backends) {
        return new Frontend.Route(backends.get(choice.backend()), choice.name(), choice.condition());
    }

    /** Its {@code default_backend}; a {@code listen} with servers serves itself. */
    private static @Nullable BackendTarget target(Proxy proxy, Map<String, BackendTarget> backends) {
        var otherwise = proxy.front().defaultBackend();
        if (otherwise != null) return backends.get(otherwise.name());
        return proxy.kind().isBackend() ? backends.get(proxy.name()) : null;
    }

    private RequestsInTcp requestsInTcp(Proxy proxy, Map<String, BackendTarget> backends) throws ListenException {
        var target = target(proxy, backends);
        var several = target != null && target.backend().group().servers().size() > 1;
        var log = logs.operator(proxy);
        return new RequestsInTcp(
                several && proxy.mode() == Mode.TCP && !proxy.has(ProxyOption.DONT_NOTICE_HTTP_IN_TCP),
                (requests, connections) -> {
                    var text = notice(proxy, requests, connections);
                    log.log(OperatorLog.Level.NOTICE, text);
                    log.console(OperatorLog.Level.NOTICE, text);
                });
    }

    private static String notice(Proxy proxy, long requests, long connections) {
        var where = proxy.modePosition();
        return proxy.kind().word() + " '" + proxy.name() + "' is in 'mode tcp' [" + where.file() + ":" + where.line()
                + "] and has carried " + requests
                + " HTTP requests on " + connections + (connections == 1 ? " connection" : " connections")
                + " so far: in TCP mode a connection is balanced and not a request, so all requests of a keep-alive client go to the same server."
                + " To balance each request in turn write 'mode http' there, or 'mode auto' if other protocols share the port.";
    }
}
