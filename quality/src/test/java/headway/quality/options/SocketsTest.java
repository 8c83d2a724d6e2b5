package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code option socket-stats} and {@code shards}: how many sockets there are, what they are called, and what is counted of each. */
class SocketsTest {
    private static final int PXNAME = 0;
    private static final int SVNAME = 1;
    private static final int SMAX = 5;
    private static final int SLIM = 6;
    private static final int STOT = 7;
    private static final int BIN = 8;
    private static final int SID = 28;
    private static final int LISTENER = 3;
    private static final int TYPE = 32;

    private static String file(Path api, String global, String options) {
        return """
                global
                    nbthread 4
                    stats socket %s level admin
                    %s
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                listen main
                    bind 127.0.0.1:@one@
                    bind 127.0.0.1:@two@ name second id 7
                    bind 127.0.0.1:@three@ %s
                    option socket-stats
                    server s 127.0.0.1:@origin@
                listen quiet
                    bind 127.0.0.1:@quiet@
                    server s 127.0.0.1:@origin@
            """.formatted(api, global, options);
    }

    static Stream<Binary> programs() {
        return Stream.concat(
                Binary.haproxy().stream(),
                Stream.of(Binary.headway(), Binary.headway().with("-de")));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void eachSocketHasItsRow(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            var proxy = start(lab, binary, "", "maxconn 9");
            var client = lab.client(proxy, "two");
            client.get("/a");
            client.get("/b");

            var rows = listeners(lab);

            assertThat(column(rows, PXNAME)).containsOnly("main");
            assertThat(column(rows, SVNAME)).containsExactly("sock-1", "second", "sock-3");
            assertThat(column(rows, SID)).containsExactly("1", "7", "3");
            assertThat(column(rows, STOT)).containsExactly("0", "1", "0");
            assertThat(column(rows, SMAX)).containsExactly("0", "1", "0");
            assertThat(column(rows, SLIM)).containsExactly("0", "0", "9");
            assertThat(Integer.parseInt(rows.get(1)[BIN])).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void shardsAreSocketsOfTheirOwnAndAllOfThemServe(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            var proxy = start(lab, binary, "", "shards 2");
            for (var i = 0; i < 40; i++)
                assertThat(lab.client(proxy, "three").get("/").status()).isEqualTo(200);

            var rows = listeners(lab);

            assertThat(column(rows, SVNAME)).containsExactly("sock-1", "second", "sock-3", "sock-4");
            // The kernel spreads clients by a hash of their ports: that one socket gets all forty is one in 2^39.
            assertThat(column(rows.subList(2, 4), STOT)).doesNotContain("0");
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void thereAreNoMoreShardsThanThreads(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            start(lab, binary, "", "shards 50");
            assertThat(listeners(lab)).hasSize(6);
        }
        try (var lab = new Lab()) {
            lab.http("origin");
            start(lab, binary, "", "shards by-thread");
            assertThat(listeners(lab)).hasSize(6);
        }
    }

    /** The word is newer than 2.6. */
    @ParameterizedTest
    @MethodSource("headways")
    void defaultShardsAreForLinesThatNameNone(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin");
            start(lab, binary, "tune.listener.default-shards by-thread", "shards 1");
            assertThat(listeners(lab)).hasSize(9);
        }
    }

    static Stream<Binary> headways() {
        return Stream.of(Binary.headway(), Binary.headway().with("-de"));
    }

    private static Program start(Lab lab, Binary binary, String global, String options)
            throws IOException, InterruptedException {
        var proxy = lab.start(binary, file(api(lab), global, options));
        // It is opened after the ports that the lab waits for.
        await().until(() -> Files.exists(api(lab)));
        return proxy;
    }

    private static Path api(Lab lab) {
        return lab.folder().resolve("api");
    }

    /** The fields of each listener's row of {@code show stat}. */
    private static List<String[]> listeners(Lab lab) throws IOException {
        return ask(lab, "show stat")
                .lines()
                .map(line -> line.split(",", -1))
                .filter(fields -> fields.length > TYPE && fields[TYPE].equals("" + LISTENER))
                .toList();
    }

    private static List<String> column(List<String[]> rows, int column) {
        return rows.stream().map(fields -> fields[column]).toList();
    }

    private static String ask(Lab lab, String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(api(lab)));
            Channels.newOutputStream(channel).write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
