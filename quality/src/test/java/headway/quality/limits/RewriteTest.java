package headway.quality.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code tune.maxrewrite} and {@code strict-mode}: edits that do not fit beside the body. */
class RewriteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LONG = "x".repeat(64);

    private static String file(Path api) {
        return """
                global
                    tune.bufsize 2048
                    tune.maxrewrite 128
                    stats socket %1$s level admin
                defaults
                    mode http
                    log 127.0.0.1:@sink@ local0
                    option httplog
                    option http-buffer-request
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                frontend f
                    bind 127.0.0.1:@f@
                    http-request strict-mode off if { path_sub off }
                    http-request set-header x-a %2$s
                    http-request set-header x-a %2$s
                    http-request set-header x-b %2$s if { path_end /2 }
                    default_backend b
                backend b
                    http-request set-header x-c %2$s if { path_end /4 }
                    server s 127.0.0.1:@empty@
                frontend g
                    bind 127.0.0.1:@g@
                    http-response set-header x-d %2$s if { capture.req.uri -m end /4 }
                    default_backend c
                backend c
                    http-response strict-mode off if { capture.req.uri -m sub off }
                    http-response set-header x-a %2$s
                    http-response set-header x-b %2$s if { capture.req.uri -m end /2 }
                    server s 127.0.0.1:@large@
                frontend h
                    bind 127.0.0.1:@h@
                    http-after-response set-header x-a %2$s
                    http-after-response set-header x-b %2$s if { capture.req.uri -m end /2 }
                    default_backend d
                backend d
                    server s 127.0.0.1:@large@
                """.formatted(api, LONG);
    }

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatDoesNotFitEndsTheRequestUnlessStrictModeIsOff(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var api = lab.folder().resolve("api");
            lab.http("empty");
            lab.http("large", _ -> HttpAnswer.ok("y".repeat(2000)));
            var sink = lab.syslog("sink");
            var proxy = lab.start(binary, file(api));
            await().until(() -> Files.exists(api));
            var ends = new StringBuilder();
            for (var path : new String[] {
                "f/1", "f/2", "f/off/2", "f/4", "f/off/4", "g/1", "g/2", "g/off/2", "g/4", "h/1", "h/2"
            }) {
                var client = lab.client(proxy, path.substring(0, 1));
                var body = "z".repeat(path.startsWith("f") ? 2000 : 0);
                var answer = client.exchange("POST /" + path + " HTTP/1.1\r\nhost: h\r\ncontent-length: "
                        + body.length() + "\r\n\r\n" + body);
                var line = sink.await(l -> l.contains("\"POST /" + path + " "), PATIENCE)
                        .orElseThrow();
                ends.append(path)
                        .append(' ')
                        .append(answer.status())
                        .append(' ')
                        .append(letters(line))
                        .append('\n');
            }

            assertThat(ends.toString()).isEqualTo("""
                    f/1 200 --
                    f/2 500 PR
                    f/off/2 200 --
                    f/4 500 PR
                    f/off/4 500 PR
                    g/1 200 --
                    g/2 500 PH
                    g/off/2 200 --
                    g/4 500 PH
                    h/1 200 --
                    h/2 500 PH
                    """);
            assertThat(figures(api)).isEqualTo("""
                    f FRONTEND wrew=4 eint=3
                    b s wrew=0 eint=0
                    b BACKEND wrew=2 eint=2
                    g FRONTEND wrew=3 eint=2
                    c s wrew=3 eint=2
                    c BACKEND wrew=3 eint=2
                    h FRONTEND wrew=1 eint=1
                    d s wrew=1 eint=1
                    d BACKEND wrew=1 eint=1
                    """);
        }
    }

    private static String letters(String line) {
        return Arrays.stream(line.split(" "))
                .filter(word -> word.matches("..--"))
                .findFirst()
                .orElseThrow()
                .substring(0, 2);
    }

    private static String figures(Path api) throws IOException {
        var lines = Api.ask(api, "show stat\n")
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        var names = Arrays.asList(lines.getFirst().substring(2).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(f -> f[0] + " " + f[1] + " wrew=" + f[names.indexOf("wrew")] + " eint=" + f[names.indexOf("eint")]
                        + "\n")
                .collect(Collectors.joining());
    }
}
