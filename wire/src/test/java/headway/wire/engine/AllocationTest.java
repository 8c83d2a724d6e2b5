package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.wire.engine.EngineContract.Giving;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** In the steady state a request costs no memory. */
class AllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 5_000;

    @Test
    void receivingAndSendingAllocateNothing() throws Exception {
        var recorder = new Recorder();
        recorder.quiet = true;
        recorder.eater = (connection, at, length, full) -> {
            connection.deadline(connection.loop().nanos() + 40_000_000_000L);
            connection.pause();
            connection.resume();
            if (length < 5) return 0;
            connection.write(at, 2, at + 2, length - 2);
            return length;
        };
        assertAllocatesNothing(recorder);
    }

    /** As a proxy does: the client's bytes go to a server connection and back. */
    @Test
    void relayingAllocatesNothing() throws Exception {
        try (var servers = new Loops(Engines.pick(true), 1)) {
            var server = servers.listen(new Giving(Recorder.echo()));
            assertAllocatesNothing(new Relay(server));
        }
    }

    private void assertAllocatesNothing(ConnectionHandler handler) throws Exception {
        try (var loops = new Loops(Engines.pick(true), 1)) {
            var listener = loops.listen(new Giving(handler));
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            var thread = Loops.on(loops.first(), () -> Thread.currentThread().threadId());
            try (var socket = Loops.dial(listener)) {
                exchange(socket, WARM_UP);
                var least = Long.MAX_VALUE;
                for (var attempt = 0; attempt < 5 && least > 0; attempt++) {
                    var before = threads.getThreadAllocatedBytes(thread);
                    exchange(socket, MEASURED);
                    least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
                }
                assertThat(least).as("bytes for %d exchanges", MEASURED).isZero();
            }
        }
    }

    private static void exchange(Socket socket, int count) throws IOException {
        var hello = "hello".getBytes();
        var answer = new byte[5];
        for (var i = 0; i < count; i++) {
            socket.getOutputStream().write(hello);
            if (socket.getInputStream().readNBytes(answer, 0, 5) < 5) throw new IOException("ended");
        }
    }

    /** Relays one client to one server. */
    private static final class Relay implements ConnectionHandler {
        private final Listener server;
        private Connection client;
        private Connection target;

        Relay(Listener server) {
            this.server = server;
        }

        @Override
        public int bytes(Connection connection, int at, int length, boolean full) {
            if (target == null) {
                client = connection;
                target = connection.loop().connect(new ConnectTarget(server.address(), null, SocketOptions.NONE), this);
            }
            var other = connection == client ? target : client;
            other.write(at, length);
            connection.deadline(connection.loop().nanos() + 40_000_000_000L);
            return length;
        }

        @Override
        public void room(Connection connection) {}

        @Override
        public void ended(Connection connection) {
            client.close();
            target.close();
        }

        @Override
        public void failed(Connection connection, NetworkFailure failure) {}

        @Override
        public void expired(Connection connection) {}
    }
}
