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

/** What HAProxy warns of in single rules, in its words. */
class WarnedRulesTest {
    @TempDir
    private Path folder;

    /** The warnings as line and message. */
    private List<String> warnings(String text) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("t.cfg"), text);
        var bytes = new ByteArrayOutputStream();
        var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Program(new Console(err, 7, "v", "haproxy"), err, err, "haproxy").run("-c", "-f", file.toString());
        var told = bytes.toString(StandardCharsets.UTF_8);
        assertThat(told).doesNotContain("[ALERT]");
        return told.lines()
                .filter(line -> line.startsWith("[WARNING]"))
                .map(line -> line.replaceAll(".*\\[[^\\[]*t.cfg:(\\d+)\\] : ", "$1 "))
                .toList();
    }

    @Test
    void capturesOfContentsThatMayNotBeThereYetAreWarnedOf() throws IOException, InterruptedException {
        var head = "defaults\n mode tcp\n timeout client 1s\n timeout connect 1s\n timeout server 1s\n";
        var told = " : a 'tcp-request capture' rule explicitly depending on request contents without any"
                + " 'tcp-request inspect-delay' setting. This means that this rule will randomly find its contents."
                + " This can be fixed by setting the tcp-request inspect-delay.";
        assertThat(warnings(head + """
                frontend f
                 bind :1
                 tcp-request content capture src len 4
                 tcp-request content capture req.payload(0,3) len 4
                listen l
                 bind :2
                 server s 127.0.0.1:1
                 tcp-request inspect-delay 0
                 tcp-request content capture method len 4 if TRUE
                frontend waits
                 bind :3
                 tcp-request inspect-delay 1s
                 tcp-request content capture req.payload(0,3) len 4
                """)).containsExactly("9 frontend 'f'" + told, "14 proxy 'l'" + told);
    }

    /** Also by name, once for each line; but not where HAProxy is silent: outside of rule sets, in TCP, and of what is remembered. */
    @Test
    void conditionsOfHttpThatLookAtBytesAreWarnedOf() throws IOException, InterruptedException {
        var head = "defaults\n mode http\n timeout client 1s\n timeout connect 1s\n timeout server 1s\n";
        assertThat(warnings(head + """
                listen l
                 bind :1
                 server s 127.0.0.1:1
                 acl long req.len gt 5
                 acl unused req.len gt 5
                 monitor fail if long
                 tcp-request content accept if { req.len gt 5 } { req.payload(0,1) -m bin 61 }
                 tcp-response content accept if { res.len gt 5 }
                 http-request deny if { path /a } long
                 http-request deny if REQ_CONTENT
                 http-request deny if { wait_end } or { req.proto_http } or HTTP
                 http-request set-var(txn.a) req.len
                 redirect location / if long
                 use_backend b if !long
                 use-server s if long
                 force-persist if long
                 http-response deny if { res.len gt 5 }
                 http-after-response set-header a b unless { res.len gt 5 }
                listen t
                 mode tcp
                 bind :2
                 server s 127.0.0.1:1
                 tcp-request content accept if { req.len gt 5 }
                backend b
                 server s 127.0.0.1:1
                """))
                .filteredOn(told -> told.endsWith(" Proxy 'l': L6 sample fetches ignored on HTTP proxies."))
                .map(told -> told.split(" ")[0])
                .containsExactlyInAnyOrder("12", "13", "14", "15", "19", "20", "22", "23");
    }
}
