package headway.operate.api;

import headway.language.model.Global;
import headway.language.model.StatsSocket;
import headway.operate.log.Rings;
import headway.operate.stats.ProxyFigures;
import headway.operate.stats.StatReport;
import headway.operate.stats.Vitals;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is running, for the commands to show and to change; made by the wiring. */
public record Instance(Global global, List<ProxyFigures> proxies, Vitals vitals, List<String> startupLog, Rings rings) {
    public Instance {
        proxies = List.copyOf(proxies);
        startupLog = List.copyOf(startupLog);
    }

    List<StatsSocket> sockets() {
        return global.stats().sockets();
    }

    StatReport report() {
        return new StatReport(proxies, vitals.startedNanos(), global.stats().hasMaxima());
    }

    /** The servers of that backend, null when there is none of that name. */
    @Nullable
    ServerGroup servers(String backend) {
        for (var figures : proxies) {
            var back = figures.back();
            if (back != null && figures.proxy().name().equals(backend)) return back.servers();
        }
        return null;
    }

    /**
     * The server that {@code backend/server} names.
     *
     * @throws CommandException with HAProxy's words
     */
    Server server(String path) throws CommandException {
        var slash = path.indexOf('/');
        if (slash < 1 || slash == path.length() - 1) throw new CommandException("Require 'backend/server'.");
        var group = servers(path.substring(0, slash));
        if (group == null) throw new CommandException("No such backend.");
        var server = group.server(path.substring(slash + 1));
        if (server == null) throw new CommandException("No such server.");
        return server;
    }
}
