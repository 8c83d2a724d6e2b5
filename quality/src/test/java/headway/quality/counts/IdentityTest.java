package headway.quality.counts;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of proxies, sockets and servers, given or counted, and what {@code show servers state} says of how servers are set up; the real program says the same. */
class IdentityTest {
    private static final String FILE = """
            global
                nbthread 1
                stats socket $API level admin
            defaults
                timeout connect 5s
                timeout client 20s
                timeout server 20s
                option socket-stats
            frontend first
                bind 127.0.0.1:@x@
                bind 127.0.0.1:@y@ id 9
                bind 127.0.0.1:@z@ name third
            backend given
                id 70
                server one 127.0.0.1:1 id 5
                server two 127.0.0.1:1 disabled
            backend templates
                server x 127.0.0.1:1
                server-template t 3 127.0.0.1:2 id 20
                server y 127.0.0.1:3
            backend checks
                server plain 127.0.0.1:3
                server port 127.0.0.1:3 port 45
                server both 127.0.0.1:3 port 44 addr 127.0.0.8
            """;

    static Stream<Binary> programs() {
        return CountsTest.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void numbersAreGivenOrCounted(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, FILE)) {
            assertThat(numbers(it, "first"))
                    .containsExactly("FRONTEND 1 2 0", "sock-1 1 2 1", "sock-9 1 2 9", "third 1 2 3");
            assertThat(numbers(it, "given")).containsExactly("one 1 70 5", "two 1 70 2", "BACKEND 1 70 0");
            assertThat(numbers(it, "templates"))
                    .containsExactly("x 1 4 1", "t1 1 4 20", "t2 1 4 3", "t3 1 4 4", "y 1 4 5", "BACKEND 1 4 0");
        }
    }

    private static List<String> numbers(Counting it, String proxy) throws IOException {
        var table = it.stat(proxy);
        return table.rows().stream()
                .map(row -> row + " " + table.text(row, "pid") + " " + table.text(row, "iid") + " "
                        + table.text(row, "sid"))
                .toList();
    }

    /** Number and name, the state of administration, whether numbers of backend and server were given, and where checks and agent go. */
    @ParameterizedTest
    @MethodSource("programs")
    void serversTellHowTheyAreSetUp(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, FILE)) {
            assertThat(states(it))
                    .containsExactly(
                            "5 one 0 1/1 0 - - 0",
                            "2 two 5 1/0 0 - - 0",
                            "1 x 0 0/0 0 - - 0",
                            "20 t1 0 0/1 0 - - 0",
                            "3 t2 0 0/1 0 - - 0",
                            "4 t3 0 0/1 0 - - 0",
                            "5 y 0 0/0 0 - - 0",
                            "1 plain 0 0/0 0 - - 0",
                            "2 port 0 0/0 45 - - 45",
                            "3 both 0 0/0 44 127.0.0.8 127.0.0.8 44");
        }
    }

    private static List<String> states(Counting it) throws IOException {
        return it.ask("show servers state")
                .lines()
                .skip(2)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" "))
                .map(w -> w[2] + " " + w[3] + " " + w[6] + " " + w[15] + "/" + w[16] + " " + w[21] + " " + w[22] + " "
                        + w[23] + " " + w[24])
                .toList();
    }
}
