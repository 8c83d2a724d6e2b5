package headway.quality.ends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Ending;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.RawConnection;
import headway.testkit.SyslogSink;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code on-marked-down} and {@code on-marked-up}: what is under way when a server goes down, and with a backup when it comes up. */
class MarkedServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REQUEST = "GET / HTTP/1.1\r\nhost: h\r\n\r\n";

    private static final String FILE = """
            global
                log 127.0.0.1:@log@ local0
                stats socket @folder@/api level admin
            defaults
                log global
                mode http
                option httplog
                timeout connect 5s
                timeout client 40s
                timeout server 40s
            listen silent
                bind 127.0.0.1:@silent-front@
                server s 127.0.0.1:@silent@ on-marked-down shutdown-sessions on-marked-up shutdown-backup-sessions
                server b 127.0.0.1:@silent@ backup
            listen begun
                bind 127.0.0.1:@begun-front@
                server s 127.0.0.1:@begun@ on-marked-down shutdown-sessions
                server b 127.0.0.1:@begun@ backup
            listen bytes
                mode tcp
                option tcplog
                bind 127.0.0.1:@bytes-front@
                server s 127.0.0.1:@begun@ on-marked-down shutdown-sessions
                server b 127.0.0.1:@begun@ backup
            listen patient
                bind 127.0.0.1:@patient-front@
                server s 127.0.0.1:@begun@
                server b 127.0.0.1:@begun@ backup
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    private record Running(Lab lab, Program program, SyslogSink log) {
        RawConnection ask(String section) throws IOException {
            var client = lab.connect(program, section + "-front");
            client.send(REQUEST);
            return client;
        }

        void say(String command) throws IOException {
            Api.ask(lab.folder().resolve("api"), command + "\n");
        }

        String logged(String what) throws InterruptedException {
            return log.await(line -> line.contains(what), PATIENCE).orElse("nothing");
        }
    }

    /** Something that happens while it runs. */
    @FunctionalInterface
    private interface Story {
        void tell(Running running) throws IOException, InterruptedException;
    }

    private static void through(Binary binary, Story story) throws IOException, InterruptedException {
        try (var lab = new Lab();
                var log = lab.syslog("log")) {
            lab.tcp("silent", (_, connection) -> connection.awaitEnding(PATIENCE));
            lab.tcp("begun", (_, connection) -> {
                connection.awaitText("\r\n\r\n", PATIENCE);
                connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nsome");
                connection.awaitEnding(PATIENCE);
            });
            var file = FILE.replace("@folder@", lab.folder().toString());
            story.tell(new Running(lab, lab.start(binary, file), log));
        }
    }

    /** Until the server has a session. */
    private static void awaitSession(Running running, String server) {
        await().atMost(PATIENCE)
                .until(() -> Api.ask(running.lab.folder().resolve("api"), "show stat\n")
                        .contains("\n" + server + ",0,0,1,"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatIsUnderWayEndsWithTheServer(Binary binary) throws IOException, InterruptedException {
        through(binary, running -> {
            var silent = running.ask("silent");
            awaitSession(running, "silent,s");
            running.say("disable server silent/s");
            assertThat(silent.awaitText("HTTP/1.1 502 Bad Gateway", PATIENCE)).isTrue();
            assertThat(running.logged(" silent silent/s ")).contains(" 502 ").contains(" DH-- ");

            var begun = running.ask("begun");
            assertThat(begun.awaitText("some", PATIENCE)).isTrue();
            running.say("disable server begun/s");
            begun.awaitEnding(PATIENCE);
            assertThat(running.logged(" begun begun/s ")).contains(" 200 ").contains(" DD-- ");

            var bytes = running.ask("bytes");
            assertThat(bytes.awaitText("some", PATIENCE)).isTrue();
            running.say("disable server bytes/s");
            bytes.awaitEnding(PATIENCE);
            assertThat(running.logged(" bytes bytes/s ")).contains(" D- ");
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theOthersGoOn(Binary binary) throws IOException, InterruptedException {
        through(binary, running -> {
            var patient = running.ask("patient");
            var begun = running.ask("begun");
            assertThat(patient.awaitText("some", PATIENCE)).isTrue();
            assertThat(begun.awaitText("some", PATIENCE)).isTrue();
            running.say("disable server patient/s");
            running.say("disable server begun/s");
            begun.awaitEnding(PATIENCE);
            assertThat(patient.ending()).isEqualTo(Ending.OPEN);
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aServerThatComesUpTakesTheBackupsSessions(Binary binary) throws IOException, InterruptedException {
        through(binary, running -> {
            running.say("disable server silent/s");
            var client = running.ask("silent");
            awaitSession(running, "silent,b");
            running.say("enable server silent/s");
            assertThat(client.awaitText("HTTP/1.1 502 Bad Gateway", PATIENCE)).isTrue();
            assertThat(running.logged(" silent silent/b ")).contains(" 502 ").contains(" UH-- ");
        });
    }
}
