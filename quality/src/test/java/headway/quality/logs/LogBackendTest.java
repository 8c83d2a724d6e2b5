package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.SyslogSink;
import headway.testkit.TcpServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Backends in {@code mode log}: which server gets which message. HAProxy 2.6 has none, so the manual is the measure. */
class LogBackendTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TcpServer.Conversation SILENT =
            (_, connection) -> connection.awaitEnding(PATIENCE.multipliedBy(6));

    private static Program start(Lab lab, String backend) throws Exception {
        lab.http("origin");
        return lab.start(Binary.headway(), """
                global
                    stats socket %s level admin
                defaults
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                listen web
                    mode http
                    bind 127.0.0.1:@web@
                    option httplog
                    log backend@pool format raw local0
                    server s 127.0.0.1:@origin@
                backend pool
                    mode log
                """.formatted(lab.folder().resolve("api")) + backend);
    }

    @Test
    void messagesGoInTurnByWeight() throws Exception {
        try (var lab = new Lab()) {
            var one = lab.syslog("one");
            var two = lab.syslog("two");
            var proxy = start(lab, """
                        balance roundrobin
                        server a udp@127.0.0.1:@one@ weight 20
                        server b udp@127.0.0.1:@two@ weight 10
                    """);
            var client = lab.client(proxy, "web");
            for (var i = 0; i < 9; i++) client.get("/" + i);
            await().atMost(PATIENCE)
                    .until(() -> one.lines().size() + two.lines().size() == 9);
            assertThat(one.lines()).hasSize(6);
            assertThat(two.lines()).hasSize(3);
        }
    }

    @Test
    void aStickyServerStaysUntilItGoesDownAndDoesNotComeBack() throws Exception {
        try (var lab = new Lab()) {
            var one = lab.syslog("one");
            var two = lab.syslog("two");
            var api = lab.folder().resolve("api");
            var proxy = start(lab, """
                        balance sticky
                        server a udp@127.0.0.1:@one@
                        server b udp@127.0.0.1:@two@
                    """);
            var client = lab.client(proxy, "web");
            client.get("/1");
            assertThat(one.await(line -> line.contains("/1 "), PATIENCE)).isPresent();
            Api.ask(api, "disable server pool/a\n");
            client.get("/2");
            assertThat(two.await(line -> line.contains("/2 "), PATIENCE)).isPresent();
            Api.ask(api, "enable server pool/a\n");
            client.get("/3");
            assertThat(two.await(line -> line.contains("/3 "), PATIENCE)).isPresent();
            Api.ask(api, "disable server pool/b\n");
            client.get("/4");
            assertThat(one.await(line -> line.contains("/4 "), PATIENCE)).isPresent();
        }
    }

    /** As in the manual: the part in quotes is the key. */
    @Test
    void messagesAlikeInWhatIsHashedGoToTheSameServer() throws Exception {
        try (var lab = new Lab()) {
            var sinks = List.of(lab.syslog("one"), lab.syslog("two"), lab.syslog("three"));
            var proxy = start(lab, """
                        balance log-hash 'field(-2,\\")'
                        server a udp@127.0.0.1:@one@
                        server b udp@127.0.0.1:@two@
                        server c udp@127.0.0.1:@three@
                    """);
            for (var round = 0; round < 3; round++) {
                var client = lab.client(proxy, "web");
                for (var i = 0; i < 8; i++) client.get("/" + i);
            }
            await().atMost(PATIENCE)
                    .until(() -> sinks.stream().mapToInt(s -> s.lines().size()).sum() == 24);
            for (var i = 0; i < 8; i++) {
                var target = "GET /" + i + " ";
                var counts = sinks.stream()
                        .map(sink -> sink.lines().stream()
                                .filter(line -> line.contains(target))
                                .count())
                        .collect(Collectors.toSet());
                assertThat(counts).as(target).containsExactlyInAnyOrder(0L, 3L);
            }
            assertThat(sinks.stream().filter(LogBackendTest::isUsed)).hasSizeGreaterThan(1);
        }
    }

    private static boolean isUsed(SyslogSink sink) {
        return !sink.lines().isEmpty();
    }

    @Test
    void aStreamServerGetsItsMessagesThroughARing() throws Exception {
        try (var lab = new Lab()) {
            var server = lab.tcp("collector", SILENT);
            var proxy = start(lab, "    server a 127.0.0.1:@collector@ log-proto octet-count log-bufsize 32k\n");
            lab.client(proxy, "web").get("/counted");
            await().atMost(PATIENCE).until(() -> !server.connections().isEmpty());
            var connection = server.connections().getFirst();
            assertThat(connection.awaitText("/counted HTTP/1.1\"", PATIENCE)).isTrue();
            var text = connection.received();
            var blank = text.indexOf(' ');
            assertThat(text.length() - blank - 1).isEqualTo(Integer.parseInt(text.substring(0, blank)));
        }
    }

    @Test
    void withoutAServerMessagesAreCountedAsDropped() throws Exception {
        try (var lab = new Lab()) {
            lab.syslog("one");
            var proxy = start(lab, "    server a udp@127.0.0.1:@one@ disabled\n");
            lab.client(proxy, "web").get("/1");
            var api = lab.folder().resolve("api");
            await().atMost(PATIENCE).until(() -> Api.ask(api, "show info\n").contains("\nDroppedLogs: 1\n"));
        }
    }
}
