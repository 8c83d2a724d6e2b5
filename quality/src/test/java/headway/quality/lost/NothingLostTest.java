package headway.quality.lost;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpServer;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers are killed, paused, reset and closed under load, one at a time. With {@code retry-on} and redispatch no GET or
 * PUT may be lost; without them some are, which shows that the test would notice.
 */
class NothingLostTest {
    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final String PROTECTED = """
                retries 5
                retry-on conn-failure empty-response response-timeout
                option redispatch 1
            """;
    private static final String UNPROTECTED = """
                retries 0
                no option redispatch
            """;

    private Lab lab;

    @Nullable
    private Program proxy;

    @BeforeEach
    void begin() throws IOException {
        lab = new Lab();
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    static Stream<Binary> engines() {
        return Stream.of(Binary.headway(), Binary.headway().with("-de"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void nothingIsLostAnsweredTwiceOrMixedUp(Binary binary) throws IOException, InterruptedException {
        Load load = underFaults(binary, PROTECTED);

        assertThat(load.wrong()).isEmpty();
        assertThat(load.lost()).as(() -> linesOf(load.lost())).isEmpty();
    }

    @Test
    void withoutRetriesSomeAreLostButNoneMixedUp() throws IOException, InterruptedException {
        Load load = underFaults(Binary.headway(), UNPROTECTED);

        assertThat(load.wrong()).isEmpty();
        assertThat(load.lost()).isNotEmpty();
    }

    /** What the proxy logged of the requests that were lost. */
    private String linesOf(List<String> lost) {
        var said = proxy == null ? "" : proxy.said();
        return said.lines()
                .filter(line -> lost.stream().anyMatch(id -> line.contains("/" + id.replaceFirst(":.*", "") + " ")))
                .collect(Collectors.joining("\n"));
    }

    private Load underFaults(Binary binary, String protection) throws IOException, InterruptedException {
        Random random = Lab.seeded("nothing lost, " + binary.name() + " " + binary.options());
        List<HttpServer> nodes = List.of(node("node1", random), node("node2", random), node("node3", random));
        proxy = lab.start(binary, file(protection));
        long until = System.nanoTime() + LOAD.toNanos();
        Load load = new Load(proxy.port("front"), until);
        Faults faults = new Faults(nodes, random, until);
        Thread befalling = Thread.ofVirtual().start(faults);

        load.run();
        befalling.join();

        System.out.println(load.sent() + " requests, " + faults.befallen() + " faults, "
                + load.lost().size() + " lost");
        assertThat(faults.befallen()).isGreaterThan(10);
        assertThat(load.sent()).isGreaterThan(200);
        return load;
    }

    /** Answers with the id of the request and the length of its body, at once or a little later. */
    private HttpServer node(String name, Random random) throws IOException {
        return lab.http(
                name,
                seen -> HttpAnswer.ok(seen.message().target().substring(1)
                                + " "
                                + seen.message().body().length())
                        .after(Duration.ofMillis(random.nextInt(6))));
    }

    private static String file(String protection) {
        return """
                global
                    nbthread 2
                    log fd@2 local0
                listen nodes
                    mode http
                    log global
                    option httplog
                    bind 127.0.0.1:@front@
                    balance roundrobin
                    timeout connect 2s
                    timeout client 20s
                    timeout server 5s
                %s    server node1 127.0.0.1:@node1@
                    server node2 127.0.0.1:@node2@
                    server node3 127.0.0.1:@node3@
                """.formatted(protection);
    }
}
