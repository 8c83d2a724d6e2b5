package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.SyslogSink;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of forty messages a {@code log} line with {@code sample} sends; the same of HAProxy and of Headway. */
class SampledTest {
    private static final int REQUESTS = 40;

    private static final Map<String, String> PICKED = Map.of(
            "1:3", "1 4 7 10 13 16 19 22 25 28 31 34 37 40",
            "2:3", "2 5 8 11 14 17 20 23 26 29 32 35 38",
            "1-2:5", "1 2 6 7 11 12 16 17 21 22 26 27 31 32 36 37",
            "1,3:4", "1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 31 33 35 37 39",
            "2-3,5:6", "2 3 5 8 9 11 14 15 17 20 21 23 26 27 29 32 33 35 38 39",
            "10:10", "10 20 30 40");

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameMessagesAreSent(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var sinks = new LinkedHashMap<String, SyslogSink>();
            var lines = new StringBuilder();
            for (var sample : PICKED.keySet()) {
                var name = "sink" + sinks.size();
                sinks.put(sample, lab.syslog(name));
                lines.append("    log 127.0.0.1:@%s@ format raw sample %s local0\n".formatted(name, sample));
            }
            // The last to be told: what it has got the others have had.
            var all = lab.syslog("all");
            var proxy = lab.start(binary, """
                    global
                        nbthread 1
                    defaults
                        mode http
                        timeout connect 5s
                        timeout client 20s
                        timeout server 20s
                    frontend main
                        bind 127.0.0.1:@front@
                        log-format "%HU"
                        http-request return status 200
                    """ + lines + "    log 127.0.0.1:@all@ format raw local0\n");
            try (var client = lab.client(proxy, "front")) {
                for (var i = 1; i <= REQUESTS; i++) client.get("/" + i);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> all.lines().size() == REQUESTS);
            sinks.forEach((sample, sink) -> {
                var expected = PICKED.getOrDefault(sample, "").split(" ");
                await().atMost(Duration.ofSeconds(30)).until(() -> sink.lines().size() >= expected.length);
                assertThat(sink.lines())
                        .as(sample)
                        .extracting(line -> line.strip().substring(1))
                        .containsExactly(expected);
            });
        }
    }
}
