package headway.quality.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A system that gives fewer descriptors than {@code maxconn} needs, and a program that runs out of them. */
class DescriptorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ALLOWED = 60;
    private static final String FILE = """
            global
                maxconn 100
                nbthread 1
                @strict@
                log 127.0.0.1:@sink@ local0
            defaults
                mode http
                log global
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend f
                bind 127.0.0.1:@in@
                http-request return status 200
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @BeforeEach
    void whereNotEvenRootMayHaveMore() throws IOException, InterruptedException {
        var raised = new ProcessBuilder("sh", "-c", "ulimit -n 60; ulimit -n 100").start();
        assumeFalse(raised.waitFor() == 0, "the system gives this user as many descriptors as it likes");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void itDoesNotStartWithFewerThanMaxconnNeeds(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var file = lab.folder().resolve("strict.cfg");
            Files.writeString(
                    file, FILE.replace("@strict@", "").replace("@sink@", "9").replace("@in@", "" + Lab.freePort()));
            var process = new ProcessBuilder(limited(lab, binary).path().toString(), "-db", "-f", file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(said)
                    .containsPattern("\\[ALERT]    \\(\\d+\\) : \\[\\S+[.]main\\(\\)] "
                            + "Cannot raise FD limit to \\d+, limit is 60\\.");
        }
    }

    /** Clients for whom there is no descriptor wait in the system's queue until others leave. */
    @ParameterizedTest
    @MethodSource("programs")
    void withoutStrictLimitsItStartsAndSaysWhenItRunsOut(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var sink = lab.syslog("sink");
            var proxy = lab.start(limited(lab, binary), FILE.replace("@strict@", "no strict-limits"));
            assertThat(lab.client(proxy, "in").get("/").status()).isEqualTo(200);
            assertThat(proxy.said())
                    .containsPattern(
                            "\\[WARNING]  \\(\\d+\\) : \\[\\S+[.]main\\(\\)] Cannot raise FD limit to \\d+, limit is 60\\.")
                    .containsPattern(
                            "\\[ALERT]    \\(\\d+\\) : \\[\\S+[.]main\\(\\)] FD limit \\(60\\) too low for maxconn=100/maxsock=\\d+\\. "
                                    + "Please raise 'ulimit-n' to \\d+ or more to avoid any trouble\\.");
            List<RawConnection> clients = new ArrayList<>();
            for (var i = 0; i < ALLOWED; i++) clients.add(lab.connect(proxy, "in"));
            var told = "(?s)<128>.*: Proxy f reached process FD limit \\(maxsock=\\d+\\)\\. "
                    + "Please check 'ulimit-n' and restart\\.\\s*";
            assertThat(sink.await(line -> line.matches(told), PATIENCE)).isPresent();

            for (var client : clients) client.send("GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n");
            for (var client : clients) {
                client.awaitEnding(PATIENCE);
                assertThat(client.received()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    private static Binary limited(Lab lab, Binary binary) throws IOException {
        var script = lab.folder().resolve("limited");
        Files.writeString(script, "#!/bin/sh\nulimit -n " + ALLOWED + "\nexec " + binary.path() + " \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return new Binary(binary.name(), script, List.of());
    }
}
