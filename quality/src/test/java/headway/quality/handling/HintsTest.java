package headway.quality.handling;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which {@code early-hint} rules share a response 103; the same of HAProxy and of Headway. */
class HintsTest {
    private static final String FILE = """
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend main
                bind 127.0.0.1:@front@
                http-request early-hint link a
                http-request early-hint link b
                http-request early-hint link c if { path /c }
                http-request early-hint x-d d
                http-request early-hint link e if { path /e }
                http-request early-hint link f if { path /f }
                http-request set-header x y
                http-request early-hint link g
                http-request return status 200
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void rulesWithoutAConditionShareTheResponseOfTheRuleBefore(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var proxy = lab.start(binary, FILE);
            assertThat(hints(lab, proxy, "/c")).isEqualTo("103 link: a|link: b| 103 link: c|x-d: d| 103 link: g| 200 ");
            assertThat(hints(lab, proxy, "/e"))
                    .isEqualTo("103 link: a|link: b| 103 x-d: d| 103 link: e| 103 link: g| 200 ");
            assertThat(hints(lab, proxy, "/")).isEqualTo("103 link: a|link: b| 103 x-d: d| 103 link: g| 200 ");
        }
    }

    private static String hints(Lab lab, Program proxy, String path) throws IOException, InterruptedException {
        try (var client = lab.connect(proxy, "front")) {
            client.send("GET " + path + " HTTP/1.1\r\nhost: h\r\n\r\n");
            assertThat(client.awaitText("200 OK", Duration.ofSeconds(30))).isTrue();
            var heads = client.received().toLowerCase(Locale.ROOT).split("http/1.1 ");
            var told = new StringBuilder();
            for (var head : heads) {
                if (head.isEmpty()) continue;
                told.append(head, 0, 3).append(' ');
                if (head.startsWith("200")) break;
                head.lines()
                        .skip(1)
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> told.append(line).append('|'));
                told.append(' ');
            }
            return told.toString();
        }
    }
}
