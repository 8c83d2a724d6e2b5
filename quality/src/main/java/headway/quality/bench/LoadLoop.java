package headway.quality.bench;

import headway.base.units.Address;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.Engines;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import headway.wire.engine.SocketOptions;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A load, a backend for small responses and the receiver of the logs, all on one loop of the engine. Together they cost less than either proxy, so that
 * the proxy's core is the one that is used up: a proxy that waits for its load is measured at waking.
 */
final class LoadLoop implements Load, AutoCloseable {
    private static final int CLOSING_MILLIS = 5_000;

    private final Loop loop;
    private final Listener backend;
    private final Listener logs;
    private final AtomicLong lines = new AtomicLong();

    LoadLoop() throws IOException {
        var engine = Engines.pick(true);
        loop = engine.loop(0, new EngineSettings(16_384, 64, 200, false, 0));
        try {
            backend = engine.listen(new ListenSpec(loopback(0), 4_096, SocketOptions.NONE, -1, -1, -1));
            logs = engine.datagramSocket(new ListenSpec(loopback(0), 0, SocketOptions.NONE, -1, -1, -1));
        } catch (ListenException e) {
            throw new IOException(e);
        }
        loop.start();
        loop.send(() -> {
            loop.accept(backend, new LoopBackend(loop.buffers()));
            loop.receive(logs, (_, _, _) -> lines.lazySet(lines.get() + 1));
        });
    }

    int backendPort() {
        return portOf(backend);
    }

    int logPort() {
        return portOf(logs);
    }

    /** How many lines of the proxies' logs have come. */
    long logLines() {
        return lines.get();
    }

    /** Its own code must be compiled before it can use up a proxy: it asks its own backend. */
    void warmUp() throws IOException, InterruptedException {
        run(Workload.HTTP_64, backendPort(), 3);
        run(Workload.HTTP_10K, backendPort(), 3);
    }

    @Override
    public Run run(Workload workload, int port, int seconds) throws IOException, InterruptedException {
        var target = new ConnectTarget(loopback(port), null, SocketOptions.NONE);
        var closed = new CountDownLatch(workload.clients);
        var clients = new LoopClients(loop, workload, closed);
        loop.send(() -> clients.open(target));
        Thread.sleep(seconds * 1_000L);
        loop.send(clients::finish);
        if (!closed.await(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IOException(closed.getCount() + " of the requests of " + workload.word + " were never answered");
        }
        loop.send(clients::release);
        return clients.result();
    }

    @Override
    public void close() {
        loop.stop();
    }

    private static Address loopback(int port) {
        return new Address.Inet(new byte[] {127, 0, 0, 1}, port);
    }

    private static int portOf(Listener listener) {
        return ((Address.Inet) listener.address()).port();
    }
}
