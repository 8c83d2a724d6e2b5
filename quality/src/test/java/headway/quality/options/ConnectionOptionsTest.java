package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Ending;
import headway.testkit.HttpServer;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers are told about their connections, and what becomes of these. */
class ConnectionOptionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE = """
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            listen plain
                bind 127.0.0.1:@plain@
                option http-server-close
                server s 127.0.0.1:@origin@
            listen pretending
                bind 127.0.0.1:@pretending@
                option http-server-close
                option http-pretend-keepalive
                server s 127.0.0.1:@origin@
            listen closing
                bind 127.0.0.1:@closing@
                option httpclose
                option http-pretend-keepalive
                server s 127.0.0.1:@origin@
            listen proxied
                bind 127.0.0.1:@proxied@
                option http-use-proxy-header
                server s 127.0.0.1:@origin@
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aServerIsNotToldOfTheCloseWithPretendKeepalive(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var origin = lab.http("origin");
            var proxy = lab.start(binary, FILE);

            askTwice(lab, proxy, "plain");
            askTwice(lab, proxy, "pretending");

            assertThat(connectionFields(origin))
                    .containsExactly(List.of("close"), List.of("close"), List.of(), List.of());
            assertThat(origin.accepted())
                    .as("each connection serves one request")
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void anOldRequestIsKeptAliveInPretence(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var origin = lab.http("origin");
            var client = lab.connect(lab.start(binary, FILE), "closing");

            client.send("GET / HTTP/1.0\r\nconnection: keep-alive\r\n\r\n");

            assertThat(client.awaitEnding(PATIENCE)).isEqualTo(Ending.CLOSED);
            assertThat(client.received()).contains("connection: close");
            assertThat(connectionFields(origin)).containsExactly(List.of("keep-alive"));
        }
    }

    /** The manual says more of this option, but the real one looks at Connection all the same. */
    @ParameterizedTest
    @MethodSource("programs")
    void theConnectionFieldCountsWithUseProxyHeader(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var origin = lab.http("origin");
            var proxy = lab.start(binary, FILE);
            var client = lab.client(proxy, "proxied");

            client.exchange("GET http://h/ HTTP/1.1\r\nhost: h\r\nproxy-connection: close\r\n\r\n");
            assertThat(client.exchange("GET http://h/ HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n")
                            .field("connection"))
                    .isEqualTo("close");

            assertThat(client.connection().awaitEnding(PATIENCE)).isEqualTo(Ending.CLOSED);
            assertThat(origin.requests().getFirst().message().all("proxy-connection"))
                    .containsExactly("close");
        }
    }

    private static void askTwice(Lab lab, Program proxy, String port) throws IOException {
        var client = lab.client(proxy, port);
        for (var i = 0; i < 2; i++) assertThat(client.get("/").status()).isEqualTo(200);
    }

    private static List<List<String>> connectionFields(HttpServer origin) {
        return origin.requests().stream()
                .map(seen -> seen.message().all("connection"))
                .toList();
    }
}
