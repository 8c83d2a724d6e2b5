package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.base.diagnostic.Position;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.model.LogRing;
import headway.language.model.LogTarget.LogForm;
import headway.operate.log.RingForwarder.RingServer;
import headway.testkit.TcpServer;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.Engines;
import headway.wire.engine.Loop;
import headway.wire.engine.SocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ring's messages on their way to a server, by both engines. */
class ForwarderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TcpServer.Conversation SILENT =
            (_, connection) -> connection.awaitEnding(PATIENCE.multipliedBy(6));
    private static final int AT = Buffers.reserve(2048);

    private final List<Loop> loops = new ArrayList<>();

    private MessageRing forwarding(boolean epoll, TcpServer server, boolean countsOctets, int size) {
        var model = new LogRing(Position.NOWHERE, "r", "r", LogForm.RAW, 1024, size, null, 0, 0, List.of());
        var ring = new MessageRing(model);
        var loop = Engines.pick(epoll).loop(0, new EngineSettings(16_384, 64, 200, false, 0));
        loops.add(loop);
        var address = new Address.Inet(new byte[] {127, 0, 0, 1}, server.port());
        var target = new ConnectTarget(address, null, SocketOptions.NONE);
        new RingForwarder(ring, new RingServer(target, countsOctets), loop).start();
        loop.start();
        return ring;
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var loop : loops) {
            loop.stop();
            loop.join(5_000);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messagesArriveInTheirOrderAndFramed(boolean epoll) throws Exception {
        try (var server = new TcpServer("lines", SILENT)) {
            var ring = forwarding(epoll, server, false, 4096);
            put(ring, "one");
            await().atMost(PATIENCE).until(() -> !server.connections().isEmpty());
            put(ring, "two");
            put(ring, "three");
            assertThat(server.connections().getFirst().awaitText("three\n", PATIENCE))
                    .isTrue();
            assertThat(server.connections().getFirst().received()).isEqualTo("one\ntwo\nthree\n");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countedMessagesSayTheirLengthFirst(boolean epoll) throws Exception {
        try (var server = new TcpServer("counted", SILENT)) {
            var ring = forwarding(epoll, server, true, 4096);
            put(ring, "one");
            put(ring, "x".repeat(120));
            await().atMost(PATIENCE).until(() -> !server.connections().isEmpty());
            assertThat(server.connections().getFirst().awaitMoreThan(127, PATIENCE))
                    .isTrue();
            assertThat(server.connections().getFirst().received()).isEqualTo("3 one120 " + "x".repeat(120));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatComesBackGetsWhatWasWrittenMeanwhile(boolean epoll) throws Exception {
        try (var server = new TcpServer("restarted", SILENT)) {
            var ring = forwarding(epoll, server, false, 4096);
            put(ring, "before");
            await().atMost(PATIENCE).until(() -> !server.connections().isEmpty());
            assertThat(server.connections().getFirst().awaitText("before\n", PATIENCE))
                    .isTrue();
            server.kill();
            await().atMost(PATIENCE).until(() -> loops.getFirst().connections() == 0);
            put(ring, "meanwhile");
            server.restart();
            await().atMost(PATIENCE)
                    .until(() -> server.connections().stream()
                            .anyMatch(c -> c.received().contains("meanwhile\n")));
            assertThat(ring.dropped()).isZero();
        }
    }

    /** The loss is told in its place, before the first message that had room again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatTakesNothingLosesMessagesAndIsToldHowMany(boolean epoll) throws Exception {
        try (var server = new TcpServer("stuck", SILENT)) {
            server.pause(true);
            var ring = forwarding(epoll, server, false, 1 << 16);
            var header = new SyslogHeader(LogForm.RAW, 16, "", "haproxy", 1);
            var outlet = new RingOutlet(ring, 1024, header, new LogClock(ZoneOffset.UTC));
            await().atMost(PATIENCE).until(() -> !server.connections().isEmpty());
            var sent = 0;
            while (ring.dropped() == 0) sent = send(outlet, "message " + sent + " " + "x".repeat(900), sent);
            for (var i = 0; i < 10; i++) sent = send(outlet, "message " + sent + " " + "x".repeat(900), sent);
            server.pause(false);
            await().atMost(PATIENCE).until(() -> ring.length(ring.end()) < 0 && isRead(server));
            send(outlet, "the last one", sent);
            var connection = server.connections().getFirst();
            assertThat(connection.awaitText("the last one\n", PATIENCE)).isTrue();
            var lines = connection.received().lines().toList();
            var messages =
                    lines.stream().filter(line -> line.startsWith("message ")).count();
            var lost = lines.stream()
                    .filter(line -> line.endsWith(" dropped"))
                    .mapToLong(line -> Long.parseLong(line.split(" ")[0]))
                    .sum();
            assertThat(lost).isPositive();
            assertThat(messages + lost).isEqualTo(sent);
            assertThat(ring.dropped()).isZero();
        }
    }

    /** Nothing more comes. */
    private static boolean isRead(TcpServer server) {
        return server.connections().getFirst().quietNanos() > 300_000_000L;
    }

    private static int send(RingOutlet outlet, String text, int sent) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(AT, bytes);
        outlet.send(AT, bytes.length, AT);
        return sent + 1;
    }

    private static void put(MessageRing ring, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(AT, bytes);
        assertThat(ring.put(AT, bytes.length)).isTrue();
    }
}
