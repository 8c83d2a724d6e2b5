package headway.quality.sample;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured of proxies and servers while five requests meet two servers with one slot each. */
class MeasuresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String FILE = """
            global
                nbthread 1
            defaults
                mode http
                timeout client 30s
                timeout server 30s
                timeout connect 30s
            listen full
                bind 127.0.0.1:@front@
                server s1 127.0.0.1:@origin@ maxconn 1 weight 10
                server s2 127.0.0.1:@origin@ maxconn 1
                server s3 127.0.0.1:@origin@ maxconn 1 backup
                server s4 127.0.0.1:@origin@ disabled
            backend limited
                server s1 127.0.0.1:@origin@ maxconn 4 maxqueue 3
                server s2 127.0.0.1:@origin@ maxconn 5 maxqueue 2
                server s3 127.0.0.1:@origin@ maxconn 50 maxqueue 20 backup
            backend endless
                server s1 127.0.0.1:@origin@ maxconn 4
                server s2 127.0.0.1:@origin@ disabled
            backend spare
                server s1 127.0.0.1:@origin@ disabled maxconn 3
                server s3 127.0.0.1:@origin@ maxconn 7 backup
                server s5 127.0.0.1:@origin@ maxconn 9 backup
            listen probe
                bind 127.0.0.1:@probe@
                http-request return status 200 content-type text/plain lf-string "%[be_conn(full)] %[be_conn_free(full)] %[connslots(full)] %[queue(full)] %[avg_queue(full)] %[nbsrv(full)] fe %[fe_conn(full)] %[fe_conn] s1 %[srv_conn(full/s1)] %[srv_conn_free(full/s1)] %[srv_is_up(full/s1)] %[srv_queue(full/s1)] %[srv_weight(full/s1)] %[srv_uweight(full/s1)] %[srv_iweight(full/s1)] s4 %[srv_is_up(full/s4)] %[srv_conn_free(full/s4)] limited %[be_conn_free(limited)] %[connslots(limited)] %[nbsrv(limited)] endless %[be_conn_free(endless)] %[connslots(endless)] %[nbsrv(endless)] spare %[be_conn_free(spare)] %[connslots(spare)] %[nbsrv(spare)] %[avg_queue(spare)]"
            """;

    private static final String EXPECTED =
            "5 0 -1 3 2 2 fe 5 1 s1 1 0 1 0 10 10 10 s4 0 -1 limited 9 84 2 endless 4 -1 1 spare 7 -1 1 0";

    static Stream<Binary> binaries() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void slotsQueuesAndServersAreCountedAsTheyAre(Binary binary) throws IOException, InterruptedException {
        var release = new CountDownLatch(1);
        try (var lab = new Lab()) {
            lab.tcp("origin", (_, connection) -> answerLater(connection, release));
            var program = lab.start(binary, FILE);
            for (var i = 0; i < 5; i++) lab.connect(program, "front").send("GET / HTTP/1.1\r\nhost: h\r\n\r\n");
            var probe = lab.client(program, "probe");
            var seen = probe.get("/").body();
            for (var i = 0; i < 500 && !seen.equals(EXPECTED); i++) {
                Thread.sleep(10);
                seen = probe.get("/").body();
            }
            release.countDown();
            assertThat(seen).isEqualTo(EXPECTED);
        }
    }

    private static void answerLater(RawConnection connection, CountDownLatch release) {
        connection.awaitText("\r\n\r\n", PATIENCE);
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    }
}
