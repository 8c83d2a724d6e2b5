package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import headway.testkit.SyslogSink;
import headway.testkit.TcpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The same {@code log} lines, the same messages: what each kind of receiver gets from HAProxy and from Headway. */
class TargetsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TcpServer.Conversation SILENT =
            (_, connection) -> connection.awaitEnding(PATIENCE.multipliedBy(6));

    @Test
    void eachReceiverGetsWhatHaproxySends() throws Exception {
        assumeThat(Binary.haproxy()).isPresent();
        assertThat(received(Binary.headway()))
                .isEqualTo(received(Binary.haproxy().orElseThrow()));
    }

    private static Map<String, List<String>> received(Binary binary) throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var modern = lab.syslog("modern");
            var sinks = new LinkedHashMap<String, SyslogSink>();
            for (var name : List.of("traditional", "quiet", "sampled")) sinks.put(name, lab.syslog(name));
            var stream = lab.tcp("stream", SILENT);
            var counting = lab.tcp("counting", SILENT);
            var api = lab.folder().resolve("api");
            var proxy = lab.start(binary, file(api));
            var client = lab.client(proxy, "web");
            for (var i = 1; i <= 6; i++) client.get("/" + i);
            var texts = new LinkedHashMap<String, List<String>>();
            texts.put("stream", ends(received(stream), "]: "));
            texts.put("counting", new Normal(proxy.pid()).lines(received(counting)));
            var normal = new Normal(proxy.pid());
            for (var sink : List.of(modern, Objects.requireNonNull(sinks.get("traditional"))))
                await().atMost(PATIENCE).until(() -> sink.lines().size() == 6);
            await().atMost(PATIENCE)
                    .until(() ->
                            Objects.requireNonNull(sinks.get("sampled")).lines().size() == 4);
            sinks.forEach((name, sink) ->
                    texts.put(name, sink.lines().stream().map(normal::text).toList()));
            texts.put("modern", ends(String.join("", modern.lines()), ""));
            texts.put("kept", ends(Api.ask(api, "show events kept\n"), "+00:00 "));
            texts.put("list", rings(Api.ask(api, "show events\n")));
            return texts;
        }
    }

    /** What its one connection brought, once all six are there. */
    private static String received(TcpServer server) {
        await().atMost(PATIENCE).until(() -> !server.connections().isEmpty());
        RawConnection connection = server.connections().getFirst();
        await().atMost(PATIENCE).until(() -> connection.received().split("CLIENT|\\[[0-9]{2}/", -1).length == 7);
        return connection.received();
    }

    /** How long lines that were cut are behind a sign: what they show varies with the digits of timers and ports. */
    private static List<String> ends(String lines, String sign) {
        return lines.lines()
                .map(line -> line.isEmpty() ? "" : "cut at " + (line.length() - line.indexOf(sign) - sign.length()))
                .toList();
    }

    /** HAProxy names the file of an implicit ring, whose path differs. */
    private static List<String> rings(String listed) {
        return listed.lines()
                .skip(1)
                .map(line -> line.replaceAll("into '.*' at", "into 'FILE' at"))
                .toList();
    }

    private static String file(Path socket) {
        return """
            global
                nbthread 1
                stats socket %s level admin
                log-tag process
            ring kept
                description "what was asked for"
                format timed
                maxlen 150
                size 20000
            ring counted
                format rfc5424
                size 20000
                timeout connect 5s
                timeout server 5s
                server s 127.0.0.1:@counting@ log-proto octet-count
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend web
                bind 127.0.0.1:@web@
                option httplog
                log-tag shop
                log 127.0.0.1:@modern@ len 100 format rfc5424 local0
                log 127.0.0.1:@traditional@ format rfc3164 local1 info err
                log 127.0.0.1:@quiet@ local1 notice
                log 127.0.0.1:@sampled@ format short sample 1,3:3 local2
                log ring@kept len 90 local3
                log ring@counted local4
                log tcp@127.0.0.1:@stream@ len 100 local5
                default_backend pool
            backend pool
                server s 127.0.0.1:@origin@
            """.formatted(socket);
    }
}
