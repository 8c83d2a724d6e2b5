package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code option http-no-delay}: what Headway does with it and without it, and HAProxy with it. */
class DelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PIECES = 5;

    private static String file(String line) {
        return """
                listen main
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                    bind 127.0.0.1:@front@
                    %s
                    server s 127.0.0.1:@origin@
                """.formatted(line);
    }

    /** A program with the line that it needs. */
    record Setting(Binary binary, String line) {}

    static Stream<Setting> settings() {
        return Stream.concat(
                Binary.haproxy().map(real -> new Setting(real, "option http-no-delay")).stream(),
                Stream.of(
                        new Setting(Binary.headway(), "option http-no-delay"),
                        new Setting(Binary.headway(), ""),
                        new Setting(Binary.headway().with("-de"), "")));
    }

    /** Client and server speak in turn, each piece in answer to the one before, within one exchange. */
    @ParameterizedTest
    @MethodSource("settings")
    void everyPieceIsPassedOnBeforeTheNextIsThere(Setting setting) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.tcp("origin", DelayTest::answerPieceByPiece);
            var client = lab.connect(lab.start(setting.binary(), file(setting.line())), "front");

            client.send("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 15\r\n\r\n");
            for (var i = 0; i < PIECES; i++) {
                client.send("<" + i + ">");
                assertThat(client.awaitText("[" + i + "]", PATIENCE))
                        .as("piece %d, and so far %s", i, client.received())
                        .isTrue();
            }
        }
    }

    private static void answerPieceByPiece(int number, RawConnection connection) {
        connection.awaitText("\r\n\r\n", PATIENCE);
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n");
        for (var i = 0; i < PIECES && connection.awaitText("<" + i + ">", PATIENCE); i++)
            connection.send("[" + i + "]");
    }
}
