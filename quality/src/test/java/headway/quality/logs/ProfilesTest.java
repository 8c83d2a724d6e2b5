package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code log-profile} sections: the example of the configuration manual 8.3.5 and each rule it states. HAProxy 2.6 has none. */
class ProfilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static String file(String profiles, String lines) {
        return """
                %s
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                listen web
                    bind 127.0.0.1:@web@
                    option httplog
                    log-tag normal
                %s
                    server s 127.0.0.1:@origin@
                """.formatted(profiles, lines);
    }

    private static final String OF_THE_MANUAL = """
            log-profile myprof
                log-tag "custom-tag"
                on error format "%ci: error"
                on connect drop
                on any sd "custom-sd"
            """;

    @Test
    void theExampleOfTheManualDoesWhatItSays() throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var plain = lab.syslog("plain");
            var own = lab.syslog("own");
            var proxy = lab.start(Binary.headway(), file(OF_THE_MANUAL, """
                    log 127.0.0.1:@plain@ format rfc5424 local0
                    log 127.0.0.1:@own@ format rfc5424 profile myprof local0
                """));
            var normal = new Normal(proxy.pid());
            lab.client(proxy, "web").get("/fine");
            var fine = own.await(line -> line.contains("/fine"), PATIENCE).orElseThrow();
            assertThat(normal.text(fine))
                    .startsWith("<134>1 ISO - custom-tag PID - custom-sd CLIENT [TIME] web web/s ");
            var usual = plain.await(line -> line.contains("/fine"), PATIENCE).orElseThrow();
            assertThat(normal.text(usual)).startsWith("<134>1 ISO - normal PID - - CLIENT [TIME] web web/s ");

            lab.connect(proxy, "web").send("no request at all\r\n\r\n");
            assertThat(plain.await(line -> line.contains("<BADREQ>"), PATIENCE)).isPresent();
            var error = own.await(line -> line.contains("error"), PATIENCE).orElseThrow();
            assertThat(normal.text(error)).isEqualTo("<134>1 ISO - custom-tag PID - - 127.0.0.1: error\n");
        }
    }

    @Test
    void eachStepHasItsOwnLineOrNone() throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var sink = lab.syslog("own");
            var profile = """
                    log-profile steps
                        on accept format "accepted by %f"
                        on request format "asked for %HP"
                        on connect drop
                        on any format "any: %OG"
                    """;
            var proxy = lab.start(Binary.headway(), file(profile, """
                    log-steps all
                    log 127.0.0.1:@own@ format raw profile steps local0
                """));
            lab.client(proxy, "web").get("/path");
            assertThat(sink.await(line -> line.contains("txn_close"), PATIENCE)).isPresent();
            assertThat(sink.lines())
                    .containsExactly(
                            "accepted by web\n", "asked for /path\n", "any: txn_response\n", "any: txn_close\n");
        }
    }

    @Test
    void aRuleWritesALineOfItsOwn() throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var sink = lab.syslog("own");
            var profiles = """
                    log-profile steps
                        on http-req format "asked for %HP: %OG"
                        on close format "the end"
                    log-profile other
                        on any format "other: %OG"
                    """;
            var proxy = lab.start(Binary.headway(), file(profiles, """
                    log 127.0.0.1:@own@ format raw profile steps local0
                    http-request do-log
                    http-response do-log profile other
                """));
            lab.client(proxy, "web").get("/path");
            assertThat(sink.await(line -> line.contains("the end"), PATIENCE)).isPresent();
            assertThat(sink.lines()).containsExactly("asked for /path: http-req\n", "other: http-res\n", "the end\n");
        }
    }

    /** As in {@code log-format}, whoever names the profile. */
    @ParameterizedTest
    @ValueSource(
            strings = {"log 127.0.0.1:@own@ format raw profile times local0", "log 127.0.0.1:@own@ format raw local0"})
    void whatAProfileShowsIsMeasured(String line) throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var sink = lab.syslog("own");
            var profiles = """
                    log-profile times
                        on any format "cpu=%[cpu_ns_tot]/%[cpu_ns_avg] waited=%[lat_ns_tot]"
                    """;
            var proxy = lab.start(
                    Binary.headway(), file(profiles, line.indent(4) + "    http-response do-log profile times\n"));
            lab.client(proxy, "web").get("/path");
            var times = sink.await(text -> text.contains("cpu="), PATIENCE).orElseThrow();
            assertThat(times).matches("cpu=[1-9]\\d*/[1-9]\\d* waited=[1-9]\\d*\n");
        }
    }

    @Test
    void aStepThatTheProfileDoesNotNameIsWrittenAsUsual() throws Exception {
        try (var lab = new Lab()) {
            lab.http("origin");
            var own = lab.syslog("own");
            var plain = lab.syslog("plain");
            var proxy = lab.start(Binary.headway(), file("log-profile p\n    on error drop\n", """
                    log-format "%HM %HP"
                    log-format-sd "[s@1 status=\\"%ST\\"]"
                    log 127.0.0.1:@own@ format rfc5424 profile p local0
                    log 127.0.0.1:@plain@ format rfc5424 local0
                """));
            lab.client(proxy, "web").get("/path");
            var expected = "<134>1 ISO - normal PID - [s@1 status=\"200\"] GET /path\n";
            var normal = new Normal(proxy.pid());
            assertThat(normal.text(own.await(line -> true, PATIENCE).orElseThrow()))
                    .isEqualTo(expected);
            assertThat(normal.text(plain.await(line -> true, PATIENCE).orElseThrow()))
                    .isEqualTo(expected);
        }
    }
}
