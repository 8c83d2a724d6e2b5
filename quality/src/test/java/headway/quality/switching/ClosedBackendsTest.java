package headway.quality.switching;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code be-unpublished}, {@code disabled} and {@code force-be-switch}; HAProxy 2.6 knows only the second. */
class ClosedBackendsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String FILE = """
            global
                stats socket @folder@/api level operator
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend main
                bind 127.0.0.1:@front@
                force-be-switch if { req.hdr(x-staff) 1 } { path /new }
                force-be-switch if { req.hdr(x-staff) 2 }
                use_backend new if { path /new }
                use_backend off if { path /off }
                use_backend %[path,regsub(/to-,)] if { path_beg /to- }
                default_backend old
            frontend closed
                bind 127.0.0.1:@closed@
                default_backend new
            listen own
                bind 127.0.0.1:@own@
                be-unpublished
                default_backend new
                server s 127.0.0.1:@own-server@
            frontend bytes
                mode tcp
                bind 127.0.0.1:@bytes@
                force-be-switch if { src 127.0.0.1 }
                default_backend raw
            backend raw
                mode tcp
                be-unpublished
                server s 127.0.0.1:@new-server@
            backend new
                be-unpublished
                server s 127.0.0.1:@new-server@ check inter 100ms
            backend off
                disabled
                server s 127.0.0.1:@off-server@ check inter 100ms
            backend old
                server s 127.0.0.1:@old-server@
            """;

    /** Something to be asked of the program. */
    @FunctionalInterface
    private interface Questions {
        void ask(Lab lab, headway.testkit.Program program) throws IOException;
    }

    private static void through(Questions questions) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            for (var name : new String[] {"new-server", "off-server", "old-server", "own-server"}) lab.http(name);
            var file = FILE.replace("@folder@", lab.folder().toString());
            questions.ask(lab, lab.start(Binary.headway(), file));
        }
    }

    /** Which server answers. */
    private static String server(KeepAliveClient client, String target, String staff) throws IOException {
        var answer = client.exchange("GET " + target + " HTTP/1.1\r\nhost: h\r\nx-staff: " + staff + "\r\n\r\n");
        return answer.status() == 200 ? answer.body().split(" ")[0] : "" + answer.status();
    }

    @Test
    void theNextRuleIsAskedWhenABackendIsClosed() throws Exception {
        through((lab, program) -> {
            try (var client = lab.client(program, "front")) {
                for (var target : new String[] {"/new", "/off", "/to-new", "/to-off"})
                    assertThat(server(client, target, "")).as(target).isEqualTo("old-server");
            }
            try (var client = lab.client(program, "closed")) {
                assertThat(server(client, "/", "")).isEqualTo("503");
            }
        });
    }

    @Test
    void aForcedRequestGoesThere() throws Exception {
        through((lab, program) -> {
            try (var client = lab.client(program, "front")) {
                assertThat(server(client, "/new", "1")).isEqualTo("new-server");
                assertThat(server(client, "/off", "1")).isEqualTo("old-server");
                assertThat(server(client, "/off", "2")).isEqualTo("off-server");
                assertThat(server(client, "/to-off", "2")).isEqualTo("off-server");
                assertThat(server(client, "/to-new", "2")).isEqualTo("new-server");
            }
            var bytes = lab.connect(program, "bytes");
            bytes.send("GET / HTTP/1.1\r\nhost: h\r\n\r\n");
            assertThat(bytes.awaitText("new-server", PATIENCE)).isTrue();
        });
    }

    @Test
    void aListenServesItselfAllTheSame() throws Exception {
        through((lab, program) -> {
            try (var client = lab.client(program, "own")) {
                assertThat(server(client, "/", "")).isEqualTo("own-server");
            }
        });
    }

    @Test
    void aBackendIsPublishedAndTakenBackWhileItRuns() throws Exception {
        through((lab, program) -> {
            var api = lab.folder().resolve("api");
            try (var client = lab.client(program, "front")) {
                assertThat(Api.ask(api, "publish backend new\n")).isEqualTo("\n");
                assertThat(server(client, "/new", "")).isEqualTo("new-server");
                assertThat(Api.ask(api, "unpublish backend new\n")).isEqualTo("\n");
                assertThat(server(client, "/new", "")).isEqualTo("old-server");
                assertThat(Api.ask(api, "publish backend off\n")).isEqualTo("\n");
                assertThat(server(client, "/off", "")).isEqualTo("old-server");
                assertThat(Api.ask(api, "publish backend none\n")).isEqualTo("No such backend.\n\n");
                assertThat(Api.ask(api, "publish backend\n")).isEqualTo("Require a backend name.\n\n");
            }
        });
    }
}
