package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.line.LineWriter;
import headway.language.model.CaptureSlots;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.LogTarget.Sink;
import headway.traffic.account.Account;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code option jsonlog}. */
class JsonLineTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aRequestIsToldWithOpenTelemetrysNamesAndInWordsHowItEnded() {
        var account = accepted();
        account.isHttp = true;
        account.requestMillis = account.acceptedMillis;
        account.requestStartNanos = 1_000 * MILLI;
        account.requestEndNanos = account.queueLeftNanos = 1_002 * MILLI;
        account.connectedNanos = 1_003 * MILLI;
        account.endedNanos = 6_003 * MILLI;
        account.backend = "app";
        account.server = "s1";
        account.serverAddress = new Address.Inet(new byte[] {10, 0, 0, 3}, 81);
        account.status = 504;
        account.bytesIn = 120;
        account.bytesOut = 198;
        account.cause = 's';
        account.phase = 'H';
        account.retries = 1;
        line(account, "GET /a\"b?c=d HTTP/1.1");
        assertThat(line(account))
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-23T04:24:05.581Z\",\"client.address\":\"127.0.0.1\",\"client.port\":52702,"
                                + "\"network.protocol.name\":\"http\",\"network.protocol.version\":\"1.1\",\"http.request.method\":\"GET\","
                                + "\"url.path\":\"/a\\\"b\",\"url.query\":\"c=d\",\"http.response.status_code\":504,"
                                + "\"proxy.frontend\":\"fe\",\"proxy.backend\":\"app\",\"proxy.server\":\"s1\","
                                + "\"server.address\":\"10.0.0.3\",\"server.port\":81,\"proxy.retries\":1,"
                                + "\"http.request.size\":120,\"http.response.size\":198,"
                                + "\"proxy.ms.request\":2,\"proxy.ms.queue\":0,\"proxy.ms.connect\":1,\"proxy.ms.total\":5003,"
                                + "\"termination_state\":\"sH\",\"cause\":\"The server did not answer within 'timeout server'.\","
                                + "\"who\":\"server\",\"next\":\"What the server does for this request (its database, what it waits for); then 'timeout server'.\"}");
    }

    @Test
    void aConnectionHasNoFieldsOfHttp() {
        var account = accepted();
        account.endedNanos = 1_500 * MILLI;
        account.bytesIn = 3;
        account.bytesOut = 4;
        assertThat(line(account))
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-23T04:24:05.581Z\",\"client.address\":\"127.0.0.1\",\"client.port\":52702,"
                                + "\"network.transport\":\"tcp\",\"proxy.frontend\":\"fe\",\"proxy.bytes.received\":3,\"proxy.bytes.sent\":4,"
                                + "\"proxy.ms.total\":500,\"termination_state\":\"--\","
                                + "\"cause\":\"It went as it should: both sides are done and nothing is left to send.\",\"who\":\"nobody\",\"next\":\"Nothing.\"}");
    }

    @Test
    void bytesThatAreNotAsciiAreWrittenSoThatTheLineStaysJson() {
        var account = accepted();
        account.isHttp = true;
        line(account, "GET /\u00e4\u0001\\ HTTP/1.0");
        assertThat(line(account)).contains("\"url.path\":\"/\\u00e4\\u0001\\\\\"");
    }

    /** However little room there is, and whatever it is that is too long. */
    @Test
    void aLineThatIsTooLongIsCutWithinWhatTheClientSent() {
        var account = accepted();
        account.isHttp = true;
        account.status = 200;
        account.frontend = "f\"e";
        line(account, "GET /" + "\u00e4\"\\\u0001x".repeat(700) + "?" + "q\t".repeat(900) + " HTTP/1.1");
        for (var room = 18; room < 30_000; room += room < 1300 ? 1 : 997) {
            var text = line(account, room);
            assertThat(text.length()).isLessThanOrEqualTo(room);
            assertThat(text).as("within %d", room).matches(OBJECT);
        }
        assertThat(line(account, 30_000)).contains("\"url.query\"").doesNotContain("proxy.cut");
        assertThat(line(account, 1024))
                .contains("\"proxy.cut\":true", "\"url.path\":\"/\\u00e4", "\"next\":\"Nothing.\"");
        assertThat(line(account, 18)).isEqualTo("{\"proxy.cut\":true}");
    }

    @Test
    void eachReceiverHasAnObjectOfItsLength() {
        var account = accepted();
        account.isHttp = true;
        line(account, "GET /" + "p".repeat(3000) + " HTTP/1.1");
        var received = new ArrayList<String>();
        var outputs = Stream.of(200, 800, 1024, 8192)
                .map(length -> new LogOutput(
                        new LogTarget(
                                Position.NOWHERE, new Sink.Descriptor(1), length, LogForm.LOCAL, 16, 7, 0, null, null),
                        new SyslogHeader(LogForm.LOCAL, 16, "", "haproxy", 1),
                        new Kept(received, length),
                        null))
                .toList();
        var line = new OutputLine(JsonLine.of(CaptureSlots.NONE), null);
        new LogDesk(ZoneId.of("UTC"))
                .stream(outputs, new OutputLines(line, Collections.nCopies(4, null), "close"), account, 6);
        assertThat(received)
                .hasSize(4)
                .allSatisfy(
                        text -> assertThat(text.substring(text.indexOf("{"))).matches(OBJECT));
        assertThat(received.get(3)).contains("p".repeat(3000));
    }

    private record Kept(List<String> received, int longest) implements Outlet {
        @Override
        public int longestText() {
            return longest;
        }

        @Override
        public boolean send(int at, int length, int textAt) {
            received.add(Slab.text(at, length));
            return true;
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static final String VALUE = "(\"([^\"\\\\]|\\\\([\"\\\\/bfnrt]|u[0-9a-f]{4}))*+\"|[0-9]+|true)";
    /** RFC 8259 as far as lines use it. */
    private static final Pattern OBJECT =
            Pattern.compile("\\{\"[a-z_.]+\":" + VALUE + "(,\"[a-z_.]+\":" + VALUE + ")*+\\}");

    private static Account accepted() {
        var account = Facts.account();
        account.acceptedMillis = 1_795_407_845_581L;
        account.acceptedNanos = account.handshakeNanos = account.idleSinceNanos = 1_000 * MILLI;
        account.frontend = "fe";
        account.client = new Address.Inet(new byte[] {127, 0, 0, 1}, 52_702);
        return account;
    }

    private static void line(Account account, String request) {
        var bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        account.requestLineAt = Buffers.constant(bytes);
        account.requestLineLength = bytes.length;
    }

    /** The time zone is not the line's matter. */
    private static String line(Account account) {
        return line(account, 4096);
    }

    private static String line(Account account, int room) {
        var writer = new LineWriter(ZoneId.of("Asia/Kolkata"));
        writer.begin(Buffers.reserve(room), room);
        JsonLine.of(CaptureSlots.NONE).write(account, writer);
        return Slab.text(writer.at(), writer.length());
    }
}
