package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Binary;
import headway.testkit.Ending;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import headway.testkit.SyslogSink;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code log-forward} sections: what comes in by datagrams and by connections goes on as HAProxy sends it. */
class ForwardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> FORMS =
            List.of("local", "rfc3164", "rfc5424", "priority", "short", "timed", "iso", "raw");
    private static final String LAST = "<13>the last one";

    private static final List<String> DATAGRAMS = List.of(
            "<34>Oct  1 22:14:15 host su[12]: hello",
            "<34>Oct 11 22:14:15 host no tag here",
            "<34>1 2003-10-01T22:14:15.003Z host app 77 ID47 [ex@1 a=\"b\"] an event",
            "<34>1 - - - - - - nothing known",
            "<34>Oct 11 22:14:15 short",
            "no priority at all",
            "two\nlines\n",
            LAST);

    private static String file(String option) {
        // On one thread the messages keep their order, so that the last one is the last one.
        var text = new StringBuilder(
                "global\n    nbthread 1\nlog-forward in\n    bind 127.0.0.1:@in@\n    dgram-bind 127.0.0.1:@in@\n");
        text.append("    timeout client 30s\n    maxconn 4\n").append(option);
        for (var form : FORMS)
            text.append("    log 127.0.0.1:@%s@ format %s local3 debug crit\n".formatted(form, form));
        return text.append("    log 127.0.0.1:@kept@ local3\n    log 127.0.0.1:@cut@ len 80 format rfc3164 local3\n")
                .toString();
    }

    @Test
    void messagesAreSentOnInEachFormAsHaproxyDoes() throws Exception {
        assumeThat(Binary.haproxy()).isPresent();
        // What 2.6 does is what 3.5 calls "option host keep".
        var headway = forwarded(Binary.headway(), "    option host keep\n");
        assertThat(headway).isEqualTo(forwarded(Binary.haproxy().orElseThrow(), ""));
    }

    private static Map<String, List<String>> forwarded(Binary binary, String option) throws Exception {
        try (var lab = new Lab()) {
            var sinks = new LinkedHashMap<String, SyslogSink>();
            for (var form : FORMS) sinks.put(form, lab.syslog(form));
            for (var other : List.of("kept", "cut")) sinks.put(other, lab.syslog(other));
            var proxy = lab.start(binary, file(option));
            for (var text : DATAGRAMS) datagram(proxy.port("in"), text);
            for (var sink : sinks.values())
                assertThat(sink.await(line -> line.contains("last one"), PATIENCE))
                        .isPresent();
            var normal = new Normal(proxy.pid());
            var texts = new LinkedHashMap<String, List<String>>();
            sinks.forEach((name, sink) -> texts.put(
                    name, sink.lines().stream().map(normal::text).sorted().toList()));
            return texts;
        }
    }

    private static void datagram(int port, String text) throws Exception {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try (var socket = new DatagramSocket()) {
            socket.send(
                    new DatagramPacket(bytes, bytes.length, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-de"})
    void connectionsBringLinesOrCountedMessages(String option) throws Exception {
        try (var lab = new Lab()) {
            var sink = lab.syslog("raw");
            var binary = option.isEmpty() ? Binary.headway() : Binary.headway().with(option);
            var proxy = lab.start(binary, """
                    log-forward in
                        bind 127.0.0.1:@in@
                        maxconn 2
                        log 127.0.0.1:@raw@ format raw local0
                    """);
            var client = lab.connect(proxy, "in");
            client.send("<34>one\n<34>tw");
            client.send("o\n9 <34>three8 <34>four<34>five\n");
            assertThat(sink.await(line -> line.equals("five\n"), PATIENCE)).isPresent();
            assertThat(sink.lines()).containsExactly("one\n", "two\n", "three\n", "four\n", "five\n");
            assertThat(client.ending()).isEqualTo(Ending.OPEN);
            client.send("neither\n");
            assertThat(client.awaitEnding(PATIENCE)).isNotEqualTo(Ending.OPEN);
        }
    }

    @Test
    void onlySoManyConnectionsAreTakenAndTheNextWaits() throws Exception {
        try (var lab = new Lab()) {
            var sink = lab.syslog("raw");
            var proxy = lab.start(Binary.headway(), """
                    log-forward in
                        bind 127.0.0.1:@in@
                        maxconn 2
                        log 127.0.0.1:@raw@ format raw local0
                    """);
            var clients = new ArrayList<RawConnection>();
            for (var i = 0; i < 2; i++) {
                clients.add(lab.connect(proxy, "in"));
                clients.get(i).send("<34>client " + i + "\n");
                var expected = "client " + i + "\n";
                assertThat(sink.await(line -> line.equals(expected), PATIENCE)).isPresent();
            }
            var third = lab.connect(proxy, "in");
            third.send("<34>third\n");
            clients.getFirst().send("<34>still there\n");
            assertThat(sink.await(line -> line.equals("still there\n"), PATIENCE))
                    .isPresent();
            assertThat(sink.lines()).doesNotContain("third\n");
            clients.getFirst().close();
            assertThat(sink.await(line -> line.equals("third\n"), PATIENCE)).isPresent();
        }
    }

    @Test
    void linesAreLinesWhateverTheyBeginWithWhenTheOptionSaysSo() throws Exception {
        try (var lab = new Lab()) {
            var sink = lab.syslog("raw");
            var proxy = lab.start(Binary.headway(), """
                    log-forward in
                        bind 127.0.0.1:@in@
                        option assume-rfc6587-ntf
                        option dont-parse-log
                        log 127.0.0.1:@raw@ format raw local0
                    """);
            var client = lab.connect(proxy, "in");
            client.send("12 angry men\n{\"json\":1}\n<34>Oct 11 22:14:15 host su: x\n");
            await().atMost(PATIENCE).until(() -> sink.lines().size() == 3);
            assertThat(sink.lines())
                    .containsExactly("12 angry men\n", "{\"json\":1}\n", "<34>Oct 11 22:14:15 host su: x\n");
        }
    }

    @Test
    void aClientThatIsSilentForTooLongIsLeft() throws Exception {
        try (var lab = new Lab()) {
            lab.syslog("raw");
            var proxy = lab.start(Binary.headway(), """
                    log-forward in
                        bind 127.0.0.1:@in@
                        timeout client 300ms
                        log 127.0.0.1:@raw@ format raw local0
                    """);
            assertThat(lab.connect(proxy, "in").awaitEnding(PATIENCE)).isNotEqualTo(Ending.OPEN);
        }
    }

    /** The message goes from a frontend by UDP into one section, through a ring to a connection of another, and out. */
    @Test
    void sectionsCanBeChained() throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var sink = lab.syslog("end");
            var port = Lab.freePort();
            var proxy = lab.start(Binary.headway(), """
                    defaults
                        mode http
                        timeout connect 5s
                        timeout client 20s
                        timeout server 20s
                    listen web
                        bind 127.0.0.1:@web@
                        option httplog
                        log 127.0.0.1:%d format rfc3164 local0
                        server s 127.0.0.1:@origin@
                    ring between
                        format rfc5424
                        size 32764
                        timeout connect 5s
                        timeout server 10s
                        server s 127.0.0.1:@second@ log-proto octet-count
                    log-forward first
                        dgram-bind 127.0.0.1:%d
                        log ring@between local0
                    log-forward second
                        bind 127.0.0.1:@second@
                        log 127.0.0.1:@end@ local0
                    """.formatted(port, port));
            lab.client(proxy, "web").get("/through-all");
            var line = sink.await(text -> text.contains("/through-all"), PATIENCE);
            assertThat(line).isPresent();
            assertThat(new Normal(proxy.pid()).text(line.orElseThrow()))
                    .startsWith("<134>1 " + Year.now(ZoneId.systemDefault()) + "-")
                    .contains("-00:00 localhost haproxy PID - - CLIENT [TIME] web web/s ");
        }
    }
}
