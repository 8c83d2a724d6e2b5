package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Datagrams that a loop collects during a turn. */
@ParameterizedClass
@MethodSource("headway.wire.engine.EngineContract#engines")
class CollectingTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int AT = Buffers.reserve(70_000);

    @Parameter
    Engine engine;

    @Test
    void messagesOfATurnArriveWholeAndInTheirOrder() throws Exception {
        try (var loops = new Loops(engine, 1);
                var receiver = receiver(0);
                var sender = engine.datagrams(to(receiver.getLocalPort()))) {
            var expected = new ArrayList<String>();
            for (var i = 0; i < 150; i++) expected.add(i + " " + "x".repeat(i * 5));

            Loops.run(loops.first(), () -> {
                sender.collect(loops.first());
                for (var text : expected) assertThat(send(sender, text)).isTrue();
            });

            assertThat(receive(receiver, 150)).isEqualTo(expected);
            assertThat(sender.dropped()).isZero();
        }
    }

    @Test
    void aMessageTooLongToBeCollectedGoesBehindTheOthers() throws Exception {
        try (var loops = new Loops(engine, 1);
                var receiver = receiver(0);
                var sender = engine.datagrams(to(receiver.getLocalPort()))) {
            var texts = List.of("first", "l".repeat(40_000), "last");
            Loops.run(loops.first(), () -> {
                sender.collect(loops.first());
                for (var text : texts) send(sender, text);
            });
            assertThat(receive(receiver, 3)).isEqualTo(texts);
        }
    }

    @Test
    void aReceiverThatComesBackIsFoundAgain() throws Exception {
        int port;
        try (var gone = receiver(0)) {
            port = gone.getLocalPort();
        }
        try (var loops = new Loops(engine, 1);
                var sender = engine.datagrams(to(port))) {
            Loops.run(loops.first(), () -> sender.collect(loops.first()));
            for (var i = 0; i < 3; i++) Loops.run(loops.first(), () -> send(sender, "lost"));
            // The turn of the last one is over when the next message runs.
            Loops.run(loops.first(), () -> {});
            try (var back = receiver(port)) {
                Loops.run(loops.first(), () -> send(sender, "found"));
                assertThat(receive(back, 1)).containsExactly("found");
            }
        }
    }

    private static DatagramSocket receiver(int port) throws IOException {
        var socket = new DatagramSocket(null);
        socket.setReceiveBufferSize(1 << 20);
        socket.bind(new InetSocketAddress(LOOPBACK, port));
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static Address to(int port) {
        return new Address.Inet(new byte[] {127, 0, 0, 1}, port);
    }

    private static boolean send(DatagramSender sender, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(AT, bytes);
        return sender.send(AT, bytes.length);
    }

    private static List<String> receive(DatagramSocket socket, int count) throws IOException {
        var texts = new ArrayList<String>();
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        for (var i = 0; i < count; i++) {
            socket.receive(packet);
            texts.add(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1));
        }
        return texts;
    }
}
