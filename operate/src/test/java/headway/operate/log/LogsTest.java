package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.LogTarget.Sink;
import headway.traffic.server.OperatorLog.Level;
import headway.wire.engine.Engine;
import headway.wire.engine.Engines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a syslog server, by both engines. */
class LogsTest {
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final String DATE = "[A-Z][a-z]{2} [ 1-3][0-9] [0-9:]{8}";
    private static final String ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}[+-][0-9]{2}:[0-9]{2}";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachFormHasItsOwnHeader(boolean epoll) throws Exception {
        var engine = Engines.pick(epoll);
        assertThat(sent(engine, LogForm.LOCAL, null)).matches("<132>" + DATE + " haproxy\\[" + PROCESS + "\\]: a b\n");
        assertThat(sent(engine, LogForm.LOCAL, "vm"))
                .matches("<132>" + DATE + " vm haproxy\\[" + PROCESS + "\\]: a b\n");
        assertThat(sent(engine, LogForm.RFC3164, null))
                .matches("<132>" + DATE + " localhost haproxy\\[" + PROCESS + "\\]: a b\n");
        assertThat(sent(engine, LogForm.RFC5424, null))
                .matches("<132>1 " + ISO + " - haproxy " + PROCESS + " - - a b\n");
        assertThat(sent(engine, LogForm.PRIORITY, null)).isEqualTo("<132>a b\n");
        assertThat(sent(engine, LogForm.SHORT, null)).isEqualTo("<4>a b\n");
        assertThat(sent(engine, LogForm.TIMED, null)).matches("<4>" + ISO + " a b\n");
        assertThat(sent(engine, LogForm.ISO, null)).matches(ISO + " a b\n");
        assertThat(sent(engine, LogForm.RAW, null)).isEqualTo("a b\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageIsCutAtItsLengthAndStillEndsInANewline(boolean epoll) throws Exception {
        try (var receiver = receiver()) {
            var target = target(receiver, 80, 7, 0, LogForm.RAW);
            var log = new ProxyLog(new LogDesk(ZoneOffset.UTC), List.of(output(Engines.pick(epoll), target)), silent());
            log.log(Level.INFO, "x".repeat(200));
            assertThat(next(receiver)).isEqualTo("x".repeat(80) + "\n");
            log.log(Level.INFO, "y".repeat(10));
            assertThat(next(receiver)).isEqualTo("y".repeat(10) + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void levelsAboveTheLimitAreLeftOutAndUrgentOnesLowered(boolean epoll) throws Exception {
        try (var receiver = receiver()) {
            var target = target(receiver, 1024, 5, 3, LogForm.PRIORITY);
            var log = new ProxyLog(new LogDesk(ZoneOffset.UTC), List.of(output(Engines.pick(epoll), target)), silent());
            log.log(Level.INFO, "no");
            log.log(Level.NOTICE, "five");
            log.log(Level.EMERG, "three");
            log.log(Level.ERR, "three too");
            assertThat(next(receiver)).isEqualTo("<133>five\n");
            assertThat(next(receiver)).isEqualTo("<131>three\n");
            assertThat(next(receiver)).isEqualTo("<131>three too\n");
        }
    }

    private static String sent(Engine engine, LogForm form, @Nullable String host) throws Exception {
        try (var receiver = receiver()) {
            var target = target(receiver, 1024, 7, 0, form);
            var header = new SyslogHeader(form, target.facility(), host == null ? "" : host, "haproxy", PROCESS);
            var output = new LogOutput(target, header, datagrams(engine, target), null);
            new ProxyLog(new LogDesk(ZoneId.systemDefault()), List.of(output), silent()).log(Level.WARNING, "a b");
            var text = next(receiver);
            output.close();
            return text;
        }
    }

    private static LogOutput output(Engine engine, LogTarget target) throws Exception {
        var form = target.form();
        var header = new SyslogHeader(form == null ? LogForm.LOCAL : form, target.facility(), "", "haproxy", PROCESS);
        return new LogOutput(target, header, datagrams(engine, target), null);
    }

    private static Outlet datagrams(Engine engine, LogTarget target) throws Exception {
        return new Outlet.Datagrams(engine.datagrams(((Sink.Udp) target.sink()).address()), target.maximumLength());
    }

    private static LogTarget target(DatagramSocket receiver, int length, int level, int minimum, LogForm form) {
        var address = new Address.Inet(new byte[] {127, 0, 0, 1}, receiver.getLocalPort());
        return new LogTarget(Position.NOWHERE, new Sink.Udp(address), length, form, 16, level, minimum, null, null);
    }

    private static DatagramSocket receiver() throws Exception {
        var socket = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        socket.setSoTimeout(5000);
        return socket;
    }

    private static String next(DatagramSocket receiver) throws Exception {
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        receiver.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    private static Console silent() {
        return new Console(new PrintStream(new ByteArrayOutputStream()), PROCESS, "3.5", "haproxy");
    }
}
