package headway.operate.process;

import headway.operate.log.Console;
import headway.operate.log.Console.Severity;
import headway.operate.stats.ProxyFigures;
import headway.traffic.counter.Count;
import headway.traffic.server.OperatorLog.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** From the start to the end of what runs: answers signals, in HAProxy's words. A soft stop that is asked for before anything runs is done when it does. */
public final class Life {
    private static final String RELOAD =
            "SIGUSR2 received: to read the configuration again is not there yet, nothing has changed.";

    private final Console console;
    private final long hardStopAfterNanos;
    private final CompletableFuture<Running> born = new CompletableFuture<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * @param hardStopAfterNanos -1 for never
     */
    public Life(Console console, long hardStopAfterNanos) {
        this.console = console;
        this.hardStopAfterNanos = hardStopAfterNanos;
    }

    /** From now on signals are answered. To be called before the first socket listens, for whoever sees it may send one. */
    public void listen() {
        Signals.on("USR1", _ -> whenBorn(this::softStop));
        Signals.on("USR2", _ -> console.later(Severity.NOTICE, RELOAD));
        Signals.on("HUP", _ -> whenBorn(running -> new ServerDump(running, console).write()));
        Signals.on("TTOU", _ -> whenBorn(this::pause));
        Signals.on("TTIN", _ -> whenBorn(this::resume));
    }

    /** At once, or as soon as there is something to do it to. */
    private void whenBorn(Consumer<Running> action) {
        var _ = born.thenAccept(action);
    }

    /** Waits until what runs has ended. */
    public void await(Running running) throws InterruptedException {
        born.complete(running);
        running.awaitEnd();
    }

    private void softStop(Running running) {
        if (!stopping.compareAndSet(false, true)) return;
        // First the words: when nothing is under way the end follows at once.
        for (var proxy : running.proxies()) tell(proxy, stopped(proxy));
        running.softStop();
        if (hardStopAfterNanos >= 0) Thread.ofVirtual().start(() -> stopLater(running));
    }

    private static String stopped(ProxyFigures proxy) {
        return "Proxy " + name(proxy) + " stopped (cumulated conns: FE: " + clients(proxy) + ", BE: " + served(proxy)
                + ").";
    }

    private void stopLater(Running running) {
        try {
            Thread.sleep(Duration.ofNanos(hardStopAfterNanos));
        } catch (InterruptedException e) {
            return;
        }
        console.later(Severity.WARNING, "soft-stop running for too long, performing a hard-stop.");
        for (var proxy : running.proxies()) {
            var front = proxy.front();
            var left = front == null ? 0 : front.tally().sessions.current();
            if (left > 0)
                tell(proxy, "Proxy " + name(proxy) + " hard-stopped (" + left + " remaining conns will be closed).");
        }
        running.stop();
    }

    private void pause(Running running) {
        running.pause();
        for (var proxy : running.proxies())
            if (proxy.front() != null) tell(proxy, "Paused frontend " + name(proxy) + ".");
    }

    private void resume(Running running) {
        running.resume();
        for (var proxy : running.proxies())
            if (proxy.front() != null) tell(proxy, "Resumed frontend " + name(proxy) + ".");
    }

    private void tell(ProxyFigures proxy, String text) {
        console.later(Severity.WARNING, text);
        proxy.log().log(Level.WARNING, text);
    }

    private static String name(ProxyFigures proxy) {
        return proxy.proxy().name();
    }

    private static long clients(ProxyFigures proxy) {
        var front = proxy.front();
        return front == null ? 0 : front.tally().sum(Count.CONNECTIONS);
    }

    private static long served(ProxyFigures proxy) {
        var back = proxy.back();
        return back == null ? 0 : back.servers().tally().sum(Count.SESSIONS);
    }
}
