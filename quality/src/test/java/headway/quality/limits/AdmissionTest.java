package headway.quality.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
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

/** Who is not let in waits in the system's queue, and nobody is lost. */
class AdmissionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CLIENTS = 9;
    private static final String REQUEST = "GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n";

    private static String file(Path api, String global, String frontend) {
        return """
                global
                    nbthread 2
                    stats socket %s level admin
                    %s
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                frontend f
                    bind 127.0.0.1:@in@ %s
                    http-request return status 200
                """.formatted(api, global, frontend);
    }

    static Stream<Binary> headways() {
        return Stream.of(Binary.headway(), Binary.headway().with("-de"));
    }

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), headways());
    }

    /** HAProxy lets some more in when two threads accept at once. */
    @ParameterizedTest
    @MethodSource("headways")
    void noMoreSessionsBeginInASecondThanAFrontendAllows(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var proxy = start(lab, binary, file(api(lab), "", "\n    rate-limit sessions 4"));
            askAll(lab, proxy);

            var row = row(lab, "f,FRONTEND");

            assertThat(row[7]).as("stot").isEqualTo("" + CLIENTS);
            assertThat(row[34]).as("rate_lim").isEqualTo("4");
            assertThat(Integer.parseInt(row[35])).as("rate_max").isBetween(1, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("headways")
    void noMoreConnectionsAreAcceptedInASecondThanTheProcessAllows(Binary binary)
            throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var proxy = start(lab, binary, file(api(lab), "maxconnrate 4", ""));
            askAll(lab, proxy);

            assertThat(info(lab, "CumConns")).isEqualTo(CLIENTS);
            assertThat(info(lab, "ConnRateLimit")).isEqualTo(4);
            assertThat(info(lab, "MaxConnRate")).isBetween(1, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("headways")
    void noMoreSessionsBeginInASecondThanTheProcessAllows(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var proxy = start(lab, binary, file(api(lab), "maxsessrate 1000", ""));
            assertThat(Api.ask(api(lab), "set rate-limit sessions global 4\n").strip())
                    .isEmpty();
            askAll(lab, proxy);

            assertThat(info(lab, "SessRateLimit")).isEqualTo(4);
            assertThat(info(lab, "MaxSessRate")).isBetween(1, 4);
        }
    }

    /** Nine of them would take three seconds if they counted; that none waits cannot be seen, but that none counts can. */
    @ParameterizedTest
    @MethodSource("programs")
    void whoIsRejectedIsNoSession(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var rules = "\n    rate-limit sessions 4\n    tcp-request connection reject";
            var proxy = start(lab, binary, file(api(lab), "", rules));
            for (var i = 0; i < CLIENTS; i++) lab.connect(proxy, "in").awaitEnding(PATIENCE);

            var row = row(lab, "f,FRONTEND");

            assertThat(row[7]).as("stot").isEqualTo("0");
            assertThat(row[35]).as("rate_max").isEqualTo("0");
            assertThat(row[78]).as("conn_tot").isNotEqualTo("0");
        }
    }

    static Stream<String> places() {
        return Stream.of("global", "frontend", "bind");
    }

    /** Without a word about it the system keeps as many as may come in, here one. */
    @ParameterizedTest
    @MethodSource("places")
    void theNextClientComesInWhenOneLeaves(String place) throws IOException, InterruptedException {
        var global = place.equals("global") ? "maxconn 1" : "";
        var frontend = place.equals("frontend")
                ? "\n    maxconn 1\n    backlog 64"
                : place.equals("bind") ? "maxconn 1 backlog 64" : "";
        for (var binary : headways().toList()) {
            try (var lab = new Lab()) {
                var proxy = start(lab, binary, file(api(lab), global, frontend));
                askAll(lab, proxy);

                assertThat(row(lab, "f,FRONTEND")[5]).as("smax").isEqualTo("1");
                assertThat(row(lab, "f,FRONTEND")[7]).as("stot").isEqualTo("" + CLIENTS);
            }
        }
    }

    private static Program start(Lab lab, Binary binary, String file) throws IOException, InterruptedException {
        var proxy = lab.start(binary, file);
        // It is opened after the ports that the lab waits for.
        await().until(() -> Files.exists(api(lab)));
        return proxy;
    }

    /** All come at once, and all are answered. */
    private static void askAll(Lab lab, Program proxy) throws IOException {
        List<RawConnection> clients = new ArrayList<>();
        for (var i = 0; i < CLIENTS; i++) clients.add(lab.connect(proxy, "in"));
        for (var client : clients) client.send(REQUEST);
        for (var client : clients) {
            client.awaitEnding(PATIENCE);
            assertThat(client.received()).startsWith("HTTP/1.1 200 ");
        }
    }

    private static Path api(Lab lab) {
        return lab.folder().resolve("api");
    }

    private static int info(Lab lab, String name) throws IOException {
        return Api.ask(api(lab), "show info\n")
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 2)))
                .sum();
    }

    private static String[] row(Lab lab, String start) throws IOException {
        return Api.ask(api(lab), "show stat\n")
                .lines()
                .filter(line -> line.startsWith(start + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
    }
}
