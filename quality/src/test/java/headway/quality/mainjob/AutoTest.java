package headway.quality.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mode auto}: what does not begin like HTTP is relayed as it is. */
class AutoTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private Lab lab;

    @BeforeEach
    void begin() throws IOException {
        lab = new Lab();
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void otherBytesAreRelayed(Setting setting) throws IOException, InterruptedException {
        echoing();
        RawConnection client = lab.connect(lab.start(setting.binary(), setting.file("auto")), "front");

        client.send("\u0016\u0003\u0001 no HTTP");

        assertThat(client.awaitText("no HTTP", SOON)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void serverMaySpeakFirst(Setting setting) throws IOException, InterruptedException {
        for (String node : new String[] {"node1", "node2", "node3"}) {
            lab.tcp(node, (_, connection) -> connection.send("220 ready\r\n"));
        }
        RawConnection client = lab.connect(lab.start(setting.binary(), setting.file("auto")), "front");

        assertThat(client.awaitText("220 ready\r\n", SOON)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void firstLineInPiecesIsStillHttp(Setting setting) throws IOException, InterruptedException {
        lab.http("node1");
        lab.http("node2");
        lab.http("node3");
        Program proxy = lab.start(setting.binary(), setting.file("auto", "tcp-request inspect-delay 5s"));
        RawConnection client = lab.connect(proxy, "front");

        client.send("G");
        Thread.sleep(50);
        client.send("ET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(client.awaitText("node1 1", SOON)).isTrue();
        assertThat(client.awaitText("node2 1", SOON)).isTrue();
    }

    private void echoing() throws IOException {
        for (String node : new String[] {"node1", "node2", "node3"}) {
            lab.tcp(node, (_, connection) -> {
                connection.awaitMoreThan(0, SOON);
                connection.send(connection.received());
            });
        }
    }
}
