package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Ending;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code option idle-close-on-response}: an idle client has one more response before a soft stop ends its connection. */
class SoftStopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String FILE = """
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            listen main
                bind 127.0.0.1:@front@
                option idle-close-on-response
                server s 127.0.0.1:@origin@
            listen other
                bind 127.0.0.1:@closing@
                server s 127.0.0.1:@origin@
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theNextResponseClosesAnIdleConnection(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            var program = lab.start(binary, FILE);
            try (KeepAliveClient client = lab.client(program, "front");
                    KeepAliveClient other = lab.client(program, "closing")) {
                client.get("/1");
                other.get("/1");
                program.signal("USR1");
                assertThat(other.connection().awaitEnding(PATIENCE)).isEqualTo(Ending.CLOSED);
                var last = client.get("/2");
                assertThat(last.status()).isEqualTo(200);
                assertThat(last.field("connection")).isEqualTo("close");
                assertThat(client.connection().awaitEnding(PATIENCE)).isEqualTo(Ending.CLOSED);
            }
        }
    }
}
