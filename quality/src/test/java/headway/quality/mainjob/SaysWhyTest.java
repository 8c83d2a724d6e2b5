package headway.quality.mainjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Binary;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at {@code -c}, what is warned of, what is noted, and the notice of a tcp proxy that carries requests. */
class SaysWhyTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Setting HEADWAY = new Setting("headway", Binary.headway(), 1);

    private Lab lab;

    @BeforeEach
    void begin() throws IOException {
        lab = new Lab();
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    static Stream<Binary> both() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("both")
    void usersFileIsRefusedForItsSecondNode2(Binary binary) throws IOException, InterruptedException {
        String file = HEADWAY.file("tcp").replace("server node3", "server node2");

        Program check = lab.run(binary.with("-c"), file);

        assertThat(check.awaitExit(SOON)).isEqualTo(1);
        assertThat(line(check, "node2")).startsWith("[ALERT]").contains(check.file() + ":");
    }

    @ParameterizedTest
    @MethodSource("both")
    void usersFileWithDistinctNamesIsValid(Binary binary) throws IOException, InterruptedException {
        Program check = lab.run(binary.with("-c"), HEADWAY.file("tcp"));

        assertThat(check.awaitExit(SOON)).as(check.said()).isZero();
        assertThat(check.said()).doesNotContain("[ALERT]").doesNotContain("[WARNING]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"option forwardfor", "option httplog", "monitor-uri /x"})
    void whatHaproxyWarnsOfInTcpIsAWarning(String useless) throws IOException, InterruptedException {
        for (Binary binary : both().toList()) {
            Program check = lab.run(binary.with("-c"), HEADWAY.file("tcp", useless));

            String words = useless.startsWith("option") ? useless : useless.substring(0, useless.indexOf(' '));
            assertThat(check.awaitExit(SOON)).as(check.said()).isZero();
            assertThat(line(check, words.substring(words.indexOf(' ') + 1)))
                    .as(binary.name() + ": " + check.said())
                    .startsWith("[WARNING]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry-on empty-response",
                "http-reuse always",
                "option http-keep-alive",
                "timeout http-keep-alive 10s"
            })
    void whatHaproxyPassesInSilenceIsANoticeWithItsLine(String useless) throws IOException, InterruptedException {
        String file = HEADWAY.file("tcp", useless);
        int lineNumber = file.lines().map(String::strip).toList().indexOf(useless) + 1;

        Program check = lab.run(Binary.headway().with("-c"), file);

        assertThat(check.awaitExit(SOON)).as(check.said()).isZero();
        assertThat(check.said()).doesNotContain("[WARNING]");
        assertThat(line(check, check.file() + ":" + lineNumber))
                .as(check.said())
                .startsWith("[NOTICE]");
    }

    @Test
    void nothingIsNotedWhereItHasEffect() throws IOException, InterruptedException {
        Program check = lab.run(
                Binary.headway().with("-c"),
                HEADWAY.file("http", "http-reuse always", "option http-keep-alive", "timeout http-keep-alive 10s"));

        assertThat(check.said()).doesNotContain(check.file() + ":").doesNotContain("[WARNING]");
    }

    @Test
    void secondRequestOnATcpConnectionIsNotedOnce() throws IOException, InterruptedException {
        lab.http("node1");
        lab.http("node2");
        lab.http("node3");
        Program proxy = lab.start(Binary.headway(), HEADWAY.file("tcp"));
        for (int connection = 0; connection < 3; connection++) {
            KeepAliveClient client = lab.client(proxy, "front");
            client.get("/a");
            client.get("/b");
            client.get("/c");
        }

        await().atMost(SOON).until(() -> !notices(proxy).isEmpty());
        assertThat(notices(proxy)).hasSize(1);
        int lineOfMode = HEADWAY.file("tcp").lines().map(String::strip).toList().indexOf("mode tcp") + 1;
        assertThat(notices(proxy).getFirst()).startsWith("[NOTICE]").contains(proxy.file() + ":" + lineOfMode);
    }

    private static List<String> notices(Program proxy) {
        return proxy.said().lines().filter(l -> l.contains("mode http")).toList();
    }

    private static String line(Program program, String containing) {
        return program.said()
                .lines()
                .filter(l -> l.contains(containing))
                .findFirst()
                .orElse("nothing in: " + program.said());
    }
}
