package headway.quality.ends;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.RawConnection;
import headway.testkit.SyslogSink;
import headway.testkit.TcpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State by event: in each situation each thing that can happen, the status that the client gets, and the status and termination letters of the log line. The real program runs the same table when it is
 * installed, so that what is expected is what it does.
 */
class EndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE = """
            defaults
                timeout connect 2s
                timeout client 700ms
                timeout server 700ms
                timeout queue 400ms
                retries 0
                option abortonclose
                log 127.0.0.1:@sink@ local0
            listen plain
                mode http
                option httplog
                bind 127.0.0.1:@plain@
                server s 127.0.0.1:@origin@
            listen patient
                mode http
                option httplog
                timeout server 20s
                timeout client 20s
                timeout queue 20s
                bind 127.0.0.1:@patient@
                server s 127.0.0.1:@origin@
            listen narrow
                mode http
                option httplog
                timeout server 20s
                timeout client 20s
                bind 127.0.0.1:@narrow@
                server s 127.0.0.1:@origin@ maxconn 1
            listen waiting
                mode http
                option httplog
                timeout server 20s
                timeout client 20s
                timeout queue 20s
                bind 127.0.0.1:@waiting@
                server s 127.0.0.1:@origin@ maxconn 1
            listen dead
                mode http
                option httplog
                bind 127.0.0.1:@dead@
                server s 127.0.0.1:@nobody@
            listen raw
                mode tcp
                option tcplog
                bind 127.0.0.1:@raw@
                server s 127.0.0.1:@origin@
            listen rawdead
                mode tcp
                option tcplog
                bind 127.0.0.1:@rawdead@
                server s 127.0.0.1:@nobody@
            """;

    /** What the client sends, and what it does then. */
    private enum Client {
        STAYS,
        CLOSES_ITS_HALF,
        RESETS
    }

    /**
     * One line of the table.
     *
     * @param listen which proxy
     * @param before a request that occupies the only slot, or empty
     * @param sends what the client sends
     * @param when what it has to see before it acts; empty: that the server has the request
     * @param status of the answer, 0 for none
     * @param log status and letters as the log has them
     */
    private record Row(String listen, String before, String sends, String when, Client acts, int status, String log) {
        @Override
        public String toString() {
            return (listen + " " + sends.replace("\r\n", "|") + " " + acts + " -> " + log).strip();
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private static final List<Row> TABLE = List.of(
            new Row("plain", "", get("/ok"), "done", Client.CLOSES_ITS_HALF, 200, "200 ----"),
            new Row("plain", "", "GET / HTT", "", Client.CLOSES_ITS_HALF, 400, "400 CR--"),
            new Row("plain", "", "GET / HTT", "", Client.STAYS, 408, "408 cR--"),
            new Row("plain", "", "G@T / HTTP/1.1\r\n\r\n", "", Client.STAYS, 400, "400 PR--"),
            new Row("plain", "", get("/silent"), "", Client.STAYS, 504, "504 sH--"),
            new Row("plain", "", get("/close"), "", Client.STAYS, 502, "502 SH--"),
            new Row("plain", "", get("/reset"), "", Client.STAYS, 502, "502 SH--"),
            new Row("plain", "", get("/junk"), "", Client.STAYS, 502, "502 PH--"),
            new Row("plain", "", get("/half-close"), "", Client.STAYS, 200, "200 SD--"),
            new Row("plain", "", get("/half-reset"), "", Client.STAYS, 200, "200 SD--"),
            new Row("plain", "", get("/half-silent"), "", Client.STAYS, 200, "200 sD--"),
            new Row("patient", "", get("/silent"), "", Client.RESETS, 0, "-1 CD--"),
            new Row("patient", "", get("/half-silent"), "half", Client.RESETS, 200, "200 CD--"),
            new Row("narrow", get("/silent"), get("/ok"), "", Client.STAYS, 503, "503 sQ--"),
            new Row("waiting", get("/silent"), get("/ok"), "", Client.CLOSES_ITS_HALF, 0, "-1 CQ--"),
            new Row("dead", "", get("/ok"), "", Client.STAYS, 503, "503 SC--"),
            new Row("raw", "", get("/ok"), "done", Client.CLOSES_ITS_HALF, 200, " -- "),
            new Row("raw", "", get("/half-reset"), "", Client.STAYS, 200, " SD "),
            new Row("raw", "", get("/half-silent"), "half", Client.RESETS, 200, " CD "),
            new Row("rawdead", "", "hello", "", Client.STAYS, 0, " SC "));

    static Stream<Binary> programs() {
        return Stream.concat(
                Binary.haproxy().stream(),
                Stream.of(Binary.headway(), Binary.headway().with("-de")));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyEndHasItsStatusAndItsLetters(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var origin = lab.tcp("origin", EndsTest::converse);
            var nobody = lab.tcp("nobody", (number, connection) -> {});
            nobody.kill();
            var sink = lab.syslog("sink");
            var proxy = lab.start(binary, FILE);
            var wrong = new StringBuilder();
            for (var row : TABLE) {
                var problem = run(row, origin, proxy, sink);
                if (!problem.isEmpty())
                    wrong.append(row).append(" : ").append(problem).append('\n');
            }
            assertThat(wrong.toString()).as(binary.name()).isEmpty();
        }
    }

    private static String run(Row row, TcpServer origin, Program proxy, SyslogSink sink)
            throws IOException, InterruptedException {
        var seen = sink.lines().size();
        var served = origin.connections().size();
        var port = proxy.port(row.listen);
        try (var occupant = row.before.isEmpty() ? null : RawConnection.to(port);
                var client = RawConnection.to(port)) {
            if (occupant != null) {
                occupant.send(row.before);
                awaitRequest(origin, served);
            }
            client.send(row.sends);
            if (!row.when.isEmpty()) client.awaitText(row.when, PATIENCE);
            // That it waits in the queue nobody can see from outside.
            else if (occupant != null) Thread.sleep(300);
            else if (row.acts == Client.RESETS) awaitRequest(origin, served);
            switch (row.acts) {
                case STAYS -> {}
                case CLOSES_ITS_HALF -> client.finish();
                case RESETS -> client.reset();
            }
            var line = awaitLine(sink, seen, row.listen);
            if (row.status > 0 && !client.awaitText("HTTP/1.1 " + row.status, PATIENCE))
                return "client got " + client.received();
            if (row.status == 0 && client.receivedBytes() > 0) return "client got " + client.received();
            return fits(row, line) ? "" : "log has " + line;
        }
    }

    /** The origin has a request on a connection that came after the first {@code served} ones. */
    private static void awaitRequest(TcpServer origin, int served) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var all = origin.connections();
            if (all.size() > served && all.getLast().received().contains("\r\n\r\n")) return;
            Thread.sleep(10);
        }
    }

    /** The line of that listen that came after the first {@code seen} ones. */
    private static String awaitLine(SyslogSink sink, int seen, String listen) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var lines = sink.lines();
            for (var line : lines.subList(seen, lines.size()))
                if (line.contains(" " + listen + " ")) return line;
            Thread.sleep(10);
        }
        return "nothing";
    }

    /** In an HTTP line the status stands some words before the letters, in a TCP line there is none. */
    private static boolean fits(Row row, String line) {
        if (row.log.startsWith(" ")) return line.contains(row.log);
        var words = row.log.split(" ");
        return line.contains(" " + words[0] + " ") && line.contains(" " + words[1] + " ");
    }

    /** The origin: its answer is asked for by the path. */
    private static void converse(int number, RawConnection connection) {
        if (!connection.awaitText("\r\n\r\n", PATIENCE)) return;
        var text = connection.received();
        var path = text.split(" ")[1];
        switch (path) {
            case "/ok" -> {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone");
                connection.awaitEnding(PATIENCE);
            }
            case "/close" -> {}
            case "/reset" -> connection.reset();
            case "/junk" -> {
                connection.send("what?\r\n\r\n");
                connection.awaitEnding(PATIENCE);
            }
            case "/half-close" -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
            case "/half-reset" -> {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
                pause();
                connection.reset();
            }
            case "/half-silent" -> {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
                connection.awaitEnding(PATIENCE);
            }
            default -> connection.awaitEnding(PATIENCE);
        }
        connection.close();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
