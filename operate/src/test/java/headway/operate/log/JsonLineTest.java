package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.line.LineWriter;
import headway.traffic.account.Account;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
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
        var writer = new LineWriter(ZoneId.of("Asia/Kolkata"));
        writer.begin(Buffers.reserve(4096), 4096);
        JsonLine.write(account, writer);
        return Slab.text(writer.at(), writer.length());
    }
}
