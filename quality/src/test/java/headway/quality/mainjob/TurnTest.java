package headway.quality.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Ending;
import headway.testkit.HttpMessage;
import headway.testkit.HttpServer;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seven requests on one keep-alive connection, then one on a second: which node answers, on how many connections. */
class TurnTest {
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
    void tcpKeepsAConnectionOnItsNode(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("tcp"));

        assertThat(sevenThenOne(proxy)).containsExactly(1, 1, 1, 1, 1, 1, 1, 2);
        assertThat(accepted()).containsExactly(1, 1, 0);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void httpTakesEveryRequestInTurn(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http"));

        assertThat(sevenThenOne(proxy)).containsExactly(1, 2, 3, 1, 2, 3, 1, 2);
        // http-reuse safe: the first request of the second client opens a connection of its own.
        assertThat(accepted()).containsExactly(1, 2, 1);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void httpReuseAlwaysSharesTheIdleConnections(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http", "http-reuse always"));

        assertThat(sevenThenOne(proxy)).containsExactly(1, 2, 3, 1, 2, 3, 1, 2);
        assertThat(accepted()).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void autoDoesAsHttpForRequests(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("auto"));

        assertThat(sevenThenOne(proxy)).containsExactly(1, 2, 3, 1, 2, 3, 1, 2);
        assertThat(accepted()).containsExactly(1, 2, 1);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void tcpFrontendWithHttpBackendIsUpgraded(Setting setting) throws IOException, InterruptedException {
        String file = """
                global
                        nbthread %d
                defaults
                        timeout connect 5s
                        timeout client 40s
                        timeout server 40s
                frontend in
                        mode tcp
                        bind 127.0.0.1:@front@
                        default_backend nodes
                backend nodes
                        mode http
                        balance roundrobin
                        server node1 127.0.0.1:@node1@
                        server node2 127.0.0.1:@node2@
                        server node3 127.0.0.1:@node3@
                """.formatted(setting.loops());

        assertThat(sevenThenOne(lab.start(setting.binary(), file))).containsExactly(1, 2, 3, 1, 2, 3, 1, 2);
    }

    // The real one now and then closes the client's connection here, when the request meets the reset of an idle one.
    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void httpGoesOnWhenANodeDies(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("http"));
        KeepAliveClient client = lab.client(proxy, "front");
        assertThat(ask(client, 4)).containsExactly(1, 2, 3, 1);

        nodes.get(1).sockets().kill();

        List<Integer> after = ask(client, 6);
        assertThat(after).doesNotContain(2).contains(1, 3);
        assertThat(client.connection().ending()).isEqualTo(Ending.OPEN);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#all")
    void tcpSendsTheNextConnectionElsewhereWhenANodeIsDead(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("tcp"));
        nodes.get(1).sockets().kill();

        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.addAll(ask(lab.client(proxy, "front"), 1));
        }

        assertThat(answers).doesNotContain(2).contains(1, 3);
    }

    @ParameterizedTest
    @MethodSource("headway.quality.mainjob.Setting#headway")
    void autoGoesOnWhenANodeDies(Setting setting) throws IOException, InterruptedException {
        Program proxy = lab.start(setting.binary(), setting.file("auto"));
        KeepAliveClient client = lab.client(proxy, "front");
        assertThat(ask(client, 4)).containsExactly(1, 2, 3, 1);

        nodes.get(1).sockets().kill();

        assertThat(ask(client, 6)).doesNotContain(2).contains(1, 3);
    }

    private List<Integer> sevenThenOne(Program proxy) throws IOException {
        List<Integer> answers = new ArrayList<>(ask(lab.client(proxy, "front"), 7));
        answers.addAll(ask(lab.client(proxy, "front"), 1));
        return answers;
    }

    /** The numbers of the nodes that answered. */
    private static List<Integer> ask(KeepAliveClient client, int times) throws IOException {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            HttpMessage answer = client.get("/" + i);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            answers.add(answer.body().charAt("node".length()) - '0');
        }
        return answers;
    }

    private List<Integer> accepted() {
        return nodes.stream().map(HttpServer::accepted).toList();
    }
}
