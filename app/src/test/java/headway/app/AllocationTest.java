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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the steady state a request allocates nothing: with timers, counters, a log line to a UDP sink, an added field and a removed one. */
class AllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 4_000;
    /** By turns, so that what {@link #TYPICAL} asks is sometimes true and sometimes not. */
    private static final List<byte[]> REQUESTS = List.of(
            request("/path?a=b", "example.org", "test", "10.1.2.3"),
            request("/api/v1", "WWW.host7.example.com", "Android Mobile", "192.168.3.7"),
            request("/a.css", "host999.example.com", "test", "11.1.2.3"));

    private static final byte[] END = "\r\n\r\nok".getBytes(StandardCharsets.ISO_8859_1);

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

    /** What files of proxies often have: the row {@code typical} of the benchmark. */
    private static final String TYPICAL = """
                option httplog
                option forwardfor
                acl is_api path_beg /api/
                acl is_admin path /admin /status
                acl is_file path_end .css .js .png
                acl is_read method GET HEAD
                acl is_www hdr(host) -i -m beg www.
                acl is_mobile hdr(user-agent) -i -m sub mobile android
                acl has_session cook(session) -m found
                acl is_long url_len gt 200
                acl is_near src -f @networks@
                acl is_known req.hdr_ip(x-client) -f @networks@
                http-request deny if is_admin !is_near
                http-request deny if is_file !is_read
                http-request deny if is_long !has_session
                http-request set-var(txn.site) req.hdr(host),lower,map(@hosts@,none)
                http-request set-header x-site %[var(txn.site)]
                http-request add-header x-client-class mobile if is_mobile is_www || is_known !is_api
                http-request del-header x-unwanted
                http-response set-header x-frame-options DENY
                http-response add-header x-served-for %[var(txn.site)]
                http-response del-header server
            """;

    /** A cookie names the server, and dates are in it. */
    private static final String COOKIE = """
                option httplog
                cookie SRV insert indirect nocache httponly secure maxidle 30m maxlife 8h
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "format", "typical", "cookie"})
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
        var answer = new byte[4096];
        for (var i = 0; i < count; i++) {
            client.getOutputStream().write(REQUESTS.get(i % REQUESTS.size()));
            var length = 0;
            while (!isComplete(answer, length)) {
                var read = client.getInputStream().read(answer, length, answer.length - length);
                if (read <= 0) throw new IOException("the proxy closed after " + i + " requests");
                length += read;
            }
        }
    }

    private static boolean isComplete(byte[] answer, int length) {
        return length > END.length && Arrays.equals(answer, length - END.length, length, END, 0, END.length);
    }

    private static byte[] request(String target, String host, String agent, String client) {
        return """
                GET %s HTTP/1.1\r
                Host: %s\r
                User-Agent: %s\r
                Accept: */*\r
                X-Client: %s\r
                X-Unwanted: yes\r
                \r
                """.formatted(target, host, agent, client).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path file(String mode, int port, int node, int sink) throws IOException {
        var lines =
                switch (mode) {
                    case "format" -> FORMAT;
                    case "typical" -> typical();
                    case "cookie" -> COOKIE;
                    case "tcp" -> "    option tcplog\n";
                    default -> "    option httplog\n    option forwardfor\n    http-request del-header x-unwanted\n";
                };
        return write(mode.equals("tcp") ? "tcp" : "http", port, node, sink, lines);
    }

    private String typical() throws IOException {
        var hosts = new StringBuilder("www.host7.example.com seven\n");
        for (var i = 0; i < 1_000; i++)
            hosts.append("host")
                    .append(i)
                    .append(".example.com site-")
                    .append(i)
                    .append('\n');
        var networks = new StringBuilder("127.0.0.0/8\n");
        for (var i = 0; i < 10_000; i++)
            networks.append("10.").append(i / 256).append('.').append(i % 256).append(".0/24\n");
        return TYPICAL.replace(
                        "@hosts@",
                        Files.writeString(folder.resolve("hosts.map"), hosts).toString())
                .replace(
                        "@networks@",
                        Files.writeString(folder.resolve("networks.lst"), networks)
                                .toString());
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
                %s    server node 127.0.0.1:%d%s
                """.formatted(mode, port, sink, lines, node, lines.equals(COOKIE) ? " cookie n1" : "");
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
