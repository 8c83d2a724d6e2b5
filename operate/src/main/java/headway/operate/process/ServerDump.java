package headway.operate.process;

import headway.operate.log.Console;
import headway.operate.log.Console.Severity;
import headway.operate.stats.ProxyFigures;
import headway.traffic.counter.Count;
import headway.traffic.server.OperatorLog.Level;
import headway.traffic.server.Server;
import org.jspecify.annotations.Nullable;

/** SIGHUP: says of each server and proxy how it is, on standard error and in the proxies' logs. */
final class ServerDump {
    private final Running running;
    private final Console console;

    ServerDump(Running running, Console console) {
        this.running = running;
        this.console = console;
    }

    void write() {
        console.later(Severity.WARNING, "SIGHUP received, dumping servers states.");
        for (var proxy : running.proxies()) {
            proxy.log().log(
                    Level.NOTICE,
                    "SIGHUP received, dumping servers states for proxy "
                            + proxy.proxy().name() + ".");
            var back = proxy.back();
            if (back != null) for (var server : back.servers().servers()) tell(proxy, server(server));
            tell(proxy, proxy(proxy));
        }
    }

    private void tell(ProxyFigures proxy, String text) {
        console.later(Severity.WARNING, text);
        proxy.log().log(Level.NOTICE, text);
    }

    private static String server(Server server) {
        var state = server.isReachable() ? "UP" : "DOWN";
        return "SIGHUP: Server " + server + " is " + state + ". Conn: " + server.sessions() + " act, "
                + server.queue().length() + " pend, " + server.tally().sum(Count.SESSIONS) + " tot.";
    }

    private static String proxy(ProxyFigures proxy) {
        var front = proxy.front();
        var back = proxy.back();
        var clients = front == null ? 0 : front.tally().sessions.current();
        var accepted = front == null ? 0 : front.tally().sum(Count.CONNECTIONS);
        var served = back == null ? 0 : back.servers().tally().sessions.current();
        var queued = back == null ? 0 : back.servers().tally().queued.current();
        var total = back == null ? 0 : back.servers().tally().sum(Count.SESSIONS);
        return "SIGHUP: Proxy " + proxy.proxy().name() + " " + servers(back) + " Conn: act(FE+BE): " + clients + "+"
                + served + ", " + queued + " pend (" + queued + " unass), tot(FE+BE): " + accepted + "+" + total + ".";
    }

    private static String servers(ProxyFigures.@Nullable Back back) {
        if (back == null || back.servers().servers().isEmpty()) return "has no servers.";
        var active = back.servers().active();
        var backup = back.servers().backup();
        if (active + backup == 0) return "has no server available !";
        return "has " + active + " active servers and " + backup + " backup servers available.";
    }
}
