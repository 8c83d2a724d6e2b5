package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.base.memory.Buffers;
import headway.base.units.Address;
import headway.wire.engine.EngineContract.Giving;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("headway.wire.engine.EngineContract#engines")
class ConnectingContractTest {
    private static final int TEXT_AT = Buffers.constant("hello".getBytes());

    @Parameter
    Engine engine;

    private static Connection connect(Loop loop, Address to, Recorder recorder) {
        return connect(loop, new ConnectTarget(to, null, SocketOptions.NONE), recorder);
    }

    private static Connection connect(Loop loop, ConnectTarget target, Recorder recorder) {
        var made = new AtomicReference<Connection>();
        Loops.run(loop, () -> {
            var connection = loop.connect(target, recorder);
            assertThat(connection).as("socket").isNotNull();
            assertThat(recorder.events)
                    .as("nothing is told from inside connect")
                    .isEmpty();
            made.set(connection);
        });
        return made.get();
    }

    @Test
    void connectingIsToldAndThenBytesGoBothWays() throws Exception {
        var recorder = new Recorder();
        recorder.onConnected = connection -> connection.write(TEXT_AT, 5);
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var connection = connect(loops.first(), listener.address(), recorder);
            recorder.expect("connected");
            recorder.expect("bytes hello");
            assertThat(connection.remote()).isEqualTo(listener.address());
            assertThat(((Address.Inet) Loops.on(loops.first(), connection::local)).bytes())
                    .containsExactly(127, 0, 0, 1);
            Loops.run(loops.first(), connection::close);
        }
    }

    @Test
    void whatIsWrittenWhileConnectingIsSentAfterwards() throws Exception {
        var recorder = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            Loops.run(loops.first(), () -> {
                var target = new ConnectTarget(listener.address(), null, SocketOptions.NONE);
                var connection = loops.first().connect(target, recorder);
                assertThat(connection).isNotNull();
                connection.write(TEXT_AT, 5);
                connection.shutdownOutput();
            });
            recorder.expect("connected");
            recorder.await("bytes hello");
            recorder.expect("ended");
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        var port = 0;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var recorder = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            var connection = connect(loops.first(), Loops.loopback(port), recorder);
            recorder.expect("failed REFUSED");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    /** TEST-NET-1 of RFC 5737 from a loopback source: the kernel has no route for that. */
    @Test
    void anUnreachableAddressIsTold() throws Exception {
        var recorder = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            var there = new Address.Inet(new byte[] {(byte) 192, 0, 2, 1}, 9);
            var target = new ConnectTarget(there, Loops.loopback(0), SocketOptions.NONE);
            connect(loops.first(), target, recorder);
            assertThat(recorder.events.poll(10, java.util.concurrent.TimeUnit.SECONDS))
                    .startsWith("failed ");
        }
    }

    @Test
    void anAddressThatIsNotOursCannotBeTheSource() throws Exception {
        var recorder = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            var notOurs = new Address.Inet(new byte[] {(byte) 192, 0, 2, 1}, 0);
            connect(loops.first(), new ConnectTarget(listener.address(), notOurs, SocketOptions.NONE), recorder);
            recorder.expect("failed NO_LOCAL_PORT");
        }
    }

    @Test
    void theSourceAddressIsUsed() throws Exception {
        var recorder = new Recorder();
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(acceptor);
            var source = new Address.Inet(new byte[] {127, 0, 0, 77}, 0);
            var options = new SocketOptions(Map.of(SocketOption.KEEPALIVE, 1, SocketOption.NO_DELAY, 1), null, null);
            connect(loops.first(), new ConnectTarget(listener.address(), source, options), recorder);
            recorder.expect("connected");
            assertThat(((Address.Inet) acceptor.client().remote()).bytes()).containsExactly(127, 0, 0, 77);
        }
    }

    @Test
    void closingWhileConnectingTellsNothing() throws Exception {
        var recorder = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo()));
            Loops.run(loops.first(), () -> {
                var connection = loops.first()
                        .connect(new ConnectTarget(listener.address(), null, SocketOptions.NONE), recorder);
                assertThat(connection).isNotNull();
                connection.close();
            });
            Loops.run(loops.first(), () -> {});
            recorder.expectNothing();
        }
    }

    @Test
    void unixSocketsServeAndConnect(@TempDir Path folder) throws Exception {
        var path = folder.resolve("listen.sock").toString();
        var recorder = new Recorder();
        recorder.onConnected = connection -> connection.write(TEXT_AT, 5);
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 1)) {
            loops.listen(new Address.Unix(path), acceptor);
            connect(loops.first(), new Address.Unix(path), recorder);
            recorder.expect("connected");
            recorder.expect("bytes hello");
            assertThat(acceptor.client().remote()).isEqualTo(new Address.Unix(path));
            try (var other = Loops.dialUnix(path)) {
                other.write(ByteBuffer.wrap("again".getBytes()));
                var answer = ByteBuffer.allocate(5);
                while (answer.hasRemaining() && other.read(answer) >= 0) {}
                assertThat(answer.array()).isEqualTo("again".getBytes());
            }
        }
    }

    @Test
    void aUnixSocketHasItsModeAndTakesThePlaceOfAnOldOne(@TempDir Path folder) throws Exception {
        var path = folder.resolve("listen.sock");
        Files.writeString(path, "left behind");
        var spec = new ListenSpec(new Address.Unix(path.toString()), 16, SocketOptions.NONE, 0600, -1, -1);
        engine.listen(spec).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing beside it").containsExactly(path);
        }
    }

    @Test
    void aUnixSocketThatCannotBeIsNamedAndLeavesNothing(@TempDir Path folder) throws Exception {
        var path = folder.resolve("taken");
        Files.createDirectories(path.resolve("by a folder"));
        var spec = new ListenSpec(new Address.Unix(path.toString()), 16, SocketOptions.NONE, -1, -1, -1);
        assertThatThrownBy(() -> engine.listen(spec)).isInstanceOf(ListenException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void aUnixSocketThatIsNotThereRefuses(@TempDir Path folder) throws Exception {
        var recorder = new Recorder();
        try (var loops = new Loops(engine, 1)) {
            connect(loops.first(), new Address.Unix(folder.resolve("none").toString()), recorder);
            recorder.expect("failed REFUSED");
        }
    }

    @Test
    void ipv6WorksAsIpv4Does() throws Exception {
        var localhost = new byte[16];
        localhost[15] = 1;
        var recorder = new Recorder();
        recorder.onConnected = connection -> connection.write(TEXT_AT, 5);
        var acceptor = new Giving(Recorder.echo());
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Address.Inet(localhost, 0), acceptor);
            connect(loops.first(), listener.address(), recorder);
            recorder.expect("connected");
            recorder.expect("bytes hello");
            assertThat(((Address.Inet) acceptor.client().remote()).bytes()).isEqualTo(localhost);
        }
    }
}
