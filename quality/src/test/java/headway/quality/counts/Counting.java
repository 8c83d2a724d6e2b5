package headway.quality.counts;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpServer;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.RawConnection;
import headway.testkit.StatTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A running program, two servers {@code a} and {@code b} and a port {@code dead} where nobody listens. Each deed is followed by the comparison of what the rows have more than
 * before with what was expected; all differences are told together by {@link #close}.
 */
final class Counting implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> COLUMNS = Stream.concat(
                    StatTable.COUNTERS.stream(), Stream.of("h1_total_connections", "h1_total_streams"))
            .toList();

    /** Something that is done to the program. */
    @FunctionalInterface
    interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private final Lab lab = new Lab();
    private final Semaphore gate = new Semaphore(0);
    private final HttpServer a;
    private final HttpServer b;
    private final Program program;
    private final List<String> wrong = new ArrayList<>();

    /** In the file {@code $API} stands for the path of its API. */
    Counting(Binary binary, String file) throws IOException, InterruptedException {
        a = lab.http("a", this::answer);
        b = lab.http("b", this::answer);
        lab.tcp("dead", (_, _) -> {}).kill();
        program = lab.start(binary, file.replace("$API", api().toString()));
        until(() -> Files.exists(api()));
    }

    /** A path that begins with {@code /hold} is answered when {@link #letGo} says so, {@code /reset} by a reset, anything else at once. */
    private HttpAnswer answer(HttpServer.Seen seen) {
        var path = seen.message().startLine().split(" ")[1];
        if (path.startsWith("/hold")) gate.acquireUninterruptibly();
        return path.equals("/reset") ? HttpAnswer.resetting() : HttpAnswer.ok(seen.server());
    }

    private Path api() {
        return lab.folder().resolve("api");
    }

    String ask(String command) throws IOException {
        return Api.ask(api(), command + "\n");
    }

    StatTable stat(String proxy) throws IOException {
        return StatTable.of(api(), proxy);
    }

    Program program() {
        return program;
    }

    HttpServer a() {
        return a;
    }

    void letGo() {
        gate.release();
    }

    /** A client that has sent this. */
    RawConnection sending(String port, String bytes) throws IOException {
        var client = lab.connect(program, port);
        client.send(bytes);
        return client;
    }

    RawConnection getting(String port, String path, String... fields) throws IOException {
        var more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return sending(port, "GET " + path + " HTTP/1.1\r\nhost: lab\r\n" + more + "\r\n");
    }

    /** The client is answered with that status. */
    void answered(RawConnection client, int status) {
        assertThat(client.awaitText("HTTP/1.1 " + status, PATIENCE))
                .as(client.received())
                .isTrue();
    }

    /** A request that is answered with that status; then the client is gone. */
    Deed get(String port, String path, int status, String... fields) {
        return () -> {
            try (var client = getting(port, path, fields)) {
                answered(client, status);
            }
        };
    }

    /** A request for {@code /hold} that has reached its server. */
    RawConnection holding(String port, String... fields) throws IOException, InterruptedException {
        var before = a.requests().size() + b.requests().size();
        var client = getting(port, "/hold", fields);
        until(() -> a.requests().size() + b.requests().size() > before);
        return client;
    }

    /** So many wait in the queue of this row. */
    void untilQueued(String proxy, String row, int waiting) throws InterruptedException {
        until(() -> figure(proxy, row, "qcur") == waiting);
    }

    long figure(String proxy, String row, String column) {
        try {
            return stat(proxy).number(row, column);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void until(BooleanSupplier reached) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what was waited for did not come").isLessThan(deadline);
            Thread.sleep(3);
        }
    }

    /** Rows are {@code proxy ROW column=number ...}; what is not named is 0. */
    void expect(String what, Deed deed, String... rows) throws IOException, InterruptedException {
        Map<String, StatTable> before = new HashMap<>();
        for (var row : rows) before.put(row.split(" ")[0], stat(row.split(" ")[0]));
        deed.run();
        var deadline = System.nanoTime() + PATIENCE.toNanos() / 2;
        for (var row : rows) {
            var words = row.split(" ", 3);
            var wanted = words.length < 3 ? "" : words[2];
            var seen = "";
            do {
                seen = stat(words[0]).since(before.get(words[0]), words[1], COLUMNS);
            } while (!seen.equals(wanted) && System.nanoTime() < deadline);
            if (!seen.equals(wanted)) wrong.add(what + ": " + words[0] + " " + words[1] + " " + seen);
        }
    }

    @Override
    public void close() throws IOException {
        gate.release(1000);
        lab.close();
        assertThat(String.join("\n", wrong)).as(program.name()).isEmpty();
    }
}
