package headway.operate.process;

import headway.operate.log.Console;
import headway.operate.log.Console.Severity;
import headway.operate.stats.ProxyFigures;
import headway.traffic.counter.Count;
import headway.traffic.server.OperatorLog.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** From the start to the end of what runs: answers signals, in HAProxy's words. */
public final class Life {
    private final Running running;
    private final Console console;
    private final long hardStopAfterNanos;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * @param hardStopAfterNanos -1 for never
     */
    public Life(Running running, Console console, long hardStopAfterNanos) {
        this.running = running;
        this.console = console;
        this.hardStopAfterNanos = hardStopAfterNanos;
    }

    /** Answers signals until all has ended. */
    public void await() throws InterruptedException {
        Signals.on("USR1", _ -> softStop());
        Signals.on(
                "USR2",
                _ -> console.later(
                        Severity.NOTICE,
                        "SIGUSR2 received: to read the configuration again is not there yet, nothing has changed."));
        Signals.on("HUP", _ -> new ServerDump(running, console).write());
        Signals.on("TTOU", _ -> pause());
        Signals.on("TTIN", _ -> resume());
        running.awaitEnd();
    }

    private void softStop() {
        if (!stopping.compareAndSet(false, true)) return;
        // First the words: when nothing is under way the end follows at once.
        for (var proxy : running.proxies())
            tell(
                    proxy,
                    "Proxy " + name(proxy) + " stopped (cumulated conns: FE: " + clients(proxy) + ", BE: "
                            + served(proxy) + ").");
        running.softStop();
        if (hardStopAfterNanos >= 0) Thread.ofVirtual().start(this::stopLater);
    }

    private void stopLater() {
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

    private void pause() {
        running.pause();
        for (var proxy : running.proxies())
            if (proxy.front() != null) tell(proxy, "Paused frontend " + name(proxy) + ".");
    }

    private void resume() {
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
