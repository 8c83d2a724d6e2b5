package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Ending;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that switch one thing on: each with the thing and without it. */
class SwitchesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TRAILED = "transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\nx-behind: 1\r\n\r\n";

    private static String file(String global, String mode, String options) {
        return """
                global
                    nbthread 1
                    %s
                defaults
                    mode %s
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                    %s
                frontend f
                    bind 127.0.0.1:@in@
                    default_backend b
                backend b
                    server s 127.0.0.1:@origin@
                """.formatted(global, mode, options);
    }

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void anOldGetMayHaveABody(Binary binary) throws IOException, InterruptedException {
        var request = "GET / HTTP/1.0\r\ncontent-length: 1\r\n\r\na";
        assertThat(status(binary, "", request)).isEqualTo(413);
        assertThat(status(binary, "h1-accept-payload-with-any-method", request)).isEqualTo(200);
    }

    private static int status(Binary binary, String global, String request) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            return lab.client(lab.start(binary, file(global, "http", "")), "in")
                    .exchange(request)
                    .status();
        }
    }

    /** The word is newer than 2.6. */
    @Test
    void aMessageWithBothLengthsNeedNotEndItsConnection() throws IOException, InterruptedException {
        assertThat(endsAfterBothLengths("")).isTrue();
        assertThat(endsAfterBothLengths("h1-do-not-close-on-insecure-transfer-encoding"))
                .isFalse();
    }

    private static boolean endsAfterBothLengths(String global) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            var client = lab.client(lab.start(Binary.headway(), file(global, "http", "")), "in");
            var answer = client.exchange(
                    "POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n");
            return answer.all("connection").contains("close");
        }
    }

    /** The words are newer than 2.6. */
    @Test
    void fieldsBehindABodyAreDropped() throws IOException, InterruptedException {
        assertThat(trailers("")).isEqualTo("request true, response true");
        assertThat(trailers("option http-drop-request-trailers")).isEqualTo("request false, response true");
        assertThat(trailers("option http-drop-response-trailers")).isEqualTo("request true, response false");
    }

    private static String trailers(String option) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var seen = new AtomicReference<>("");
            lab.tcp("origin", (_, connection) -> {
                connection.awaitText("0\r\n", PATIENCE);
                connection.awaitText("\r\n\r\n1\r\na\r\n0\r\n", PATIENCE);
                while (!connection.received().endsWith("\r\n\r\n")
                        || connection.received().endsWith("chunked\r\n\r\n")) Thread.onSpinWait();
                seen.set(connection.received());
                connection.send("HTTP/1.1 200 OK\r\n" + TRAILED);
            });
            var client = lab.connect(lab.start(Binary.headway(), file("", "http", option)), "in");
            client.send("POST / HTTP/1.1\r\nhost: h\r\nte: trailers\r\n" + TRAILED);
            client.awaitText("\r\n0\r\n", PATIENCE);
            while (!client.received().endsWith("\r\n\r\n")) Thread.onSpinWait();
            return "request " + seen.get().contains("x-behind") + ", response "
                    + client.received().contains("x-behind");
        }
    }

    /** It is sent one byte after the other and says nothing. Without the option this would go on for ever. */
    @ParameterizedTest
    @MethodSource("programs")
    void aServerThatIsSilentEndsWhateverItIsSent(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.tcp("origin", (_, _) -> {});
            var options = "timeout server 500ms\n    option independent-streams";
            var client = lab.connect(lab.start(binary, file("", "tcp", options)), "in");
            for (var i = 0; i < 200 && client.ending() == Ending.OPEN; i++) {
                client.send("a");
                client.awaitEnding(Duration.ofMillis(50));
            }
            assertThat(client.ending()).isNotEqualTo(Ending.OPEN);
        }
    }

    /** The signal has come as soon as the API says so, and clients still do. */
    @ParameterizedTest
    @MethodSource("programs")
    void clientsStillComeInDuringGrace(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin", _ -> HttpAnswer.ok("a").then(HttpAnswer.Afterwards.CLOSE));
            var api = lab.folder().resolve("api");
            var proxy = lab.start(binary, file("grace 4s\n    stats socket " + api, "http", ""));
            proxy.signal("USR1");
            while (!Api.ask(api, "show info\n").contains("Stopping: 1")) Thread.onSpinWait();

            assertThat(lab.client(proxy, "in")
                            .exchange("GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n")
                            .status())
                    .isEqualTo(200);
            assertThat(proxy.awaitExit(Duration.ofSeconds(20))).isZero();
        }
    }

    /** The word is newer than 2.6. */
    @Test
    void clientsOfPrivilegedPortsAreTurnedAway() throws IOException, InterruptedException {
        assertThat(answerToPrivileged("off")).startsWith("HTTP/1.1 200 ");
        assertThat(answerToPrivileged("on")).isEmpty();
    }

    private static String answerToPrivileged(String word) throws IOException, InterruptedException {
        try (var lab = new Lab();
                var socket = new Socket()) {
            lab.http("origin");
            var proxy = lab.start(Binary.headway(), file("harden.reject-privileged-ports.tcp " + word, "http", ""));
            assumeTrue(bound(socket), "only the superuser can come from a privileged port");
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port("in")));
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException _) {
            return "";
        }
    }

    private static boolean bound(Socket socket) throws IOException {
        for (var port = 1023; port > 900; port--) {
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (SocketException _) {
                if (port == 901) return false;
            }
        }
        return false;
    }
}
