package headway.app;

import headway.operate.api.ApiServer;
import headway.operate.log.Logs;
import headway.operate.process.Running;
import headway.operate.stats.ProxyFigures;
import headway.traffic.check.Checks;
import headway.traffic.listen.Entrance;
import headway.traffic.stream.Traffic;
import headway.traffic.stream.Worker;
import headway.wire.engine.Loop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A plan at work, and how it ends. */
final class RunningPlan implements Running {
    private static final long LOOK_MILLIS = 20;

    /**
     * Where clients come in, and where log messages do.
     *
     * @param graceNanos how long they stay open when a soft stop is asked for ({@code grace}); -1 for not at all
     */
    record Entries(List<Doors.Open> doors, LogDoors logDoors, long graceNanos) {}

    private final List<Loop> loops;
    private final List<Worker> workers;
    private final List<Doors.Open> doors;
    private final List<Entrance> entrances;
    private final LogDoors logDoors;
    private final long graceNanos;
    private final Traffic traffic;
    private final Checks checks;
    private final Logs logs;
    private final ApiServer api;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean stopping;
    private boolean paused;
    private List<ProxyFigures> proxies = List.of();

    RunningPlan(
            List<Loop> loops,
            List<Worker> workers,
            Entries entries,
            Traffic traffic,
            Checks checks,
            Logs logs,
            ApiServer api) {
        this.loops = List.copyOf(loops);
        this.workers = List.copyOf(workers);
        this.doors = List.copyOf(entries.doors);
        this.entrances = this.workers.stream()
                .flatMap(worker -> entrances(worker, traffic))
                .toList();
        this.logDoors = entries.logDoors;
        graceNanos = entries.graceNanos;
        this.traffic = traffic;
        this.checks = checks;
        this.logs = logs;
        this.api = api;
    }

    private Stream<Entrance> entrances(Worker worker, Traffic traffic) {
        return doors.stream()
                .filter(door -> door.isFor(worker.loop().index()))
                .map(door -> new Entrance(door.listener(), door.door(), traffic, worker));
    }

    void start() {
        for (var loop : loops) loop.start();
        resumeDoors();
        checks.start();
    }

    private void resumeDoors() {
        logDoors.resume();
        for (var entrance : entrances) entrance.worker().loop().send(entrance::open);
    }

    /** What it consists of; told once, since the figures ask this plan for its state. */
    synchronized void proxies(List<ProxyFigures> figures) {
        proxies = List.copyOf(figures);
    }

    /** How many requests had to wait for buffers so far. */
    long bufferWaits() {
        return loops.stream().mapToLong(Loop::bufferWaits).sum();
    }

    @Override
    public synchronized List<ProxyFigures> proxies() {
        return proxies;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** As {@code show stat} names the state of frontends. */
    synchronized String state() {
        return stopping ? "STOP" : paused ? "PAUSED" : "OPEN";
    }

    @Override
    public synchronized void softStop() {
        if (stopping) return;
        stopping = true;
        if (graceNanos > 0) Thread.ofVirtual().name("grace").start(this::graciously);
        else beginStop();
    }

    private void graciously() {
        try {
            Thread.sleep(Duration.ofNanos(graceNanos));
            beginStop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginStop() {
        closeDoors();
        checks.stop();
        for (var worker : workers) worker.loop().send(worker::endIdle);
        Thread.ofVirtual().name("soft-stop").start(this::waitForLast);
    }

    private void suspendDoors() {
        logDoors.suspend();
        for (var entrance : entrances) entrance.worker().loop().send(entrance::shut);
    }

    /** Each loop lets go of the sockets; the last one closes them. */
    private void closeDoors() {
        logDoors.suspend();
        var left = new AtomicInteger(workers.size());
        for (var worker : workers) {
            worker.loop().send(() -> {
                for (var entrance : entrances) if (entrance.worker() == worker) entrance.shut();
                if (left.decrementAndGet() > 0) return;
                for (var door : doors) door.listener().close();
                logDoors.close();
            });
        }
    }

    private void waitForLast() {
        try {
            while (traffic.tally().connections.current() > 0) Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    @Override
    public synchronized void stop() {
        if (ended.getCount() == 0) return;
        stopping = true;
        for (var loop : loops) loop.stop();
        api.close();
        logs.close();
        ended.countDown();
    }

    @Override
    public synchronized void pause() {
        if (stopping || paused) return;
        paused = true;
        suspendDoors();
    }

    @Override
    public synchronized void resume() {
        if (stopping || !paused) return;
        paused = false;
        resumeDoors();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
