package headway.quality.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Ending;
import headway.testkit.HttpServer;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends an idle connection, on either side, and what does not. */
class IdleTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private Lab lab;
    private List<HttpServer> nodes;

    @BeforeEach
    void startNodes() throws IOException {
        lab = new Lab();
        nodes = List.of(lab.http("node1"), lab.http("node2"), lab.http("node3"));
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void silentFirstRequestGetsA408(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http", "timeout http-request 300ms"));
        RawConnection client = lab.connect(proxy, "front");

        assertThat(client.awaitEnding(SOON)).isEqualTo(Ending.CLOSED);
        assertThat(client.received()).startsWith("HTTP/1.1 408 ");
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void idleKeepAliveClientIsClosedWithoutAByte(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http", "timeout http-keep-alive 300ms"));
        KeepAliveClient client = lab.client(proxy, "front");
        client.get("/");
        int had = client.connection().receivedBytes();

        assertThat(client.connection().awaitEnding(SOON)).isEqualTo(Ending.CLOSED);
        assertThat(client.connection().receivedBytes()).isEqualTo(had);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void keepAliveTimeIsThatOfTheRequestWhenItHasNone(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http", "timeout http-request 300ms"));
        KeepAliveClient client = lab.client(proxy, "front");
        client.get("/");

        assertThat(client.connection().awaitEnding(SOON)).isEqualTo(Ending.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void tcpEndsBothSidesWhenNothingMoves(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("tcp", "timeout client 1s", "timeout server 1s"));
        KeepAliveClient client = lab.client(proxy, "front");
        client.get("/");

        assertThat(client.connection().awaitEnding(SOON)).isNotEqualTo(Ending.OPEN);
        assertThat(nodes.getFirst().sockets().connections().getFirst().awaitEnding(SOON))
                .isNotEqualTo(Ending.OPEN);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void serverTimeoutDoesNotEndAnIdleServerConnection(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http", "timeout server 800ms"));
        KeepAliveClient client = lab.client(proxy, "front");
        for (int i = 0; i < 3; i++) {
            client.get("/");
        }
        Thread.sleep(1600); // twice the time-out

        assertThat(nodes.stream().map(n -> n.sockets().openConnections())).containsExactly(1L, 1L, 1L);
        for (int i = 0; i < 3; i++) {
            client.get("/");
        }
        assertThat(nodes.stream().map(HttpServer::accepted)).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void requestsWithinTheTimeoutsKeepAllConnections(Setting setting) throws IOException, InterruptedException {
        // The user's 30 s apart with time-outs of 40 s, much faster: together they are longer than the time-outs.
        Program proxy = lab.start(setting.binary(), setting.file("http", "timeout client 2s", "timeout server 2s"));
        KeepAliveClient client = lab.client(proxy, "front");
        for (int i = 0; i < 4; i++) {
            client.get("/");
            Thread.sleep(600);
        }

        assertThat(client.connection().ending()).isEqualTo(Ending.OPEN);
        assertThat(nodes.stream().map(HttpServer::accepted)).containsExactly(1, 1, 1);
    }

    // HAProxy closes the client's connection here when the request meets the server's FIN; Headway tries it on a fresh
    // one.
    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void serverThatClosesItsIdleConnectionCostsNoRequest(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http"));
        KeepAliveClient client = lab.client(proxy, "front");
        for (int i = 0; i < 3; i++) {
            client.get("/");
        }

        nodes.forEach(node -> node.sockets().closeAll());

        for (int i = 0; i < 3; i++) {
            assertThat(client.get("/").status()).isEqualTo(200);
        }
    }
}
