package headway.quality.handling;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Ending;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpMessage;
import headway.testkit.HttpServer;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions that need more than the message at hand: who asks, which server, how long, and what the server says below HTTP. */
class RulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEAD = """
            global
                expose-experimental-directives
            userlist staff
                group admins
                user ann password $5$rounds=1000$salt$@hash@ groups admins
                user bob insecure-password plain
                user eve password $2y$05$abcdefghijklmnopqrstuuHht.eX4c4.6L4U2yZy2dnIc7O6f3QYO
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            """.replace("@hash@", "CCvcOM6b7TEJDPb37Aec/9UpOg4QhPNAxPpL9ZzjTB7");

    private static final String FRONT = HEAD + """
            frontend main
                bind 127.0.0.1:@front@
                monitor-uri /alive
                monitor fail if { req.hdr(x-down) 1 }
                http-request auth realm Site if { path_beg /auth } !{ http_auth(staff) }
                http-request deny if { path /auth/admin } !{ http_auth_group(staff) admins }
                http-request early-hint link "<%[path].css>" if { path /hint }
                http-request normalize-uri percent-to-uppercase strict
                http-request set-src req.hdr(x-from) if { req.hdr(x-from) -m found }
                http-request set-var(txn.path) path
                http-request silent-drop if { path /drop }
                redirect prefix /new code 301 if { path_beg /old }
                default_backend pool
            backend pool
                option forwardfor
                option http-restrict-req-hdr-names reject
                http-send-name-header X-Server
                http-request set-timeout server 50 if { path /slow }
                use-server two if { path /two }
                use-server down if { path /down }
                force-persist if { req.hdr(x-force) 1 }
                http-response silent-drop if { var(txn.path) -m str /drop-late }
                server one 127.0.0.1:@origin@
                server two 127.0.0.1:@origin@ weight 0
                server down 127.0.0.1:@origin@ disabled
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    /** The server answers with the name by which it was called. */
    private static HttpAnswer named(HttpServer.Seen seen) {
        var answer = HttpAnswer.ok(seen.message().field("x-server"));
        return seen.message().startLine().contains("/slow") ? answer.after(Duration.ofSeconds(5)) : answer;
    }

    /** Something to be asked of the front. */
    @FunctionalInterface
    private interface Questions {
        void ask(KeepAliveClient client, HttpServer origin) throws IOException;
    }

    private static void through(Binary binary, Function<HttpServer.Seen, HttpAnswer> answers, Questions questions)
            throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var origin = lab.http("origin", answers);
            var proxy = lab.start(binary, FRONT);
            questions.ask(lab.client(proxy, "front"), origin);
        }
    }

    private static HttpMessage ask(KeepAliveClient client, String target, String... fields) throws IOException {
        var request = new StringBuilder("GET " + target + " HTTP/1.1\r\nhost: h\r\n");
        for (var field : fields) request.append(field).append("\r\n");
        return client.exchange(request + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void usersAreAskedForTheirPasswords(Binary binary) throws IOException, InterruptedException {
        through(binary, RulesTest::named, (client, _) -> {
            var asked = ask(client, "/auth");
            assertThat(asked.startLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
            assertThat(asked.all("www-authenticate")).containsExactly("Basic realm=\"Site\"");
            // ann:secret, ann:wrong, bob:plain, eve:open (bcrypt), eve:shut
            assertThat(ask(client, "/auth", "authorization: Basic YW5uOnNlY3JldA==")
                            .status())
                    .isEqualTo(200);
            assertThat(ask(client, "/auth", "authorization: Basic YW5uOndyb25n").status())
                    .isEqualTo(401);
            assertThat(ask(client, "/auth/admin", "authorization: Basic YW5uOnNlY3JldA==")
                            .status())
                    .isEqualTo(200);
            assertThat(ask(client, "/auth/admin", "authorization: Basic Ym9iOnBsYWlu")
                            .status())
                    .isEqualTo(403);
            assertThat(ask(client, "/auth", "authorization: Basic ZXZlOm9wZW4=").status())
                    .isEqualTo(200);
            assertThat(ask(client, "/auth", "authorization: Basic ZXZlOnNodXQ=").status())
                    .isEqualTo(401);
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void serversAreChosenByRules(Binary binary) throws IOException, InterruptedException {
        through(binary, RulesTest::named, (client, _) -> {
            assertThat(ask(client, "/").body()).isEqualTo("one");
            assertThat(ask(client, "/two").body()).isEqualTo("two");
            assertThat(ask(client, "/down").body()).isEqualTo("one");
            assertThat(ask(client, "/down", "x-force: 1").body()).isEqualTo("down");
            assertThat(ask(client, "/", "x-server: forged").body()).isEqualTo("one");
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void linesOutsideOfRuleSetsDecide(Binary binary) throws IOException, InterruptedException {
        through(binary, RulesTest::named, (client, _) -> {
            var moved = ask(client, "/old?a=b");
            assertThat(moved.startLine()).startsWith("HTTP/1.1 301 ");
            assertThat(moved.all("location")).containsExactly("/new/old?a=b");
            assertThat(ask(client, "/alive").status()).isEqualTo(200);
            assertThat(ask(client, "/alive", "x-down: 1").status()).isEqualTo(503);
            assertThat(ask(client, "/", "x_odd: 1").status()).isEqualTo(403);
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theAddressThatRulesSetIsTheClients(Binary binary) throws IOException, InterruptedException {
        through(binary, RulesTest::named, (client, origin) -> {
            ask(client, "/", "x-from: 192.0.2.7");
            ask(client, "/");
            assertThat(origin.requests().getFirst().message().all("x-forwarded-for"))
                    .containsExactly("192.0.2.7");
            assertThat(origin.requests().getLast().message().all("x-forwarded-for"))
                    .containsExactly("127.0.0.1");
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aTimeoutThatRulesSetHolds(Binary binary) throws IOException, InterruptedException {
        through(
                binary,
                RulesTest::named,
                (client, _) -> assertThat(ask(client, "/slow").status()).isEqualTo(504));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aTargetThatIsNotValidIsRefused(Binary binary) throws IOException, InterruptedException {
        through(
                binary,
                RulesTest::named,
                (client, _) -> assertThat(ask(client, "/%zz").status()).isEqualTo(400));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void hintsComeBeforeTheAnswer(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin", RulesTest::named);
            var client = lab.connect(lab.start(binary, FRONT), "front");
            client.send("GET /hint HTTP/1.1\r\nhost: h\r\n\r\n");
            assertThat(client.awaitText("one", PATIENCE)).isTrue();
            assertThat(client.received())
                    .startsWith("HTTP/1.1 103 Early Hints\r\nlink: </hint.css>\r\n\r\nHTTP/1.1 200 OK\r\n");
        }
    }

    /** With a lifetime the reset is sent in any case, so that it can be seen; HAProxy 2.6 has no such thing. */
    @Test
    void aDroppedConnectionGetsAResetThatDoesNotGetFar() throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin", RulesTest::named);
            var file = FRONT.replace("silent-drop", "silent-drop rst-ttl 3");
            var proxy = lab.start(Binary.headway(), file);
            for (var target : new String[] {"/drop", "/drop-late"}) {
                var client = lab.connect(proxy, "front");
                client.send("GET " + target + " HTTP/1.1\r\nhost: h\r\n\r\n");
                assertThat(client.awaitEnding(PATIENCE)).isEqualTo(Ending.RESET);
                assertThat(client.received()).isEmpty();
            }
        }
    }

    private static final String TCP = """
            defaults
                mode tcp
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            listen rejecting
                bind 127.0.0.1:@rejecting@
                tcp-response inspect-delay 5s
                tcp-response content accept if { res.payload(0,3) -m str yes }
                tcp-response content reject if { res.payload(0,3) -m found }
                server s 127.0.0.1:@origin@
            listen hasty
                bind 127.0.0.1:@hasty@
                tcp-response content reject if { res.payload(0,3) -m found }
                server s 127.0.0.1:@origin@
            """;

    private static void echo(int number, RawConnection connection) {
        if (connection.awaitText("\n", PATIENCE)) connection.send(connection.received());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void rulesWaitForWhatAServerSays(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.tcp("origin", RulesTest::echo);
            var proxy = lab.start(binary, TCP);
            var good = lab.connect(proxy, "rejecting");
            good.send("yes\n");
            assertThat(good.awaitText("yes\n", PATIENCE)).isTrue();
            var bad = lab.connect(proxy, "rejecting");
            bad.send("no!\n");
            assertThat(bad.awaitEnding(PATIENCE)).isEqualTo(Ending.CLOSED);
            assertThat(bad.received()).isEmpty();
            // Without a delay the rules have run before the server said anything.
            var hasty = lab.connect(proxy, "hasty");
            hasty.send("no!\n");
            assertThat(hasty.awaitText("no!\n", PATIENCE)).isTrue();
        }
    }
}
