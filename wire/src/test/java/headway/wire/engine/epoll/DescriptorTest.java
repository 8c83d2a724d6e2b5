package headway.wire.engine.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.Engines;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SocketOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this engine does with descriptors: inherited ones, too few of them, datagrams. */
class DescriptorTest {
    private final EpollEngine engine = new EpollEngine();
    private final Kernel kernel = new Kernel();
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void onlyWithEpoll() {
        assumeTrue(Engines.pick(true).name().equals("epoll"), "no epoll here");
    }

    private final Acceptor acceptor = new Acceptor() {
        @Override
        public ConnectionHandler accepted(Connection connection) {
            told.add("accepted");
            connection.close();
            return null;
        }

        @Override
        public void exhausted(NetworkFailure failure) {
            told.add("exhausted " + failure);
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    };

    private static ListenSpec spec(Address address) {
        return new ListenSpec(address, 16, SocketOptions.NONE, -1, -1, -1);
    }

    private static Address.Inet anyPort() {
        return new Address.Inet(new byte[] {127, 0, 0, 1}, 0);
    }

    private Loop loop() {
        var loop = engine.loop(0, new EngineSettings(16384, 64, 200, true, 64));
        loop.start();
        return loop;
    }

    private void expect(String what) throws InterruptedException {
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(what);
    }

    @Test
    void anInheritedListenerIsListenedOnOnce() throws Exception {
        var original = (EpollListener) new EpollEngine().listen(spec(anyPort()));
        var adopted = engine.listen(spec(new Address.Descriptor(original.fd)));
        assertThat(adopted.address()).isEqualTo(original.address());
        assertThatThrownBy(() -> engine.listen(spec(new Address.Descriptor(original.fd))))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("already");
        var loop = loop();
        loop.send(() -> loop.accept(adopted, acceptor));
        try (var _ = new Socket("127.0.0.1", ((Address.Inet) adopted.address()).port())) {
            expect("accepted");
        }
        loop.stop();
        assertThat(loop.join(10_000)).isTrue();
        adopted.close();
    }

    @Test
    void aDescriptorThatDoesNotListenIsRefused() {
        assertThatThrownBy(() -> engine.listen(spec(new Address.Descriptor(9999))))
                .isInstanceOf(ListenException.class)
                .hasMessage("descriptor 9999 is not a listening socket");
    }

    @Test
    void anAddressInUseIsNamedInTheKernelsWords() throws Exception {
        var first = engine.listen(spec(anyPort()));
        assertThatThrownBy(() -> engine.listen(spec(first.address())))
                .hasMessage("cannot bind socket (Address already in use)");
        first.close();
    }

    /** In a process of its own, since a limit on descriptors holds for all of it: not even classes can be loaded then. */
    @Test
    void whenDescriptorsAreShortTheListenerPausesAndRecovers() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var path = System.getProperty("java.class.path");
        var child = new ProcessBuilder(
                        java,
                        "-ea",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        ShortOfDescriptors.class.getName())
                .redirectErrorStream(true)
                .start();
        var told = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(told.lines().distinct()).containsExactly("accepted", "exhausted NO_DESCRIPTORS", "accepted again");
    }

    @Test
    void abstractSocketsListenAndConnect() throws Exception {
        var name =
                new Address.Abstract("headway-test-" + ProcessHandle.current().pid());
        var listener = engine.listen(spec(name));
        assertThat(listener.address()).isEqualTo(name);
        var sockets = new Sockets(kernel);
        var fd = sockets.socket(SocketAddresses.AF_UNIX, Sockets.SOCK_STREAM);
        assertThat(sockets.connect(fd, name)).isZero();
        var loop = loop();
        loop.send(() -> loop.accept(listener, acceptor));
        expect("accepted");
        sockets.close(fd);
        loop.stop();
        loop.join(10_000);
        listener.close();
    }

    @Test
    void datagramsArriveByUdpAndByUnixSocket(@TempDir Path folder) throws Exception {
        var textAt = Buffers.constant("<134>hello".getBytes());
        try (var receiver = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            var port = ((InetSocketAddress) receiver.getLocalAddress()).getPort();
            try (var sender = engine.datagrams(new Address.Inet(new byte[] {127, 0, 0, 1}, port))) {
                assertThat(sender.send(textAt, 10)).isTrue();
                var buffer = ByteBuffer.allocate(100);
                receiver.receive(buffer);
                assertThat(new String(buffer.array(), 0, buffer.position())).isEqualTo("<134>hello");
            }
        }
        var path = new Address.Unix(folder.resolve("log").toString());
        try (var sender = engine.datagrams(path)) {
            assertThat(sender.send(textAt, 10)).as("nobody is there").isFalse();
            var sockets = new Sockets(kernel);
            var fd = sockets.socket(SocketAddresses.AF_UNIX, Sockets.SOCK_DATAGRAM);
            assertThat(sockets.bind(fd, path)).isZero();
            assertThat(sender.send(textAt, 10)).as("now somebody is").isTrue();
            var at = Buffers.reserve(100);
            assertThat(kernel.call(Numbers.RECVFROM, fd, Slab.ADDRESS + at, 100, 0))
                    .isEqualTo(10);
            assertThat(Slab.text(at, 10)).isEqualTo("<134>hello");
            assertThat(sender.dropped()).isEqualTo(1);
            sockets.close(fd);
        }
    }

    @Test
    void aNamespaceThatIsNotThereIsNamed() {
        var options = new SocketOptions(Map.of(), null, "headway-nowhere");
        assertThatThrownBy(() -> engine.listen(new ListenSpec(anyPort(), 16, options, -1, -1, -1)))
                .hasMessage("cannot create a listening socket (No such file or directory)");
    }

    /** Needs the right to make a namespace; elsewhere it is passed over. */
    @Test
    void aSocketIsMadeInItsNamespaceAndTheThreadComesBack() throws Exception {
        var name = "headway-" + ProcessHandle.current().pid();
        assumeTrue(ip("netns", "add", name), "no right to make a network namespace");
        try {
            ip("-n", name, "link", "set", "lo", "up");
            var options = new SocketOptions(Map.of(), null, name);
            var inside = engine.listen(new ListenSpec(anyPort(), 16, options, -1, -1, -1));
            var outside = engine.listen(spec(inside.address()));
            assertThat(outside.address()).as("the same port is free outside").isEqualTo(inside.address());
            inside.close();
            outside.close();
        } finally {
            ip("netns", "del", name);
        }
    }

    private static boolean ip(String... words) throws Exception {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** What processors other than x86-64 use. */
    @Test
    void libcsSystemCallsTellTheirErrorsToo() {
        var errorAt = Buffers.reserve(8);
        var error = Slab.MEMORY.asSlice(errorAt, 4);
        assertThat(LibcCalls.call(error, errorAt, Numbers.CLOSE, 9999, 0, 0, 0, 0, 0))
                .isEqualTo(-9);
        assertThat(kernel.call(Numbers.CLOSE, 9999)).isEqualTo(-9);
        var fd = LibcCalls.call(error, errorAt, Numbers.EVENTFD2, 0, 0, 0, 0, 0, 0);
        assertThat(fd).isPositive();
        assertThat(kernel.call(Numbers.CLOSE, fd)).isZero();
    }
}
