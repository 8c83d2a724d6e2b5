package headway.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.base.diagnostic.Diagnostics;
import headway.operate.log.Console;
import headway.operate.process.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the steady state a request allocates nothing: with timers, counters, a log line to a UDP sink, an added field and a removed one. */
class AllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 4_000;
    private static final byte[] REQUEST = """
            GET /path?a=b HTTP/1.1\r
            Host: example.org\r
            User-Agent: test\r
            Accept: */*\r
            X-Unwanted: yes\r
            \r
            """.getBytes(StandardCharsets.ISO_8859_1);

    /** Captures, a name for each request, and a format with aliases and expressions. */
    private static final String FORMAT = """
                capture request header host len 20
                capture response header content-length len 20
                capture cookie a len 20
                unique-id-format "%{+X}o %ci:%cp_%fi:%fp_%Ts_%rt:%pid"
                unique-id-header x-id
                http-request set-header x-line "%ci %HM %{+Q}r %[unique-id] %hr"
                log-format "%ci:%cp [%tr] %ft %b/%s %TR/%Ta %ST %B %CC %CS %tsc %bi %bp %si %fi %{+E}hr %hs %ID %lc %{+Q}r %[capture.req.hdr(0)] %{+json}HU"
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "format"})
    void requestsOfAKeepAliveClientAllocateNothing(String mode) throws Exception {
        try (var node = new FixedAnswer();
                var sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var port = freePort();
            var running = start(file(mode, port, node.port(), sink.getLocalPort()));
            try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(leastAllocated(client))
                        .as("bytes for %d requests", MEASURED)
                        .isZero();
            } finally {
                running.stop();
            }
        }
    }

    @Test
    void theMeasureSeesAnAllocation() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var kept = new byte[4096];
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isGreaterThan(kept.length);
    }

    private static long leastAllocated(Socket client) throws IOException {
        exchange(client, WARM_UP);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var loop = loopThread();
        var least = Long.MAX_VALUE;
        for (var attempt = 0; attempt < 25 && least > 0; attempt++) {
            var before = threads.getThreadAllocatedBytes(loop);
            exchange(client, MEASURED);
            least = Math.min(least, threads.getThreadAllocatedBytes(loop) - before);
        }
        return least;
    }

    private static long loopThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("loop-0"))
                .mapToLong(Thread::threadId)
                .max()
                .orElseThrow();
    }

    private static void exchange(Socket client, int count) throws IOException {
        var answer = new byte[FixedAnswer.ANSWER.length];
        for (var i = 0; i < count; i++) {
            client.getOutputStream().write(REQUEST);
            var read = client.getInputStream().readNBytes(answer, 0, answer.length);
            if (read < answer.length) throw new IOException("the proxy closed after " + i + " requests");
        }
    }

    private Path file(String mode, int port, int node, int sink) throws IOException {
        if (mode.equals("format")) return write("http", port, node, sink, FORMAT);
        var http = mode.equals("http")
                ? "    option httplog\n    option forwardfor\n    http-request del-header x-unwanted\n"
                : "    option tcplog\n";
        return write(mode, port, node, sink, http);
    }

    private Path write(String mode, int port, int node, int sink, String lines) throws IOException {
        var text = """
                global
                    nbthread 1
                defaults
                    mode %s
                    timeout client 40s
                    timeout server 40s
                    timeout connect 5s
                listen main
                    bind 127.0.0.1:%d
                    log 127.0.0.1:%d local0
                %s    server node 127.0.0.1:%d
                """.formatted(mode, port, sink, lines, node);
        return Files.writeString(folder.resolve("haproxy.cfg"), text);
    }

    private static Running start(Path file) throws Exception {
        var console = new Console(new PrintStream(System.err, true), 1, "test", "test");
        var diagnostics = new Diagnostics();
        var line = CommandLineReader.read("-f", file.toString());
        var plan = Plan.of(Loading.load(line, diagnostics).orElseThrow(), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return Objects.requireNonNull(Wiring.start(plan, line.processOptions("test"), console, diagnostics, 1000));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A server that gives the same answer for whatever ends in an empty line. */
    private static final class FixedAnswer implements AutoCloseable {
        static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                .replace("Content-Length", "content-length")
                .getBytes(StandardCharsets.ISO_8859_1);

        private final ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());

        FixedAnswer() throws IOException {
            Thread.ofPlatform().daemon().start(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void accept() {
            try {
                while (true) {
                    var client = socket.accept();
                    Thread.ofPlatform().daemon().start(() -> serve(client));
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        private static void serve(Socket client) {
            try (client) {
                while (readHead(client.getInputStream()))
                    client.getOutputStream().write(ANSWER);
            } catch (IOException gone) {
                // the proxy has closed the connection
            }
        }

        private static boolean readHead(InputStream in) throws IOException {
            var ends = 0;
            while (ends < 4) {
                var b = in.read();
                if (b < 0) return false;
                ends = b == '\r' || b == '\n' ? ends + 1 : 0;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
