package headway.app;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.memory.Slab;
import headway.language.model.Proxy;
import headway.language.model.Tuning;
import headway.language.sample.EventSinks;
import headway.language.sample.VariableLimits;
import headway.operate.api.ApiServer;
import headway.operate.api.Instance;
import headway.operate.log.Console;
import headway.operate.log.Logs;
import headway.operate.process.ProcessOptions;
import headway.operate.process.ProcessOptions.Switch;
import headway.operate.process.Running;
import headway.operate.stats.ProxyFigures;
import headway.operate.stats.Vitals;
import headway.traffic.check.Checks;
import headway.traffic.counter.ProcessTally;
import headway.traffic.route.BackendSetting;
import headway.traffic.route.Backends;
import headway.traffic.stream.BackendTarget;
import headway.traffic.stream.Frontend;
import headway.traffic.stream.Traffic;
import headway.traffic.stream.Worker;
import headway.wire.engine.Engine;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.Engines;
import headway.wire.engine.ListenException;
import headway.wire.engine.Loop;
import headway.wire.h1.H1Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The parts list: makes everything that a configuration needs to run, in the order in which one part needs another, and starts it. */
final class Wiring {
    /** Of each loop, however small the limit. */
    private static final int FEWEST_BUFFERS = 2;

    private static final int ACCEPT_AT_ONCE = 64;

    private final Plan plan;
    private final ProcessOptions options;
    private final Console console;
    private final Engine engine;
    private final EngineSettings settings;
    private final int threads;
    private final int maxConnections;
    private final int descriptors;
    private final int pipes;

    private Wiring(Plan plan, ProcessOptions options, Console console, int descriptors) {
        this.plan = plan;
        this.options = options;
        this.console = console;
        this.descriptors = descriptors;
        var tuning = plan.configuration().global().tuning();
        var process = plan.configuration().global().process();
        engine = Engines.pick(tuning.engine().epoll() && !options.has(Switch.NO_EPOLL));
        threads =
                process.threads() > 0 ? process.threads() : Runtime.getRuntime().availableProcessors();
        var asked = options.connections() > 0 ? options.connections() : process.maxConnections();
        pipes = PipeLimit.of(tuning, options, threads, asked > 0 ? asked : descriptors / 2);
        settings = settings(tuning, options, threads, pipes);
        maxConnections = asked > 0 ? asked : limit(descriptors - 2 * pipes);
    }

    private static EngineSettings settings(Tuning tuning, ProcessOptions options, int loops, int pipes) {
        var accept = tuning.acceptAtOnce() == 0
                ? ACCEPT_AT_ONCE
                : tuning.acceptAtOnce() < 0 ? Integer.MAX_VALUE : tuning.acceptAtOnce();
        var events = tuning.eventsAtOnce() > 0 ? tuning.eventsAtOnce() : 200;
        return new EngineSettings(
                tuning.bufferSize(),
                accept,
                events,
                PipeLimit.splices(tuning, options),
                pipes,
                tuning.pipeSize(),
                buffered(tuning, loops));
    }

    /** A loop's part of {@code tune.buffers.limit}; without it half of the slab is left to what has begun. */
    private static long buffered(Tuning tuning, int loops) {
        var all = tuning.buffersLimit() > 0 ? (long) tuning.buffersLimit() * tuning.bufferSize() : Slab.SIZE / 2L;
        return Math.max(all / loops, (long) FEWEST_BUFFERS * tuning.bufferSize());
    }

    /** Neither {@code -n} nor {@code maxconn}: what the descriptors that pipes leave allow, two for each connection, as HAProxy reckons. */
    private static int limit(int descriptors) {
        return Math.max(100, (descriptors - 100) / 2);
    }

    /**
     * Binds the sockets and starts.
     *
     * @param descriptors how many the process may have
     * @return null after an alert
     */
    static @Nullable Running start(
            Plan plan, ProcessOptions options, Console console, Diagnostics diagnostics, int descriptors)
            throws InterruptedException {
        try {
            return new Wiring(plan, options, console, descriptors).start(diagnostics);
        } catch (ListenException e) {
            console.alert(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Running start(Diagnostics diagnostics) throws ListenException, InterruptedException {
        var configuration = plan.configuration();
        var global = configuration.global();
        var process = global.process();
        var tally = new ProcessTally(threads, process.connectionRate(), process.sessionRate());
        var loops = loops();
        var logs = new Logs(configuration, plan.logHashes(), tally, loops, engine, console);
        var bodyLimit = global.tuning().bufferSize() - global.tuning().rewriteReserve();
        var limits = new Traffic.Limits(
                maxConnections,
                bodyLimit,
                global.tuning().bufferSize(),
                global.tuning().logUriLength() - 1,
                threads,
                settings.splice(),
                variableLimits(global.tuning()));
        var traffic = new Traffic(limits, tally, plan.variables(), plan.meters());
        var workers = workers(traffic, loops);
        var checks = new Checks(loops, global.tuning().spread(), new SplittableRandom());
        var setting = new BackendSetting(
                loops, global.tuning().idlePool(), global.socketBuffers(), tally.connections::current, descriptors);
        var makers = new Servers(plan, logs, checks, new Backends(configuration, setting, maxConnections));
        var logBackends = makers.ofLogs();
        var backends = makers.make();
        for (var target : backends.values())
            target.backend().group().shutdown((server, isDown) -> {
                for (var worker : workers) worker.loop().send(() -> worker.end(server, isDown));
            });
        if (diagnostics.has(Severity.ALERT)) return null;
        var frontends = new Frontends(plan, logs, threads, maxConnections).make(backends);
        var doors = new ArrayList<Doors.Open>();
        var opener = new Doors(engine, global, threads, reusesPorts(), console::warning);
        for (var entry : frontends.entrySet()) {
            var proxy = entry.getKey();
            doors.addAll(opener.open(
                    proxy, entry.getValue(), new Shortage(proxy.name(), descriptors, logs.operator(proxy))));
        }
        var logDoors = new LogDoors(engine, loops, global, reusesPorts());
        for (var section : configuration.logs().forwards()) logDoors.open(section, logs);
        var api = new ApiServer(engine, threads, settings);
        for (var socket : global.stats().sockets()) api.bind(engine, socket);
        var running = new RunningPlan(
                loops,
                workers,
                new RunningPlan.Entries(
                        doors, logDoors, global.process().ending().graceNanos()),
                traffic,
                checks,
                logs,
                api);
        var figures = new ArrayList<>(figures(frontends, backends, doors, running, logs));
        figures.addAll(logBackends);
        running.proxies(figures);
        connect(logs);
        api.start(instance(traffic, running, logs, doors.size() + logDoors.listeners()));
        console.operate(logs.terminal());
        running.start();
        logs.start();
        return running;
    }

    /** What expressions write lines to. */
    private void connect(Logs logs) throws ListenException {
        var sinks = new HashMap<String, EventSinks.Sink>();
        for (var name : plan.sinks().used()) sinks.put(name, logs.events(name));
        plan.sinks().connect(sinks);
    }

    private static VariableLimits variableLimits(Tuning tuning) {
        var sizes = tuning.variables();
        return new VariableLimits(sizes.all(), sizes.process(), sizes.session(), sizes.transaction(), sizes.exchange());
    }

    private boolean reusesPorts() {
        return plan.configuration().global().tuning().engine().reusePort() && !options.has(Switch.NO_REUSE_PORT);
    }

    private List<Loop> loops() {
        var loops = new ArrayList<Loop>();
        for (var i = 0; i < threads; i++) loops.add(engine.loop(i, settings.ofLoop(i, threads)));
        // Who can ask for "show info" wants to know how idle they are.
        if (!plan.configuration().global().stats().sockets().isEmpty()) loops.forEach(Loop::measureUsage);
        return loops;
    }

    private List<Worker> workers(Traffic traffic, List<Loop> loops) {
        var contexts = new H1Context[loops.size()];
        var workers = new ArrayList<Worker>();
        for (var loop : loops)
            workers.add(new Worker(traffic, loop, new H1Context(loop, settings.bufferSize(), contexts)));
        return workers;
    }

    private List<ProxyFigures> figures(
            Map<Proxy, Frontend> frontends,
            Map<String, BackendTarget> backends,
            List<Doors.Open> doors,
            RunningPlan running,
            Logs logs)
            throws ListenException {
        var figures = new LinkedHashMap<Proxy, ProxyFigures>();
        for (var proxy : plan.policies().keySet()) {
            var frontend = frontends.get(proxy);
            var target = proxy.kind().isBackend() ? backends.get(proxy.name()) : null;
            var front = frontend == null ? null : front(proxy, frontend, doors, running);
            var back = target == null
                    ? null
                    : new ProxyFigures.Back(
                            target.backend().group(), target.backend().group().fullConnections());
            figures.put(proxy, new ProxyFigures(proxy, logs.operator(proxy), front, back));
        }
        return List.copyOf(figures.values());
    }

    private ProxyFigures.Front front(Proxy proxy, Frontend frontend, List<Doors.Open> doors, RunningPlan running) {
        var limit = proxy.front().maxConnections() > 0 ? proxy.front().maxConnections() : maxConnections;
        var listeners = doors.stream()
                .filter(open -> open.door().inlet().frontend() == frontend)
                .flatMap(open -> open.figures().stream())
                .toList();
        return new ProxyFigures.Front(frontend.tally(), limit, running::state, listeners);
    }

    private Instance instance(Traffic traffic, RunningPlan running, Logs logs, int listeners) {
        var global = plan.configuration().global();
        var limits = new Vitals.Limits(threads, descriptors, maxConnections, pipes, listeners, options.megabytes());
        var vitals = new Vitals(
                new Vitals.Product(VersionText.VERSION, VersionText.DATE),
                limits,
                engine.name(),
                global.process().node(),
                global.process().description(),
                System.nanoTime(),
                System.currentTimeMillis(),
                traffic.tally(),
                () -> 100 - traffic.usagePercent(),
                running::isStopping,
                running::bufferWaits,
                new Vitals.Losses(
                        logs::dropped,
                        logs.rings()::overwritten,
                        plan.patterns()::refusals,
                        plan.variables()::refusals));
        return new Instance(global, running.proxies(), vitals, console.said(), logs.rings());
    }
}
