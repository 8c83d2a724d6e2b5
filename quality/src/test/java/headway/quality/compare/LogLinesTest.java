package headway.quality.compare;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The same clients before the real HAProxy and before Headway: their log lines are the same bytes. Masked are only what two runs cannot share (ports, the process, dates, times) and how many
 * bytes there were, which HAProxy counts in a form of its own.
 */
class LogLinesTest {

    /** Each is the log-format, or a line of options, of a frontend of its own. */
    private static final List<String> FRONTENDS = List.of(
            "option httplog",
            "option httplog clf",
            "option httpslog",
            "option tcplog",
            "log-format \"%ci:%cp %fi:%fp %bi:%bp %si:%sp [%t] [%tr] %T %Tl %trg %trl %Ts\"",
            "log-format \"%Ta %Tc %Td %Th %Ti %Tq %TR %Tr %Tt %Tu %Tw\"",
            "log-format \"%ST %ac %b %bc %bq %f %fc %ft %lc %rc %s %sc %sq %ts %tsc %sslc %sslv %pid %H\"",
            "log-format \"a %HQ b %hr c\"",
            "log-format \"%HM <%HP> <%HPO> <%HQ> <%HU> %HV %r\"",
            "log-format \"%{+Q}o%HM %HQ %r %{-Q}r %ci %cp %b %ts %ST %t %CC %CS %hr %hrl %hs %hsl %s %sslv\"",
            "log-format \"%{+E}o%HU %r %CC %hr %hrl %[capture.req.hdr(0)]\"",
            "log-format \"%{+X}o%ci %fi %si %ST %lc %b %{+Q}ci %{+Q}b\"",
            "log-format \"%{+Q,+X}o %bi %bp %si %sp %{-X}bi %{-X}bp %{-X}si %{-X}sp %{-Q}bi %{-Q}sp\"",
            "log-format \"%CC|%CS|%hr|%hrl|%hs|%hsl|%[capture.res.hdr(1)]\"",
            "log-format \"   a   b  %[str(x y)]   %[bin(4100)]  %%  %-ci %{}b %{Q}b z  \"",
            "log-format \"%[src] %[method] %[capture.req.uri] %[capture.req.method] %[capture.req.ver] %[capture.res.ver] %[var(txn.none)] %{+Q}[var(txn.none)] %[int(5)] %[bool(1)]\"");

    private static final List<String> REQUESTS = List.of(
            "GET /a/b?c=d HTTP/1.1\r\nHost: ho.example\r\nX-A: one\r\nX-A: two{|}\"#]\\ and-more\r\nCookie: A=b; SRVID=the cookie; Z=1\r\n\r\n",
            "POST http://abs.example/x HTTP/1.1\r\nHost: abs.example\r\nContent-Length: 2\r\n\r\nok",
            "GET /denied HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /rejected HTTP/1.1\r\nHost: a\r\nX-A: one\r\nCookie: SRVID=c\r\n\r\n",
            "GET /dropped HTTP/1.1\r\nHost: a\r\nX-A: one\r\nCookie: SRVID=c\r\n\r\n",
            "BAD\r\n\r\n");

    private static final HttpAnswer ANSWER = HttpAnswer.raw(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: SRVID=abc; path=/\r\nServer: or|ig{in}\r\n\r\nok");

    @Test
    void linesAreTheSame() throws IOException, InterruptedException {
        var real = Binary.haproxy().orElse(null);
        Assumptions.assumeTrue(real != null, "haproxy is not installed: nothing to compare with");
        assert real != null;
        assertThat(lines(Binary.headway())).isEqualTo(lines(real));
    }

    private static List<String> lines(Binary binary) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var sink = lab.syslog("log");
            lab.http("node", _ -> ANSWER);
            var program = lab.start(binary, configuration());
            var lines = new ArrayList<String>();
            for (var i = 0; i < FRONTENDS.size(); i++) {
                for (var request : REQUESTS) {
                    var before = sink.lines().size();
                    ask(lab.connect(program, "f" + i), request, sink::lines, before);
                    lines.add(FRONTENDS.get(i) + "\n"
                            + request.lines().findFirst().orElse("") + "\n"
                            + mask(sink.lines().getLast()));
                }
            }
            return lines;
        }
    }

    /** Not every request is answered, but each has its line. */
    private static void ask(RawConnection client, String request, Lines lines, int before)
            throws IOException, InterruptedException {
        try (client) {
            client.send(request);
            awaitLine(lines, before);
        }
    }

    /** Something that has lines. */
    private interface Lines {
        List<String> now();
    }

    private static void awaitLine(Lines lines, int before) throws InterruptedException {
        for (var i = 0; i < 500 && lines.now().size() == before; i++) Thread.sleep(10);
        assertThat(lines.now()).as("a line for each request").hasSizeGreaterThan(before);
    }

    private static String mask(String line) {
        return line.strip()
                .replaceFirst("^<(\\d+)>.*?\\[\\d+]: ", "<$1>")
                .replaceAll("(?<=7F000001 )[0-9A-F]{4}", "PORT")
                .replaceAll("\\d\\d/\\w{3}/\\d{4}(:\\d\\d){3}", "DATE")
                .replaceAll("(DATE)\\.\\d{3}", "$1.MS")
                .replaceAll("(?<=[ >/+])(?!(?:200|400|403) )\\d+(?=[ /]|$)", "N")
                // A port and milliseconds that happen to be what a status may be.
                .replaceAll("(?:N|\\d+) (?:N|\\d+) \"f", "N N \"f")
                .replaceAll("(127\\.0\\.0\\.1):\\d+", "$1:PORT");
    }

    private static String configuration() {
        var text = new StringBuilder("""
                global
                    nbthread 1
                defaults
                    mode http
                    timeout connect 2s
                    timeout client 10s
                    timeout server 10s
                """);
        for (var i = 0; i < FRONTENDS.size(); i++)
            text.append("""
            frontend f%d
                bind 127.0.0.1:@f%d@
                log 127.0.0.1:@log@ local0
                capture request header X-A len 30
                capture request header Nope len 6
                capture response header Server len 30
                capture response header Nope len 30
                capture cookie SRV len 30
                http-request deny if { path /denied }
                http-request reject if { path /rejected }
                http-request silent-drop if { path /dropped }
                default_backend b
            """.formatted(i, i))
                    .append("    ")
                    .append(FRONTENDS.get(i))
                    .append('\n');
        text.append("backend b\n    server s1 127.0.0.1:@node@\n");
        return text.toString();
    }
}
