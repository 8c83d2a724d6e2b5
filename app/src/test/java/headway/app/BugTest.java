package headway.app;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostics;
import headway.language.sample.EventSinks;
import headway.operate.log.Console;
import headway.operate.process.Running;
import headway.testkit.Lab;
import headway.testkit.SyslogSink;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bug ends the stream that it comes up in and nothing else: what the stream held is free again, and no connection that it has touched is used further. The bug is a
 * sink that throws what the converter {@code debug} writes to it.
 */
class BugTest {
    private static final String BUG = "str(x),debug(bug,stderr)";

    @TempDir
    Path folder;

    private final AtomicInteger thrown = new AtomicInteger();
    private final AtomicInteger serverConnections = new AtomicInteger();
    private PrintStream terminal = new PrintStream(System.err, true);
    private ServerSocket server;
    private Lab lab;
    private SyslogSink log;

    @BeforeEach
    void open() throws IOException {
        lab = new Lab();
        log = lab.syslog("log");
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        lab.close();
    }

    @Test
    void inARuleOfTheRequestItIsAnsweredBy500() throws Exception {
        serves("http-request set-var(txn.a) " + BUG + " if { path /bug }", "500 IR", 1);
    }

    @Test
    void inARuleOfTheResponseItLeavesTheServersConnection() throws Exception {
        serves(
                "http-request set-var(txn.p) path\nhttp-response set-header x %[" + BUG
                        + "] if { var(txn.p) -m str /bug }",
                "500 IH",
                2);
    }

    @Test
    void afterTheResponseItLeavesTheServersConnection() throws Exception {
        serves(
                "http-request set-var(txn.p) path\nhttp-after-response set-header x %[" + BUG
                        + "] if { var(txn.p) -m str /bug }",
                "500 IH",
                2);
    }

    @Test
    void inARuleOnAReplyOfTheProxyItIsAnsweredBy500() throws Exception {
        serves(
                "http-request deny if { path /bug }\nhttp-after-response set-header x %[" + BUG + "] if { status 403 }",
                "500 PR",
                1);
    }

    /** Each time the first request meets the bug; the second finds the server's only slot free. */
    private void serves(String rules, String logged, int connections) throws Exception {
        var port = freePort();
        var running = start(port, "log-format \"%ST %ts\"\n" + rules);
        try {
            assertThat(ask(port, "/bug")).startsWith("HTTP/1.1 500 ").contains("\r\nconnection: close\r\n");
            assertThat(log.await(line -> line.contains(" " + logged), Duration.ofSeconds(4)))
                    .isPresent();
            assertThat(ask(port, "/good")).endsWith("\r\n\r\nok");
            assertThat(ask(port, "/good")).endsWith("\r\n\r\nok");
            assertThat(thrown).hasValue(1);
            assertThat(serverConnections).hasValue(connections);
        } finally {
            running.stop();
        }
    }

    @Test
    void inALogLineItCostsTheLineOnly() throws Exception {
        var port = freePort();
        var running = start(port, "log-format \"%[" + BUG + "]\"");
        try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(ask(client, "/1")).endsWith("\r\n\r\nok");
            assertThat(ask(client, "/2")).endsWith("\r\n\r\nok");
            assertThat(thrown).hasValueGreaterThanOrEqualTo(1);
        } finally {
            running.stop();
        }
    }

    @Test
    void inARuleOfTheConnectionItRefusesTheClientAndFreesItsPlace() throws Exception {
        var port = freePort();
        var rule = "tcp-request connection reject if { " + BUG + " -m str y }";
        var running = start(port, "maxconn 1\n" + rule + "\nlog-format \"%ST\"");
        try {
            for (var i = 0; i < 3; i++) assertThat(isRefused(port)).isTrue();
            assertThat(thrown).hasValue(3);
        } finally {
            running.stop();
        }
    }

    /** The terminal is told of a second HTTP request as its bytes come in. */
    @Test
    void outsideOfAStageItEndsTheConnectionWithALogLine() throws Exception {
        var port = freePort();
        terminal = new Refusing(" has carried 2 HTTP requests ", thrown);
        var running = start(
                port,
                "mode tcp\nlog-format \"%ts %b/%s\"\nserver spare 127.0.0.1:" + server.getLocalPort() + " backup");
        try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(ask(client, "/1")).endsWith("\r\n\r\nok");
            assertThat(isRefused(client)).isTrue();
            assertThat(log.await(line -> line.contains(" ID main/node"), Duration.ofSeconds(4)))
                    .isPresent();
            assertThat(thrown).hasValue(1);
            for (var i = 0; i < 2; i++) assertThat(ask(port, "/good")).endsWith("\r\n\r\nok");
        } finally {
            running.stop();
        }
    }

    /** A terminal that cannot take a text. */
    private static final class Refusing extends PrintStream {
        private final String text;
        private final AtomicInteger thrown;

        Refusing(String text, AtomicInteger thrown) {
            super(System.err, true);
            this.text = text;
            this.thrown = thrown;
        }

        @Override
        public void println(String line) {
            if (line.contains(text)) {
                thrown.incrementAndGet();
                throw new IllegalStateException("a bug, for the test");
            }
            super.println(line);
        }
    }

    private Running start(int port, String lines) throws Exception {
        var text = """
                global
                    nbthread 1
                defaults
                    mode http
                    timeout client 40s
                    timeout server 40s
                    timeout connect 5s
                listen main
                    bind 127.0.0.1:%d
                    log 127.0.0.1:%d local0
                    http-reuse always
                %s
                    server node 127.0.0.1:%d maxconn 1
                """.formatted(port, log.port(), lines.indent(4), server.getLocalPort());
        var file = Files.writeString(folder.resolve("haproxy.cfg"), text);
        var console = new Console(terminal, 1, "test", "test");
        var diagnostics = new Diagnostics();
        var line = CommandLineReader.read("-f", file.toString());
        var plan = Plan.of(Loading.load(line, diagnostics).orElseThrow(), diagnostics);
        var running = Objects.requireNonNull(
                Wiring.start(plan, line.processOptions("test"), console, diagnostics, 1000), "it did not start");
        plan.sinks().connect(Map.of("stderr", (EventSinks.Sink) (at, length) -> {
            thrown.incrementAndGet();
            throw new IllegalStateException("a bug, for the test");
        }));
        return running;
    }

    private static boolean isRefused(int port) throws IOException {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return isRefused(client);
        }
    }

    private static boolean isRefused(Socket client) throws IOException {
        try {
            return ask(client, "/bug").isEmpty();
        } catch (SocketException reset) {
            return true;
        }
    }

    private static String ask(int port, String path) throws IOException {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return ask(client, path);
        }
    }

    /** Reads as far as the body that the server gives, or to the end. */
    private static String ask(Socket client, String path) throws IOException {
        client.setSoTimeout(8_000);
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\nok")) {
            var c = client.getInputStream().read();
            if (c < 0) break;
            answer.append((char) c);
        }
        return answer.toString();
    }

    private void accept() {
        try {
            while (true) {
                var peer = server.accept();
                serverConnections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(peer));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void serve(Socket peer) {
        try (peer) {
            var head = new StringBuilder();
            for (var c = peer.getInputStream().read();
                    c >= 0;
                    c = peer.getInputStream().read()) {
                head.append((char) c);
                if (!head.toString().endsWith("\r\n\r\n")) continue;
                head.setLength(0);
                peer.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // the proxy has closed the connection
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
