package headway.quality.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code tune.buffers.limit}: who begins something while too much memory is in use waits, who has begun goes on, and all are answered. */
class BufferWaitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CLIENTS = 80;
    private static final String HALF = "GET / HTTP/1.1\r\nhost: h\r\nx-long: " + "x".repeat(900);
    private static final String OTHER_HALF = "\r\nconnection: close\r\n\r\n";

    private static String file(Path api, String global) {
        return """
                global
                    nbthread 1
                    stats socket %s level admin
                    %s
                defaults
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                frontend f
                    mode http
                    bind 127.0.0.1:@http@
                    http-request return status 200
                frontend t
                    mode tcp
                    bind 127.0.0.1:@tcp@
                    tcp-request inspect-delay 20s
                    tcp-request content reject if { req.len gt 1000 }
                    default_backend nobody
                backend nobody
                    mode tcp
                """.formatted(api, global);
    }

    static Stream<Binary> headways() {
        return Stream.of(Binary.headway(), Binary.headway().with("-de"));
    }

    @ParameterizedTest
    @MethodSource("headways")
    void whoBeginsWhileBuffersAreShortWaitsForThoseThatHaveBegun(Binary binary)
            throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            // Four of 16 KiB, and each half of a request needs 1 KiB.
            var proxy = lab.start(binary, file(api(lab), "tune.buffers.limit 4"));
            List<RawConnection> clients = new ArrayList<>();
            for (var i = 0; i < CLIENTS; i++) {
                clients.add(lab.connect(proxy, "http"));
                clients.getLast().send(HALF);
            }
            awaitWaits(lab, CLIENTS - 64);
            var raw = lab.connect(proxy, "tcp");
            raw.send("x".repeat(1001));
            awaitWaits(lab, CLIENTS - 63);

            for (var client : clients) client.send(OTHER_HALF);
            for (var client : clients) {
                client.awaitEnding(PATIENCE);
                assertThat(client.received()).startsWith("HTTP/1.1 200 ");
            }
            raw.awaitEnding(PATIENCE);
        }
    }

    @ParameterizedTest
    @MethodSource("headways")
    void withoutALimitNobodyWaits(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var proxy = lab.start(binary, file(api(lab), ""));
            List<RawConnection> clients = new ArrayList<>();
            for (var i = 0; i < CLIENTS; i++) {
                clients.add(lab.connect(proxy, "http"));
                clients.getLast().send(HALF);
            }
            var last = lab.connect(proxy, "http");
            last.send(HALF + OTHER_HALF);
            last.awaitEnding(PATIENCE);

            assertThat(waits(lab)).isZero();
        }
    }

    private static void awaitWaits(Lab lab, int wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waits(lab)).isEqualTo(wanted));
    }

    private static int waits(Lab lab) throws IOException {
        await().until(() -> Files.exists(api(lab)));
        return Api.ask(api(lab), "show info\n")
                .lines()
                .filter(line -> line.startsWith("BufferWaits: "))
                .mapToInt(line -> Integer.parseInt(line.substring("BufferWaits: ".length())))
                .sum();
    }

    private static Path api(Lab lab) {
        return lab.folder().resolve("api");
    }
}
