package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.line.AddressText;
import headway.language.line.LineWriter;
import headway.language.model.LogFormat.Form;
import headway.traffic.account.Account;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The lines that HAProxy 2.6 wrote when it was watched, from the facts that they tell. */
class StreamLineTest {
    private static final long MILLI = 1_000_000;
    /** 23 November 2026, 04:24:05.581 UTC. */
    private static final long WHEN = 1_795_407_845_581L;

    private final int area = Buffers.reserve(70_000);

    @Test
    void aRequestIsToldAsOptionHttplogDoes() {
        var account = served("GET /ok HTTP/1.1");
        assertThat(line(Form.HTTP, account))
                .isEqualTo(
                        "127.0.0.1:52702 [23/Nov/2026:04:24:05.581] fe be/s1 10/0/30/69/109 200 67 - - ---- 1/2/3/4/0 5/6 \"GET /ok HTTP/1.1\"");
    }

    @Test
    void aRequestThatWasNoneHasItsTimersAtMinusOne() {
        var account = accepted();
        account.isHttp = true;
        account.status = 400;
        account.cause = 'C';
        account.phase = 'R';
        account.idleSinceNanos = account.acceptedNanos;
        account.endedNanos = account.acceptedNanos + 702 * MILLI;
        assertThat(line(Form.HTTP, account))
                .isEqualTo(
                        "127.0.0.1:52702 [23/Nov/2026:04:24:05.581] fe fe/<NOSRV> -1/-1/-1/-1/702 400 0 - - CR-- 1/2/3/4/0 5/6 \"<BADREQ>\"");
    }

    @Test
    void aServerThatCouldNotBeReachedLeavesConnectAndResponseUnknown() {
        var account = served("GET /dead HTTP/1.1");
        account.connectedNanos = account.responseHeadNanos = 0;
        account.endedNanos = account.requestStartNanos + 1001 * MILLI;
        account.status = 503;
        account.bytesOut = 217;
        account.cause = 'S';
        account.phase = 'C';
        account.retries = 1;
        assertThat(line(Form.HTTP, account)).contains(" 10/0/-1/-1/1001 503 217 - - SC-- 1/2/3/4/1 5/6 ");
    }

    @Test
    void aRedispatchPutsAPlusBeforeTheRetries() {
        var account = served("GET / HTTP/1.1");
        account.retries = 1;
        account.redispatched = true;
        assertThat(line(Form.HTTP, account)).contains(" 1/2/3/4/+1 5/6 ");
    }

    @Test
    void whatCouldBreakTheLineApartIsEscaped() {
        var account = served("GET /a\"b#c\u007f\u0080\u00ff\u0001{}|\\~ HTTP/1.1");
        assertThat(line(Form.HTTP, account)).endsWith("\"GET /a#22b#23c#7F#80#FF#01{}|\\~ HTTP/1.1\"");
    }

    @Test
    void aConnectionIsToldAsOptionTcplogDoes() {
        var account = accepted();
        account.backend = "bet";
        account.server = "t1";
        account.queueLeftNanos = account.acceptedNanos + MILLI;
        account.connectedNanos = account.queueLeftNanos;
        account.endedNanos = account.acceptedNanos + 5007 * MILLI;
        account.bytesOut = 212;
        assertThat(line(Form.TCP, account))
                .isEqualTo("127.0.0.1:52702 [23/Nov/2026:04:24:05.581] fe bet/t1 1/0/5007 212 -- 1/2/3/4/0 5/6");
    }

    @Test
    void withoutAnOptionTheConnectionAloneIsTold() {
        var account = accepted();
        assertThat(line(Form.CONNECT, account)).isEqualTo("Connect from 127.0.0.1:52702 to 127.0.0.1:18998 (fe/TCP)");
        account.isHttp = true;
        assertThat(line(Form.CONNECT, account)).isEqualTo("Connect from 127.0.0.1:52702 to 127.0.0.1:18998 (fe/HTTP)");
    }

    @Test
    void aClientOfAUnixSocketIsCalledByItsListener() {
        var account = served("GET /ok HTTP/1.1");
        account.client = new Address.Unix("/tmp/fe.sock");
        account.frontendAddress = account.client;
        account.bindId = 77;
        assertThat(line(Form.HTTP, account)).startsWith("unix:77 [23/Nov/2026:");
        assertThat(line(Form.CONNECT, account)).isEqualTo("Connect to unix:77 (fe/HTTP)");
    }

    @Test
    void addressesOfVersionSixAreShortened() {
        assertThat(address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)).isEqualTo("::1");
        assertThat(address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).isEqualTo("::");
        assertThat(address(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                .isEqualTo("2001:db8::1");
        assertThat(address(0x20, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)).isEqualTo("2001:0:0:1::1");
        assertThat(address(0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .isEqualTo("fe80::");
        assertThat(address(0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 5)).isEqualTo("1:0:2:0:3:0:4:5");
        assertThat(address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1))
                .isEqualTo("::ffff:127.0.0.1");
    }

    @Test
    void aDateIsTheOneOfItsZone() {
        var account = accepted();
        assertThat(line(Form.TCP, account, ZoneId.of("Asia/Kolkata"))).contains("[23/Nov/2026:09:54:05.581]");
        account.acceptedMillis = -1;
        assertThat(line(Form.TCP, account)).contains("[31/Dec/1969:23:59:59.999]");
        account.acceptedMillis = 951_782_400_000L;
        assertThat(line(Form.TCP, account)).contains("[29/Feb/2000:00:00:00.000]");
    }

    private String address(int... bytes) {
        var address = new byte[16];
        for (var i = 0; i < 16; i++) address[i] = (byte) bytes[i];
        var writer = new LineWriter();
        writer.begin(area, 100);
        AddressText.write(writer, address);
        return Slab.text(writer.at(), writer.length());
    }

    private static Account accepted() {
        var account = Facts.account();
        account.acceptedMillis = WHEN;
        account.acceptedNanos = account.handshakeNanos = 1_000 * MILLI;
        account.frontend = "fe";
        account.client = new Address.Inet(new byte[] {127, 0, 0, 1}, 52_702);
        account.frontendAddress = new Address.Inet(new byte[] {127, 0, 0, 1}, 18_998);
        account.processConnections = 1;
        account.frontendConnections = 2;
        account.backendConnections = 3;
        account.serverConnections = 4;
        account.serverQueue = 5;
        account.backendQueue = 6;
        return account;
    }

    private static Account served(String request) {
        var account = accepted();
        account.isHttp = true;
        account.requestMillis = WHEN;
        account.requestStartNanos = 2_000 * MILLI;
        account.requestEndNanos = account.queueLeftNanos = 2_010 * MILLI;
        account.connectedNanos = 2_040 * MILLI;
        account.responseHeadNanos = 2_109 * MILLI;
        account.endedNanos = 2_109 * MILLI;
        account.backend = "be";
        account.server = "s1";
        account.status = 200;
        account.bytesOut = 67;
        var bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        account.requestLineAt = Buffers.constant(bytes);
        account.requestLineLength = bytes.length;
        return account;
    }

    private String line(Form form, Account account) {
        return line(form, account, ZoneOffset.UTC);
    }

    private String line(Form form, Account account, ZoneId zone) {
        var writer = new LineWriter(zone);
        writer.begin(area, 65_535);
        Formats.line(form).write(account, writer);
        return Slab.text(writer.at(), writer.length());
    }
}
