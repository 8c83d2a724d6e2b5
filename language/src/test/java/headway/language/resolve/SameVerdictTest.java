package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real HAProxy, where it is installed, refuses, warns of and accepts the same lines. Those that mean the same in 2.6 and 3.5 only. */
class SameVerdictTest {
    private static final String TIMES = "timeout client 1s\ntimeout server 1s\ntimeout connect 1s\n";
    private static final String HTTP = "defaults\nmode http\n" + TIMES;
    private static final String TCP = "defaults\nmode tcp\n" + TIMES;
    private static final String LISTEN = "listen a\nbind 127.0.0.1:8080\nserver x 127.0.0.1:80\n";

    private enum Verdict {
        ACCEPTED,
        WARNED,
        REFUSED
    }

    static List<String> configurations() {
        return List.of(
                HTTP + LISTEN,
                TCP + LISTEN,
                LISTEN,
                HTTP + LISTEN + "log 127.0.0.1 sample 1-2,4:5 local0\n",
                HTTP + LISTEN + "log 127.0.0.1 sample 6:5 local0\n",
                HTTP + LISTEN + "log tcp@127.0.0.1:514 len 200 format rfc5424 local0 info err\n",
                HTTP + LISTEN + "log ring@r local0\nring r\nsize 20000\nmaxlen 300\nformat rfc5424\n",
                HTTP + LISTEN + "ring r\nserver s 127.0.0.1:1 log-proto octet-count\n",
                HTTP + LISTEN + "ring r\nserver s 127.0.0.1:1 log-proto foo\n",
                HTTP + LISTEN + "ring r\nmaxlen 50000\n",
                HTTP + LISTEN + "ring r\nring r\n",
                HTTP + LISTEN + "log-forward l\ndgram-bind 127.0.0.1:1514\nbind 127.0.0.1:1514\nlog 127.0.0.1 local0\n",
                "log-forward l\ndgram-bind 127.0.0.1:1514\nlog 127.0.0.1 local0\n",
                HTTP + LISTEN + "log-forward l\nlog 127.0.0.1 local0\n",
                HTTP + LISTEN + "log-forward a\ndgram-bind 127.0.0.1:1514\n",
                HTTP + LISTEN + "log-forward l\noption foo\n",
                HTTP + LISTEN + "server x 127.0.0.1:81\n",
                HTTP + LISTEN + "listen a\nbind :8081\n",
                HTTP + LISTEN + "frontend a\nbind :8081\n",
                HTTP + LISTEN + "bimd :80\n",
                HTTP + LISTEN + "timeout client 1x\n",
                HTTP + LISTEN + "timeout client 24d\n",
                HTTP + LISTEN + "timeout client 25d\n",
                HTTP + LISTEN + "timeout client\n",
                HTTP + LISTEN + "bind \"127.0.0.1:8081\n",
                HTTP + LISTEN + "bind \"127.0.0.1:${NOTHING-8081}\"\n",
                HTTP + LISTEN + "bind 127.0.0.1:8081#remark\n",
                HTTP + LISTEN + "bind 127.0.0.1\\x3a8081\n",
                HTTP + LISTEN + "bind 127.0.0.1:8081-8083 name b\n",
                HTTP + LISTEN + "bind 127.0.0.1:8083-8081\n",
                HTTP + LISTEN + "bind 127.0.0.1:0\n",
                HTTP + LISTEN + "bind 127.0.0.1:99999\n",
                HTTP + LISTEN + "bind 8081\n",
                HTTP + LISTEN + "bind :::8081 v6only\n",
                HTTP + LISTEN + "bind ipv4@*:8081\nbind abns@a\nbind /tmp/headway-a.sock mode 600\n",
                HTTP + LISTEN + "bind /tmp/headway-a.sock mode 999\n",
                HTTP + LISTEN + "server y 127.0.0.1:81 weight 257\n",
                HTTP + LISTEN + "server y 127.0.0.1:81 weight 256 backup check inter 1s rise 2 fall 3 maxconn 3 id 9\n",
                HTTP + LISTEN + "server y 127.0.0.1 check\n",
                HTTP + LISTEN + "server y 127.0.0.1:+10\n",
                HTTP + LISTEN + "server y 127.0.0.1:80-90\n",
                HTTP + LISTEN + "server a/b 127.0.0.1:81\n",
                HTTP + LISTEN + "server y 127.0.0.1:81 id 3\nserver z 127.0.0.1:82 id 3\n",
                HTTP + LISTEN + "server y 127.0.0.1:81 init-addr foo\n",
                HTTP + LISTEN + "retry-on foo\n",
                HTTP + LISTEN + "retry-on all-retryable-errors\nretries 2\noption redispatch 1\n",
                HTTP + LISTEN + "retry-on none 503\n",
                HTTP + LISTEN + "option foo\n",
                HTTP + LISTEN + "no option redispatch\n",
                HTTP + LISTEN + "no option forwardfor\n",
                HTTP + LISTEN + "balance foo\n",
                HTTP + LISTEN + "balance random(0)\n",
                HTTP + LISTEN + "balance random(2)\nhash-type consistent djb2 avalanche\n",
                HTTP + LISTEN + "balance uri\n",
                HTTP + LISTEN + "balance uri whole path-only len 3 depth 4\n",
                HTTP + LISTEN + "balance uri len\n",
                HTTP + LISTEN + "balance uri len 0\n",
                HTTP + LISTEN + "balance uri depth x\n",
                HTTP + LISTEN + "balance uri foo\n",
                HTTP + LISTEN + "balance url_param\n",
                HTTP + LISTEN + "balance url_param id foo\n",
                HTTP + LISTEN + "balance url_param id check_post 64\n",
                HTTP + LISTEN + "balance hdr\n",
                HTTP + LISTEN + "balance hdr()\n",
                HTTP + LISTEN + "balance hdr(x\n",
                HTTP + LISTEN + "balance hdr(x) foo\n",
                HTTP + LISTEN + "balance hdr(x) use_domain_only\n",
                HTTP + LISTEN + "balance rdp-cookie\n",
                HTTP + LISTEN + "balance rdp-cookie()\n",
                HTTP + LISTEN + "balance rdp-cookie(x)\n",
                HTTP + LISTEN + "balance hash\n",
                HTTP + LISTEN + "balance hash src\n",
                HTTP + LISTEN + "balance hash str(a) b\n",
                HTTP + LISTEN + "server y 127.0.0.1:81 cookie\n",
                HTTP + LISTEN + "server y 127.0.0.1:81 cookie s1\n",
                TCP + LISTEN + "balance uri\n",
                TCP + LISTEN + "balance url_param x\n",
                TCP + LISTEN + "balance hdr(x)\n",
                TCP + LISTEN + "balance rdp-cookie\n",
                TCP + LISTEN + "balance hash src\n",
                HTTP + LISTEN + "cookie\n",
                HTTP + LISTEN + "cookie A foo\n",
                HTTP + LISTEN + "cookie A insert rewrite\n",
                HTTP + LISTEN + "cookie A insert prefix\n",
                HTTP + LISTEN + "cookie A\n",
                HTTP + LISTEN + "cookie A prefix indirect\n",
                HTTP + LISTEN + "cookie A insert maxidle\n",
                HTTP + LISTEN + "cookie A insert maxidle x\n",
                HTTP + LISTEN + "cookie A insert maxidle 10\n",
                HTTP + LISTEN + "cookie A insert maxlife 30d\n",
                HTTP + LISTEN + "cookie A insert maxidle 999999999999\n",
                HTTP + LISTEN + "cookie A insert domain\n",
                HTTP + LISTEN + "cookie A insert domain foo\n",
                HTTP + LISTEN + "cookie A insert domain .foo.com domain x.y\n",
                HTTP + LISTEN + "cookie A insert domain \"a b\"\n",
                HTTP + LISTEN + "cookie A insert attr\n",
                HTTP + LISTEN + "cookie A insert attr \"SameSite=Lax\"\n",
                HTTP + LISTEN + "cookie A insert attr \"a;b\"\n",
                HTTP + LISTEN + "cookie A preserve\n",
                HTTP + LISTEN + "cookie A rewrite preserve\n",
                HTTP + LISTEN + "cookie A insert preserve dynamic secure httponly nocache postonly\n",
                HTTP + LISTEN + "dynamic-cookie-key\n",
                HTTP + LISTEN + "dynamic-cookie-key x\n",
                HTTP + LISTEN + "persist\n",
                HTTP + LISTEN + "persist rdp-cookie\n",
                HTTP + LISTEN + "persist rdp-cookie(x)\n",
                HTTP + LISTEN + "persist rdp-cookie(x\n",
                HTTP + LISTEN + "persist rdp-cookie()\n",
                HTTP + LISTEN + "persist foo\n",
                HTTP + LISTEN + "option persist\n",
                TCP + LISTEN + "cookie A insert\n",
                TCP + LISTEN + "server y 127.0.0.1:81 cookie z\n",
                TCP + LISTEN + "dynamic-cookie-key x\n",
                TCP + LISTEN + "persist rdp-cookie\n",
                HTTP + LISTEN + "server-template t 3 127.0.0.1:81\n",
                HTTP + LISTEN + "server-template t 5-8 127.0.0.1:81 weight 3\n",
                HTTP + LISTEN + "server-template t 0 127.0.0.1:81\n",
                HTTP + LISTEN + "server-template t 3-1 127.0.0.1:81\n",
                HTTP + LISTEN + "server-template t x 127.0.0.1:81\n",
                HTTP + LISTEN + "server-template t 3\n",
                HTTP + LISTEN + "server-template t 2- 127.0.0.1:81\n",
                HTTP + LISTEN + "server-template a/b 2 127.0.0.1:81\n",
                HTTP + LISTEN + "server-template t 2 127.0.0.1:81\nserver t1 127.0.0.1:82\n",
                HTTP + LISTEN + "option idle-close-on-response\n",
                HTTP + LISTEN + "hash-type foo\n",
                HTTP + LISTEN + "http-reuse always\n",
                HTTP + LISTEN + "http-reuse foo\n",
                HTTP + LISTEN + "errorfile 503 /dev/null\n",
                HTTP + LISTEN + "errorfile 999 /dev/null\n",
                HTTP + LISTEN + "errorfile 503 /nowhere\n",
                HTTP + LISTEN + "errorloc 503 http://a/\n",
                HTTP + LISTEN + "log 127.0.0.1 local0\noption httplog\n",
                HTTP + LISTEN + "option httplog\n",
                HTTP + LISTEN + "log 127.0.0.1 foo\n",
                HTTP + LISTEN + "log 127.0.0.1 len 3 local0\n",
                HTTP + LISTEN + "http-check expect status 200\n",
                HTTP + LISTEN + "option httpchk\nhttp-check expect status 200-299,404\n",
                HTTP + LISTEN + "option httpchk\nhttp-check expect status x\n",
                HTTP + LISTEN + "mode foo\n",
                HTTP + LISTEN + "id 0\n",
                TCP + LISTEN + "option forwardfor\n",
                TCP + LISTEN + "option originalto\n",
                TCP + LISTEN + "monitor-uri /x\n",
                TCP + LISTEN + "log 127.0.0.1 local0\noption httplog\n",
                TCP + LISTEN + "http-request deny\n",
                TCP + LISTEN + "retry-on all-retryable-errors\n",
                TCP + LISTEN + "http-reuse always\noption http-keep-alive\ntimeout http-keep-alive 1s\n",
                HTTP + LISTEN + "frontend f\nbind :8081\ndefault_backend nope\n",
                HTTP + LISTEN + "frontend f\nbind :8081\nuse_backend nope\n",
                HTTP + LISTEN + "frontend f\nbind :8081\ndefault_backend b\nbackend b\nmode tcp\n",
                TCP + LISTEN + "frontend f\nbind :8081\ndefault_backend b\nbackend b\nmode http\n",
                HTTP + LISTEN + "frontend f\nbind :8081\nretries 3\n",
                HTTP + LISTEN + "frontend f\nbind :8081\nserver s 127.0.0.1:1\n",
                HTTP + LISTEN + "backend f\nmaxconn 3\n",
                HTTP + LISTEN + "frontend f\n",
                HTTP + LISTEN + "backend f\nid 7\nbackend g\nid 7\n",
                HTTP + LISTEN + ".if 1\n.endif\n",
                HTTP + LISTEN + ".if 1\n",
                HTTP + LISTEN + ".if foo\n.endif\n",
                HTTP + LISTEN + ".if !defined(NOTHING) && (streq(a,a) || 0)\n.warning x\n.endif\n",
                HTTP + LISTEN + ".if feature(NOTHING)\nfoo\n.elif 0\nfoo\n.else\n.notice x\n.endif\n",
                "defaults foo\n" + TIMES + "defaults foo\n" + TIMES + LISTEN.replace("listen a", "listen a from foo"),
                "defaults foo\n" + TIMES + LISTEN.replace("listen a", "listen a from foo"),
                LISTEN.replace("listen a", "listen a from nope"),
                HTTP + "bind :80\n" + LISTEN,
                HTTP + "http-request deny\n" + LISTEN,
                "global\nnbthread 0\n" + HTTP + LISTEN,
                "global\nnbthread 2\nmaxconn 100\ntune.bufsize 32768\nhard-stop-after 3s\ntune.idle-pool.shared off\n"
                        + HTTP + LISTEN,
                "global\ntune.http.maxhdr 0\n" + HTTP + LISTEN,
                "global\nsetenv A b\n" + HTTP + LISTEN + "bind \"/tmp/headway-$A.sock\"\n",
                "global\nsetenv A\n" + HTTP + LISTEN,
                "global\nstats socket /tmp/headway-s.sock level admin mode 600\nstats timeout 3s\n" + HTTP + LISTEN,
                "global\nstats socket /tmp/headway-s.sock level foo\n" + HTTP + LISTEN,
                "global\nfoo\n" + HTTP + LISTEN,
                "foo\n" + HTTP + LISTEN,
                HTTP + LISTEN.strip());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aFileGetsTheVerdictThatHaproxyGives(String text, @TempDir Path folder)
            throws IOException, InterruptedException {
        var program = Path.of("/usr/sbin/haproxy");
        assumeTrue(Files.isExecutable(program), "haproxy is not installed");
        var file = folder.resolve("t.cfg");
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        var process = new ProcessBuilder(program.toString(), "-c", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        var theirs = process.exitValue() == 1
                ? Verdict.REFUSED
                : said.contains("[WARNING]") ? Verdict.WARNED : Verdict.ACCEPTED;
        var out = new Diagnostics();
        Loads.load(text, out);
        assertThat(verdict(out))
                .as("%s\nHAProxy: %s\nHeadway: %s", text, said, Loads.print(out))
                .isEqualTo(theirs);
    }

    private static Verdict verdict(Diagnostics out) {
        if (out.has(Severity.ALERT)) return Verdict.REFUSED;
        return out.has(Severity.WARNING) ? Verdict.WARNED : Verdict.ACCEPTED;
    }
}
