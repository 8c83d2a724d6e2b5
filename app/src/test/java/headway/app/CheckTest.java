package headway.app;

import static org.assertj.core.api.Assertions.assertThat;

import headway.operate.log.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -c} prints of a file. */
class CheckTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int check(String text, String... options) throws IOException, InterruptedException {
        var file = folder.resolve("t.cfg");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        var words = new String[options.length + 3];
        System.arraycopy(options, 0, words, 3, options.length);
        words[0] = "-c";
        words[1] = "-f";
        words[2] = file.toString();
        var errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        var console = new Console(errors, 7, "v", "haproxy");
        return new Program(console, new PrintStream(out, true, StandardCharsets.UTF_8), errors, "haproxy").run(words);
    }

    /** Standard error behind the introduction, with the folder taken out. */
    private String told() {
        var text = err.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
        return text.lines().skip(2).map(line -> line + "\n").reduce("", String::concat);
    }

    @Test
    void aMistakeIsShownWithItsLineAndAMarkUnderTheWord() throws IOException, InterruptedException {
        assertThat(check("frontend f\n\tbimd :80\n  mode http # x\n  http-request denny\n"))
                .isEqualTo(1);
        assertThat(told())
                .startsWith("""
                [ALERT]    (7) : config : parsing [t.cfg:2] : unknown keyword 'bimd' in 'frontend' section; did you mean 'bind' maybe ?
                   | 2:2:  bimd :80
                   |       ^^^^
                """)
                .contains(
                        ". Did you mean 'deny' maybe ?\n   | 4:16:   http-request denny\n   |                      ^^^^^\n");
    }

    @Test
    void aWordWithQuotesIsMarkedToItsEndAndALongLineIsCutAroundIt() throws IOException, InterruptedException {
        check("frontend f\n  mode 'a b'\\ c d\n  " + "x ".repeat(30) + "\n  mode " + " ".repeat(300) + "yy\n");
        assertThat(told()).contains("  mode 'a b'\\ c d\n   |             ^^^^^^^^\n");
        assertThat(told().lines().mapToInt(String::length).max().orElse(0)).isLessThan(200);
    }

    @Test
    void aConfigurationFindsTheNamedLogFormats() throws IOException, InterruptedException {
        var alone = "defaults\n mode http\n timeout client 1s\nfrontend f\n bind 127.0.0.1:8080\n log-format ";
        assertThat(check(alone + "\"$HAPROXY_HTTP_LOG_FMT %[path]\"\n log stdout local0\n"))
                .isEqualTo(1);
        assertThat(told()).contains("may not be reliably used here").contains("   | 6:38: ");
        err.reset();
        for (var name : List.of("HTTP", "HTTP_CLF", "HTTPS", "TCP", "TCP_CLF")) {
            var format = "\"$HAPROXY_" + name + "_LOG_FMT\"";
            assertThat(check(alone + format + "\n log stdout local0\n.notice " + format + "\n"))
                    .isEqualTo(0);
        }
        assertThat(told()).contains("'%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %CC %CS %tsc ");
        assertThat(told().lines().filter(l -> l.contains("'%"))).hasSize(5);
    }

    /** As watched; what goes into a variable is no message. */
    @Test
    void whoAsksForBytesInATextOfAMessageIsWarned() throws IOException, InterruptedException {
        assertThat(check("""
                defaults
                 mode http
                 timeout client 1s
                frontend f
                 bind 127.0.0.1:8080
                 unique-id-format %[req.len]
                 http-request set-header a "%[payload(0,1)] %[path]"
                 http-request set-var-fmt(txn.a) %[req.len]
                 http-request redirect location /%[req.len]
                 http-request deny hdr a %[req.len]
                 http-response return status 200 content-type text/plain lf-string %[res.len]
                 http-after-response set-header a %[res.len,add(1)]
                 http-error status 400 content-type text/plain lf-string %[req.len]
                """)).isEqualTo(0);
        assertThat(told().lines().filter(line -> line.contains("L6")))
                .map(line -> line.replaceAll(".*\\[t.cfg:(\\d+)\\] : ", "$1 "))
                .containsExactlyInAnyOrder(
                        "6 L6 sample fetch <req.len> ignored in HTTP log-format string.",
                        "7 L6 sample fetch <payload(0,1)> ignored in HTTP log-format string.",
                        "9 L6 sample fetch <req.len> ignored in HTTP log-format string.",
                        "10 L6 sample fetch <req.len> ignored in HTTP log-format string.",
                        "11 L6 sample fetch <res.len> ignored in HTTP log-format string.",
                        "12 L6 sample fetch <res.len,add(1)> ignored in HTTP log-format string.",
                        "13 L6 sample fetch <req.len> ignored in HTTP log-format string.");
    }

    @Test
    void anErrorFileOfAStatusWithoutABodyHasNone() throws IOException, InterruptedException {
        var file = folder.resolve("304.http");
        Files.writeString(file, "HTTP/1.1 304 Not Modified\r\n\r\nbody");
        var lines = "backend b\n errorfile 304 @\n errorfile 503 @\n http-error status 503 errorfile @\n";
        assertThat(check(lines.replace("@", file.toString()))).isEqualTo(1);
        assertThat(told())
                .contains("[t.cfg:2] : errorfile : status code '304' not handled.")
                .contains("[t.cfg:3] : errorfile : '304.http': message payload not expected")
                .contains("[t.cfg:4] : http-error : '304.http': message payload not expected");
    }

    @Test
    void aLogFormatOfTlsKeysIsRefusedByName() throws IOException, InterruptedException {
        check("frontend f\n bind 127.0.0.1:8080\n log-format \"$HAPROXY_KEYLOG_FC_LOG_FMT\"\n");
        assertThat(told()).contains("'ssl_fc_client_random' is known, but not supported yet");
    }

    @Test
    void textsInUtf8StayReadable() throws IOException, InterruptedException {
        check("frontend fé\n");
        assertThat(told()).contains("'fé'").contains("   | 1:10: frontend fé\n   |                ^^\n");
    }

    @Test
    void jsonHoldsEveryPositionInCodeUnits() throws IOException, InterruptedException {
        assertThat(check("frontend f\n  log-tag é bimd \"x y\"\n  tune 1\n", "--format", "json"))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).replace(folder + "/", ""))
                .isEqualTo("""
                {"exit": 1, "diagnostics": [
                  {"file": "t.cfg", "line": 2, "column": 13, "endColumn": 17, "severity": "alert", "code": "invalid", "message": "'log-tag' cannot handle unexpected argument 'bimd'.", "proposal": ""},
                  {"file": "t.cfg", "line": 3, "column": 3, "endColumn": 7, "severity": "alert", "code": "unknown-keyword", "message": "unknown keyword 'tune' in 'frontend' section", "proposal": ""}]}
                """);
        assertThat(told()).isEmpty();
    }

    @Test
    void jsonOfAFileThatIsRightHasNothingToSay() throws IOException, InterruptedException {
        assertThat(check("frontend f\n  bind :1\n  timeout client 1s\n", "--format", "json"))
                .isZero();
        assertThat(out).hasToString("{\"exit\": 0, \"diagnostics\": []}\n");
    }

    @Test
    void rulesAreReadEvenWhenOtherLinesAreWrong() throws IOException, InterruptedException {
        check("frontend f\n  mode http\n  http-request deny if { foo }\n  nonsense\n");
        assertThat(told()).contains("unknown fetch method 'foo'").contains("unknown keyword 'nonsense'");
    }

    @Test
    void thousandsOfMistakesEndInAWordAboutThem() throws IOException, InterruptedException {
        check("frontend f\n" + "  x\n".repeat(200_000));
        assertThat(told()).contains("[t.cfg:1001] : too many errors, the rest of the file was not read.");
        assertThat(err.size()).isLessThan(1_000_000);
    }
}
