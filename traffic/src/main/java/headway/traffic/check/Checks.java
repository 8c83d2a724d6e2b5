package headway.traffic.check;

import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.Tuning;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import headway.wire.engine.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** All checks and slow starts of a running configuration, shared out among the loops and spread in time. */
public final class Checks {
    /** HAProxy: only intervals from here on count when the first checks are spread. */
    private static final long SPREAD_FROM_NANOS = 1_000_000_000L;

    private record Planned(Server server, Settings settings) {}

    private final List<Loop> loops;
    private final Tuning.Spread spread;
    private final RandomGenerator random;
    private final List<Planned> planned = new ArrayList<>();
    private final List<Server> slow = new ArrayList<>();
    private final List<Runnable> stopping = new ArrayList<>();

    public Checks(List<Loop> loops, Tuning.Spread spread, RandomGenerator random) {
        this.loops = List.copyOf(loops);
        this.spread = spread;
        this.random = random;
    }

    /** Adds the servers of a backend that have the word {@code check}. */
    public void add(Proxy proxy, ServerGroup group) {
        var http = proxy.back().checking().http();
        var probe = http == null ? null : new Probe(http);
        var timeouts = proxy.timeouts();
        for (var server : group.servers()) {
            if (server.limits().slowStartNanos() > 0) slow.add(server);
            var check = server.line().check();
            if (!check.enabled()) continue;
            var logs = proxy.has(ProxyOption.LOG_HEALTH_CHECKS);
            planned.add(new Planned(
                    server, new Settings(check, probe, timeouts.connect(), timeouts.check(), spread.percent(), logs)));
        }
    }

    /** Starts them all: the first check of each falls into one interval, evenly spread, so that servers are not asked all at once. */
    public void start() {
        var shortest = planned.stream()
                .mapToLong(p -> p.settings.check().intervalNanos())
                .filter(nanos -> nanos >= SPREAD_FROM_NANOS)
                .min()
                .orElse(0);
        for (var i = 0; i < planned.size(); i++) start(planned.get(i), i, shortest);
        for (var server : slow) warm(server);
    }

    private void start(Planned plan, int position, long shortest) {
        var loop = loops.get(position % loops.size());
        var check = new HealthCheck(plan.server, plan.settings, loop, random);
        stopping.add(() -> loop.send(check::stop));
        var interval = Math.max(shortest, plan.settings.check().intervalNanos());
        if (spread.maxNanos() > 0) interval = Math.min(interval, spread.maxNanos());
        var delay = interval * position / planned.size();
        loop.send(() -> check.start(delay));
    }

    private void warm(Server server) {
        var loop = loops.get(server.index() % loops.size());
        var warmup = new Warmup(server, loop);
        loop.send(warmup::start);
        stopping.add(() -> loop.send(warmup::stop));
    }

    /** Ends them; the states stay as they are. */
    public void stop() {
        stopping.forEach(Runnable::run);
        stopping.clear();
    }
}
