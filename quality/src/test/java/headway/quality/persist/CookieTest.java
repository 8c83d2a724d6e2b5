package headway.quality.persist;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpMessage;
import headway.testkit.HttpServer;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.SyslogSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Persistence by cookies, beside the real HAProxy: the requests of {@code persist/cookies.txt} through both, and the same server, the same fields on both sides, the same
 * two letters in the log.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CookieTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Pattern TIME = Pattern.compile("\\|([A-Za-z0-9+/]{5})");
    private static final Pattern ASKED = Pattern.compile("\\{(-?\\d+)}");
    private static final Pattern LOGGED = Pattern.compile(" s\\d+/(\\S+) \\S+ (\\d+) \\d+ - - (\\S+) \\S+/(\\+?\\d+) ");

    /** A backend with what is asked of it. */
    private record Section(String lines, List<String> servers, List<String[]> requests) {}

    @Test
    void whatHaproxyDoesWithACookieIsDone() throws IOException, InterruptedException {
        var haproxy = Binary.haproxy();
        Assumptions.assumeTrue(haproxy.isPresent(), "no HAProxy is installed");
        var sections = sections();
        var theirs = outcomes(haproxy.get(), sections);
        var ours = outcomes(Binary.headway(), sections);
        assertThat(ours).hasSameSizeAs(theirs).hasSizeGreaterThan(400);
        assertThat(String.join("\n", ours)).isEqualTo(String.join("\n", theirs));
    }

    private static List<Section> sections() throws IOException {
        var sections = new ArrayList<Section>();
        try (var file = CookieTest.class.getResourceAsStream("/persist/cookies.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.ISO_8859_1);
            for (var line : text.split("\n")) {
                if (line.startsWith("== "))
                    sections.add(new Section(line.substring(3), new ArrayList<>(), new ArrayList<>()));
                else if (line.startsWith("server ")) sections.getLast().servers.add(line);
                else if (!line.isEmpty() && !line.startsWith("#"))
                    sections.getLast().requests.add(line.split("\t", -1));
            }
        }
        return sections;
    }

    private static List<String> outcomes(Binary binary, List<Section> sections)
            throws IOException, InterruptedException {
        try (var lab = new Lab();
                var log = lab.syslog("log")) {
            var origin = lab.http("origin", CookieTest::answer);
            var program = lab.start(binary, configuration(sections));
            var outcomes = new ArrayList<String>();
            for (var i = 0; i < sections.size(); i++) {
                var section = sections.get(i);
                for (var request : section.requests)
                    outcomes.add(section.lines + " <- " + String.join(" # ", request) + " -> "
                            + outcome(new Asking(lab, program, origin, log), i, outcomes.size(), request));
            }
            return outcomes;
        }
    }

    private static String configuration(List<Section> sections) {
        var text = new StringBuilder("""
            global
                nbthread 1
                log 127.0.0.1:@log@ local0
            defaults
                mode http
                log global
                option httplog
                timeout client 10s
                timeout server 10s
                timeout connect 5s
                balance roundrobin
            """);
        for (var i = 0; i < sections.size(); i++) {
            text.append("listen s")
                    .append(i)
                    .append("\n    bind 127.0.0.1:@p")
                    .append(i)
                    .append("@\n    ");
            text.append(sections.get(i).lines.replace("; ", "\n    ")).append('\n');
            for (var server : sections.get(i).servers)
                text.append("    ")
                        .append(server.replace("@origin@", "127.0.0.1:@origin@"))
                        .append('\n');
        }
        return text.toString();
    }

    /** The server adds what the request asks for. */
    private static HttpAnswer answer(HttpServer.Seen seen) {
        var wanted = seen.message().field("x-answer");
        var fields = wanted.isEmpty() ? "" : wanted.replace("@", "\r\n") + "\r\n";
        return HttpAnswer.raw("HTTP/1.1 200 OK\r\n" + fields + "content-length: 0\r\n\r\n");
    }

    private record Asking(Lab lab, Program program, HttpServer origin, SyslogSink log) {}

    private static String outcome(Asking asking, int section, int number, String[] request)
            throws IOException, InterruptedException {
        var before = asking.origin.requests().size();
        HttpMessage answer;
        try (KeepAliveClient client = asking.lab.client(asking.program, "p" + section)) {
            answer = client.exchange(message(request, "/r" + number));
        }
        var line = asking.log
                .await(text -> text.contains(" /r" + number + " "), PATIENCE)
                .orElse("nothing was logged");
        var seen = asking.origin.requests();
        var sent = seen.size() > before ? fields(seen.getLast().message(), "cookie") : "";
        var logged = LOGGED.matcher(line);
        assertThat(logged.find()).as(line).isTrue();
        return times(answer.status() + " | " + sent + " | " + fields(answer, "set-cookie")
                + fields(answer, "cache-control") + " | " + logged.group(1) + " " + logged.group(3) + " "
                + logged.group(4));
    }

    private static String message(String[] request, String target) {
        var text = new StringBuilder(request[0]).append(' ').append(target).append(" HTTP/1.1\r\nhost: h\r\n");
        if (request.length > 1 && !request[1].isEmpty())
            text.append(ASKED.matcher(request[1])
                            .replaceAll(m -> written(Long.parseLong(m.group(1))))
                            .replace("@", "\r\n"))
                    .append("\r\n");
        if (request.length > 2) text.append("x-answer: ").append(request[2]).append("\r\n");
        if (request[0].equals("POST")) text.append("content-length: 0\r\n");
        return text.append("\r\n").toString();
    }

    private static String fields(HttpMessage message, String name) {
        var fields = new ArrayList<String>();
        for (var line : message.fieldLines()) if (line.toLowerCase(Locale.ROOT).startsWith(name)) fields.add(line);
        return fields.toString();
    }

    private static long tick() {
        return System.currentTimeMillis() / 4000;
    }

    /** So many seconds from now, as cookies carry it. */
    private static String written(long seconds) {
        var time = tick() + Math.floorDiv(seconds, 4L);
        var text = new StringBuilder();
        for (var shift = 24; shift >= 0; shift -= 6) text.append(DIGITS.charAt((int) (time >> shift & 63)));
        return text.toString();
    }

    /** Times are told as now, or as another one. */
    private static String times(String text) {
        return TIME.matcher(text).replaceAll(found -> {
            var time = 0L;
            for (var c : found.group(1).toCharArray()) time = time << 6 | DIGITS.indexOf(c);
            return Math.abs(tick() - time) <= 1 ? "|NOW" : Math.abs(tick() - time) < 100_000 ? "|THEN" : found.group();
        });
    }
}
