package headway.quality.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpServer;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server connections that a client has for itself, and whether its next request goes to the last server: beside the real HAProxy. */
class LastServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SERVERS = "abc";

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    private static String file(Lab lab, String lines, String options) {
        return """
            global
                nbthread 1
                stats socket @folder@/api level user
            defaults
                mode http
                timeout connect 5s
                timeout client 40s
                timeout server 40s
                timeout queue 40s
            listen main
                bind 127.0.0.1:@front@
                balance roundrobin
                http-reuse never
                @lines@
                use-server a if { req.hdr(x-server) a }
                server a 127.0.0.1:@a@ @options@
                server b 127.0.0.1:@b@ @options@
                server c 127.0.0.1:@c@ @options@
            """.replace("@folder@", lab.folder().toString())
                .replace("@lines@", lines)
                .replace("@options@", options);
    }

    private static List<HttpServer> servers(Lab lab) throws IOException {
        var servers = new ArrayList<HttpServer>();
        for (var name : SERVERS.split("")) servers.add(lab.http(name, LastServerTest::answer));
        return servers;
    }

    private static HttpAnswer answer(HttpServer.Seen seen) {
        var answer = HttpAnswer.ok(seen.server());
        return seen.message().startLine().contains("/slow") ? answer.after(Duration.ofSeconds(3)) : answer;
    }

    private static String turns(KeepAliveClient client, int count) throws IOException {
        var turns = new StringBuilder();
        for (var i = 0; i < count; i++) turns.append(client.get("/").body());
        return turns.toString();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theLastServerIsPreferredWhenItIsAskedFor(Binary binary) throws IOException, InterruptedException {
        assertThat(turnsWith(binary, "")).isEqualTo("abcab");
        assertThat(turnsWith(binary, "option prefer-last-server")).isEqualTo("aaaaa");
        // Only a connection that nobody else may use ties the client to its server.
        assertThat(turnsWith(binary, "option prefer-last-server\n    http-reuse safe"))
                .isEqualTo("abcab");
        assertThat(turnsWith(binary, "option prefer-last-server\n    max-session-srv-conns 0"))
                .isEqualTo("abcab");
    }

    private static String turnsWith(Binary binary, String lines) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            servers(lab);
            try (var client = lab.client(lab.start(binary, file(lab, lines, "")), "front")) {
                return turns(client, 5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aClientKeepsOnlySoManyConnections(Binary binary) throws IOException, InterruptedException {
        for (var most : new int[] {-1, 0, 1, 2, 3}) {
            try (var lab = new Lab()) {
                var servers = servers(lab);
                var proxy = lab.start(binary, file(lab, "max-session-srv-conns " + most, ""));
                try (var client = lab.client(proxy, "front")) {
                    assertThat(turns(client, 3)).isEqualTo("abc");
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(servers.stream()
                                            .mapToLong(s -> s.sockets().openConnections())
                                            .sum())
                                    .as("max-session-srv-conns %d", most)
                                    .isEqualTo(Math.max(0, most)));
                }
            }
        }
    }

    /** One request is with the server and two wait for it. */
    @ParameterizedTest
    @MethodSource("programs")
    void aLongQueueIsNotWaitedFor(Binary binary) throws IOException, InterruptedException {
        assertThat(behindTwo(binary, "max-keep-alive-queue 0")).isEqualTo("b");
        assertThat(behindTwo(binary, "max-keep-alive-queue 2")).isEqualTo("b");
        assertThat(behindTwo(binary, "max-keep-alive-queue 3")).isEqualTo("a");
        assertThat(behindTwo(binary, "max-keep-alive-queue -1")).isEqualTo("a");
        assertThat(behindTwo(binary, "")).isEqualTo("a");
    }

    private static String behindTwo(Binary binary, String lines) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var first = servers(lab).getFirst();
            var proxy = lab.start(binary, file(lab, "option prefer-last-server\n    " + lines, "maxconn 1"));
            try (var client = lab.client(proxy, "front")) {
                assertThat(turns(client, 1)).isEqualTo("a");
                var others = new ArrayList<RawConnection>();
                for (var i = 0; i < 3; i++) {
                    others.add(lab.connect(proxy, "front"));
                    others.get(i).send("GET /slow HTTP/1.1\r\nhost: h\r\nx-server: a\r\n\r\n");
                    await().atMost(PATIENCE).until(() -> first.requests().size() == 2);
                }
                await().atMost(PATIENCE)
                        .until(() -> Api.ask(lab.folder().resolve("api"), "show stat\n")
                                .contains("\nmain,a,2,"));
                return client.get("/").body();
            }
        }
    }
}
