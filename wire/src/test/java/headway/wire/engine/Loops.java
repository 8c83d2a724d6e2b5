package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.units.Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Some loops of an engine under test; closing them checks that no buffer was lost and no handler threw. */
final class Loops implements AutoCloseable {
    static final EngineSettings SETTINGS = new EngineSettings(16384, 64, 200, true, 64);

    final Engine engine;
    final List<Loop> all = new ArrayList<>();
    final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private long expectedBugs;

    Loops(Engine engine, int count) {
        this(engine, count, SETTINGS);
    }

    Loops(Engine engine, int count, EngineSettings settings) {
        this.engine = engine;
        for (var i = 0; i < count; i++) all.add(engine.loop(i, settings, bugs::add));
        all.forEach(Loop::start);
    }

    Loop first() {
        return all.getFirst();
    }

    /** Runs something on a loop and waits for its result. */
    static <T> T on(Loop loop, Callable<T> task) {
        var result = new CompletableFuture<T>();
        loop.send(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void run(Loop loop, Runnable task) {
        on(loop, () -> {
            task.run();
            return true;
        });
    }

    /** Listens on a loopback port, and accepts on every loop. */
    Listener listen(Acceptor acceptor) {
        return listen(loopback(0), acceptor);
    }

    Listener listen(Address address, Acceptor acceptor) {
        try {
            var listener = engine.listen(new ListenSpec(address, 1024, SocketOptions.NONE, -1, -1, -1));
            listeners.add(listener);
            for (var loop : all) run(loop, () -> loop.accept(listener, acceptor));
            return listener;
        } catch (ListenException e) {
            throw new AssertionError(e);
        }
    }

    static Address.Inet loopback(int port) {
        return new Address.Inet(new byte[] {127, 0, 0, 1}, port);
    }

    static int port(Listener listener) {
        return ((Address.Inet) listener.address()).port();
    }

    static Socket dial(Listener listener) throws Exception {
        var socket = new Socket();
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port(listener)), 30_000);
        return socket;
    }

    static SocketChannel dialUnix(String path) throws Exception {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path));
        return channel;
    }

    /** The test makes handlers throw on purpose. */
    void expectBugs(long count) {
        expectedBugs = count;
    }

    @Override
    public void close() {
        all.forEach(Loop::stop);
        for (var loop : all) {
            try {
                assertThat(loop.join(30_000)).as("loop ends").isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        listeners.forEach(Listener::close);
        if (expectedBugs == 0) assertThat(bugs).isEmpty();
        assertThat(all.stream().mapToLong(Loop::bugs).sum()).isEqualTo(expectedBugs);
        for (var loop : all) {
            assertThat(loop.buffers().taken())
                    .as("buffers of loop %d", loop.index())
                    .isZero();
            assertThat(loop.connections()).isZero();
        }
    }
}
