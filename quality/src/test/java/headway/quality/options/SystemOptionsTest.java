package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the system is asked for of sockets, as {@code ss} shows it. */
class SystemOptionsTest {
    private static final int MUCH = 32 << 20;
    private static final String FILE = """
            global
                tune.sndbuf.backend 40000
                tune.rcvbuf.frontend 50000
                tune.sndbuf.client 60000
                tune.sndbuf.server 70000
            defaults
                mode http
                log 127.0.0.1:@sink@ local0
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            listen main
                bind 127.0.0.1:@one@ cc reno
                bind 127.0.0.1:@two@ cc nobody
                server s 127.0.0.1:@origin@ cc reno
            log-forward f
                dgram-bind 127.0.0.1:LOGS
                log 127.0.0.1:@sink@ local0
            """;

    @BeforeEach
    void whereSocketsCanBeLookedAt() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ss")), "no ss here");
        var other = Files.readString(Path.of("/proc/sys/net/ipv4/tcp_congestion_control"));
        assumeTrue(!other.strip().equals("reno"), "the system's default is what is asked for");
    }

    @Test
    void sizesAndCongestionControlAreAsTheFileSays() throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var origin = lab.http("origin");
            var sink = lab.syslog("sink");
            var logs = Lab.freePort();
            var proxy = lab.start(Binary.headway(), FILE.replace("LOGS", "" + logs));
            var client = lab.client(proxy, "one");
            assertThat(client.get("/").status()).isEqualTo(200);
            var plain = lab.client(proxy, "two");
            assertThat(plain.get("/").status()).isEqualTo(200);

            // The system doubles what it is asked for.
            assertThat(socket(proxy, "tcp", "sport = :" + proxy.port("one")))
                    .contains("tb120000")
                    .contains(" reno ");
            assertThat(socket(proxy, "tcp", "sport = :" + proxy.port("two")))
                    .contains("tb120000")
                    .doesNotContain(" reno ");
            assertThat(socket(proxy, "tcp", "dport = :" + origin.port()))
                    .contains("tb140000")
                    .contains(" reno ");
            assertThat(socket(proxy, "udp", "sport = :" + logs)).contains("rb100000");
            assertThat(socket(proxy, "udp", "dport = :" + sink.port())).contains("tb80000");
            assertThat(proxy.said()).contains("cannot control congestion by 'nobody', the system's default stays");
        }
    }

    private static final String LOW = """
            global
                LIMIT
            defaults
                mode tcp
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            listen main
                bind 127.0.0.1:@one@
                server s 127.0.0.1:@origin@
            """;

    /** Who does not read gets as much as his window takes, and behind that no more than was asked for waits in the system. */
    @Test
    void whatIsNotSentYetIsLimited() throws Exception {
        for (var limit : List.of("tune.notsent-lowat.client 8k", "tune.notsent-lowat.server 8k")) {
            try (var lab = new Lab()) {
                var towardsClient = limit.contains("client");
                var origin = lab.tcp("origin", (_, connection) -> {
                    connection.pauseReading(true);
                    if (towardsClient) connection.send(new byte[MUCH]);
                });
                var proxy = lab.start(Binary.headway(), LOW.replace("LIMIT", limit));
                var client = lab.connect(proxy, "one");
                client.pauseReading(true);
                if (!towardsClient) Thread.ofVirtual().start(() -> client.send(new byte[MUCH]));
                var sender = towardsClient ? "dport = :" + origin.port() : "sport = :" + proxy.port("one");
                var receiver = towardsClient ? "sport = :" + proxy.port("one") : "dport = :" + origin.port();
                // As long as the proxy reads, more may come.
                await().until(() ->
                        received(socket(proxy, "tcp", sender)) > 0 && notSent(socket(proxy, "tcp", receiver)) > 0);

                assertThat(notSent(socket(proxy, "tcp", receiver))).as(limit).isBetween(1L, 8192L + (64 << 10));
            }
        }
    }

    private static long received(String line) {
        return line.isBlank() ? 0 : Long.parseLong(line.strip().split(" +")[0]);
    }

    private static long notSent(String line) {
        var found = Pattern.compile("notsent:(\\d+)").matcher(line);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String socket(Program proxy, String kind, String filter) throws IOException, InterruptedException {
        var state = kind.equals("tcp") ? List.of("state", "established") : List.<String>of("-a");
        var command = new ArrayList<>(List.of("/usr/bin/ss", "-n", "-m", "-i", "-p", "-O", "--" + kind));
        command.addAll(state);
        command.add(filter);
        var ss = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("pid=" + proxy.pid() + ","))
                .toList();
        ss.waitFor();
        return String.join("\n", lines);
    }
}
