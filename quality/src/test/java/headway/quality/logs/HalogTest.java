package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.TcpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HAProxy's own {@code halog} reads files that Headway has written, and counts in them what it counts in HAProxy's. */
class HalogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path HALOG = Path.of("/usr/bin/halog");
    /** What is asked of halog, and how many columns of its answer are the same in every run: the others are times and sizes. */
    private static final Map<String, Integer> QUESTIONS = Map.of(
            "-st", 9, "-tc", 9, "-srv", 9, "-u", 2, "-ue", 2, "-pct", 2, "-c", 9, "-ic", 2, "-c -hs 500:", 9, "-c -e", 9);

    @BeforeEach
    void needsBoth() {
        assumeThat(Files.isExecutable(HALOG)).as("halog comes with Debian's package haproxy").isTrue();
        assumeThat(Binary.haproxy()).as("haproxy is installed").isPresent();
    }

    @Test
    void itCountsTheSameInLinesOfHttp() throws Exception {
        var asked = counted(Binary.headway(), "option httplog", HalogTest::requests);
        assertThat(asked).isEqualTo(counted(Binary.haproxy().orElseThrow(), "option httplog", HalogTest::requests));
        assertThat(asked.get("-st")).contains("200 12", "404 3", "503 2", "403 1");
        assertThat(asked.get("-c")).contains("19");
    }

    @Test
    void itCountsTheSameInLinesOfTcp() throws Exception {
        var asked = counted(Binary.headway(), "option tcplog", HalogTest::connections);
        assertThat(asked).isEqualTo(counted(Binary.haproxy().orElseThrow(), "option tcplog", HalogTest::connections));
        assertThat(asked.get("-c")).contains("6");
        assertThat(asked.get("-srv")).contains("pool/s 0 0 0 0 0 0 0 0");
    }

    /** Has so many lines written. */
    private interface Traffic {
        int run(Lab lab, Program proxy) throws Exception;
    }

    private static int requests(Lab lab, Program proxy) throws Exception {
        var client = lab.client(proxy, "web");
        for (var i = 0; i < 8; i++) client.get("/a");
        for (var i = 0; i < 4; i++) client.get("/b?c=" + i);
        for (var i = 0; i < 3; i++) client.get("/missing");
        for (var i = 0; i < 2; i++) lab.client(proxy, "web").get("/dead");
        client.get("/denied");
        try (var broken = lab.connect(proxy, "web")) {
            broken.send("BAD\r\n\r\n");
            broken.awaitText("\r\n\r\n", PATIENCE);
        }
        return 19;
    }

    private static int connections(Lab lab, Program proxy) throws Exception {
        for (var i = 0; i < 4; i++)
            try (var connection = lab.connect(proxy, "web")) {
                connection.send("abc");
                connection.awaitText("abc", PATIENCE);
            }
        for (var i = 0; i < 2; i++)
            try (var connection = lab.connect(proxy, "dead")) {
                connection.send("abc");
                connection.awaitEnding(PATIENCE);
            }
        return 6;
    }

    private static Map<String, List<String>> counted(Binary binary, String option, Traffic traffic) throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin", seen -> HttpAnswer.raw("HTTP/1.1 " + (seen.message().startLine().contains("/missing") ? "404 None" : "200 OK")
                    + "\r\nContent-Length: 2\r\n\r\nok"));
            lab.tcp("echo", ECHO);
            var sink = lab.syslog("log");
            var proxy = lab.start(binary, configuration(option, Lab.freePort()));
            var expected = traffic.run(lab, proxy);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(sink.lines()).hasSize(expected));
            var file = lab.folder().resolve("haproxy.log");
            // As syslogd keeps them: without the number, and with the machine's name.
            Files.write(
                    file,
                    sink.lines().stream()
                            .map(line -> line.strip().replaceFirst("^<\\d+>(.{15}) ", "$1 lb1 "))
                            .toList());
            var answers = new LinkedHashMap<String, List<String>>();
            for (var question : QUESTIONS.entrySet())
                answers.put(question.getKey(), ask(file, question.getKey(), question.getValue()));
            return answers;
        }
    }

    private static final TcpServer.Conversation ECHO = (_, connection) -> {
        connection.awaitText("abc", PATIENCE);
        connection.send("abc");
        connection.awaitEnding(PATIENCE);
        connection.close();
    };

    /** The answer in order, with no more than the first columns and the last one. */
    private static List<String> ask(Path file, String question, int columns) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(HALOG.toString()), Stream.of(question.split(" "))).toList();
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return said.lines()
                .map(line -> columns(line, columns))
                .map(HalogTest::mask)
                .sorted()
                .toList();
    }

    /** Where it shows a line of the file that it has no use for, since halog asks TCP lines less than those of HTTP. */
    private static String mask(String line) {
        return line.replaceFirst("\\w{3} +\\d+ [\\d:]{8} lb1 haproxy.*", "LINE");
    }

    private static String columns(String line, int most) {
        var words = line.strip().split("\\s+");
        if (words.length <= most) return String.join(" ", words);
        var first = Stream.of(words).limit(most).collect(Collectors.joining(" "));
        var last = words[words.length - 1];
        return last.contains("/") || last.contains(".") ? first + " " + last : first;
    }

    private static String configuration(String option, int nobody) {
        var isHttp = option.equals("option httplog");
        return """
                global
                    nbthread 1
                defaults
                    mode %s
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                    retries 0
                    %s
                    log 127.0.0.1:@log@ local0
                frontend web
                    bind 127.0.0.1:@web@
                %s
                frontend dead
                    bind 127.0.0.1:@dead@
                    default_backend dead
                backend pool
                    server s 127.0.0.1:%s
                backend dead
                    server none 127.0.0.1:%d
                """.formatted(
                        isHttp ? "http" : "tcp",
                        option,
                        isHttp
                                ? "    http-request deny if { path /denied }\n    use_backend dead if { path /dead }\n    default_backend pool"
                                : "    default_backend pool",
                        isHttp ? "@origin@" : "@echo@",
                        nobody);
    }
}
