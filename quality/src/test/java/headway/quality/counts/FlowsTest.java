package headway.quality.counts;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes, what is open now, and times. */
class FlowsTest {
    private static final String FILE = """
            global
                nbthread 1
                stats socket $API level admin
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend front
                bind 127.0.0.1:@front@
                http-request set-header x-more "some bytes"
                http-response del-header content-type
                default_backend back
            backend back
                server a 127.0.0.1:@a@
            listen one
                bind 127.0.0.1:@one@
                server a 127.0.0.1:@a@ maxconn 1
            """;

    static Stream<Binary> programs() {
        return CountsTest.programs();
    }

    static Stream<Binary> ours() {
        return Stream.of(Binary.headway(), Binary.headway().with("-de"));
    }

    /** Newer than 2.6: what each of the four ways has carried, to the byte. */
    @ParameterizedTest
    @MethodSource("ours")
    void eachWayHasItsBytes(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, FILE)) {
            var request = "GET /hold HTTP/1.1\r\nhost: lab\r\ncontent-length: 3\r\n\r\nabc";
            var client = it.sending("front", request);
            Counting.until(() -> it.a().requests().size() == 1);
            it.letGo();
            it.answered(client, 200);
            Counting.until(() -> it.figure("front", "FRONTEND", "bout") > 0);
            var server = it.a().sockets().connections().getFirst().received();
            assertThat(server).contains("x-more");
            var answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na".length();
            var expected = List.of(
                    request.length(), server.length(), answer, client.received().length());
            for (var row : List.of("front FRONTEND", "back a", "back BACKEND"))
                assertThat(flows(it, row)).as(row).isEqualTo(expected);
            assertThat(it.figure("front", "FRONTEND", "h1_bytes_in")).isEqualTo(request.length());
            assertThat(it.figure("front", "FRONTEND", "h1_bytes_out"))
                    .isEqualTo(client.received().length());
            assertThat(it.figure("back", "BACKEND", "h1_bytes_in")).isEqualTo(answer);
            assertThat(it.figure("back", "BACKEND", "h1_bytes_out")).isEqualTo(server.length());
            assertThat(it.figure("front", "FRONTEND", "bin")).isEqualTo(request.length());
        }
    }

    private static List<Integer> flows(Counting it, String row) {
        var words = row.split(" ");
        return Stream.of("reqbin", "reqbout", "resbin", "resbout")
                .map(column -> (int) it.figure(words[0], words[1], column))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatIsOpenIsCountedWhileItIs(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, FILE)) {
            assertThat(open(it)).containsExactly(0L, 0L, 0L, 0L, 0L);
            var client = it.holding("front");
            assertThat(open(it)).containsExactly(1L, 1L, 1L, 1L, 1L);
            it.letGo();
            it.answered(client, 200);
            // The client and the idle connection to the server stay.
            Counting.until(() -> open(it).equals(List.of(1L, 0L, 1L, 0L, 0L)));
            client.close();
            Counting.until(() -> open(it).equals(List.of(0L, 0L, 1L, 0L, 0L)));
            assertThat(it.figure("back", "a", "smax")).isEqualTo(1);
        }
    }

    /** Newer than 2.6. */
    @ParameterizedTest
    @MethodSource("ours")
    void maximaStayZeroWhereTheyAreNotWanted(Binary binary) throws IOException, InterruptedException {
        var file = FILE.replaceFirst("global\n", "global\n    stats calculate-max-counters off\n");
        try (var it = new Counting(binary, file)) {
            var client = it.holding("front");
            assertThat(it.figure("back", "a", "scur")).isEqualTo(1);
            for (var column : List.of("smax", "qmax", "rate_max", "ttime_max"))
                assertThat(it.figure("back", "a", column)).as(column).isZero();
            it.letGo();
            it.answered(client, 200);
        }
    }

    private static List<Long> open(Counting it) {
        return List.of(
                it.figure("front", "FRONTEND", "h1_open_connections"),
                it.figure("front", "FRONTEND", "h1_open_streams"),
                it.figure("back", "BACKEND", "h1_open_connections"),
                it.figure("back", "BACKEND", "h1_open_streams"),
                it.figure("back", "a", "scur"));
    }

    /** The second request waits as long as the first is held, which is held until the second waits: some time in any case. */
    @ParameterizedTest
    @MethodSource("programs")
    void waitingTakesTime(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, FILE)) {
            var first = it.holding("one");
            assertThat(times(it, "one", "BACKEND")).containsOnly(0L);
            var second = it.getting("one", "/");
            it.untilQueued("one", "BACKEND", 1);
            // So that each phase takes longer than the clock's grain; how long is not asserted.
            Thread.sleep(40);
            it.letGo();
            it.answered(first, 200);
            it.answered(second, 200);
            Counting.until(() -> it.figure("one", "BACKEND", "hrsp_2xx") == 2);
            for (var row : List.of("a", "BACKEND")) {
                assertThat(it.figure("one", row, "qtime_max")).as(row).isPositive();
                assertThat(it.figure("one", row, "rtime_max")).as(row).isPositive();
                assertThat(it.figure("one", row, "ttime_max")).as(row).isPositive();
            }
            assertThat(it.figure("one", "BACKEND", "qcur")).isZero();
            assertThat(it.figure("one", "BACKEND", "qmax")).isEqualTo(1);
            assertThat(it.figure("one", "a", "qmax")).isZero();
        }
    }

    private static List<Long> times(Counting it, String proxy, String row) {
        return Stream.of("qtime", "ctime", "rtime", "ttime", "qtime_max", "ctime_max", "rtime_max", "ttime_max")
                .map(column -> it.figure(proxy, row, column))
                .toList();
    }
}
