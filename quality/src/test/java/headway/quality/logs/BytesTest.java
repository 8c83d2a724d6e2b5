package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code %U} is what came over the wire for one request, whatever came with it. */
class BytesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FILE = """
            defaults
                mode http
                log 127.0.0.1:@sink@ local0
                log-format "<%HU> %U"
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend f
                bind 127.0.0.1:@in@
                http-request return status 200 if { path /here }
                default_backend b
            backend b
                server s 127.0.0.1:@node@
            """;
    private static final String HERE = "GET /here HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String THERE = "POST /there HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";

    static Stream<Binary> headways() {
        return Stream.of(Binary.headway(), Binary.headway().with("-de"));
    }

    @ParameterizedTest
    @MethodSource("headways")
    void requestsOfOnePacketAreCountedEachForItself(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var sink = lab.syslog("sink");
            lab.http("node");
            var proxy = lab.start(binary, FILE);
            try (var client = lab.connect(proxy, "in")) {
                client.send(HERE + HERE + THERE + HERE);
                var here = "</here> " + HERE.length();
                var there = "</there> " + THERE.length();
                assertThat(sink.await(line -> line.contains("</there>"), PATIENCE))
                        .isPresent();
                for (var i = 0; i < 1000 && sink.lines().size() < 4; i++) Thread.sleep(10);
                assertThat(sink.lines())
                        .map(line -> line.substring(line.indexOf('<', 1)).strip())
                        .containsExactly(here, here, there, here);
            }
        }
    }
}
