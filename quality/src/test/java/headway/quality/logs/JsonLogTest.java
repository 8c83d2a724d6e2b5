package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code option jsonlog} with what the file has the proxy keep of messages, and what became of the persistence cookie. */
class JsonLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FILE = """
            global
                log 127.0.0.1:@sink@ len 4096 local0
            defaults
                mode http
                log global
                option jsonlog
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            listen web
                bind 127.0.0.1:@in@
                declare capture request len 5
                capture request header User-Agent len 20
                capture response header Server len 20
                capture cookie SID len 20
                cookie SRV insert
                http-request capture path id 0
                server s1 127.0.0.1:@node@ cookie one
            """;

    @Test
    void whatIsCapturedAndTheCookiesStateAreFields() throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var sink = lab.syslog("sink");
            lab.http("node", _ -> HttpAnswer.raw("HTTP/1.1 200 OK\r\nServer: or\"igin\r\nContent-Length: 2\r\n\r\nok"));
            var proxy = lab.start(Binary.headway(), FILE);
            try (var client = lab.connect(proxy, "in")) {
                client.send(
                        "GET /abcdefg HTTP/1.1\r\nHost: a\r\nUser-Agent: the \"one\"\r\nCookie: SID=x; b=c\r\n\r\n");
                client.awaitText("ok", PATIENCE);
                client.send("GET /b HTTP/1.1\r\nHost: a\r\nCookie: SRV=one\r\n\r\n");

                assertThat(sink.await(line -> line.contains("\"url.path\":\"/abcdefg\""), PATIENCE))
                        .get()
                        .asString()
                        .contains("\"proxy.capture.request.0\":[\"/abcd\"]")
                        .contains("\"http.request.header.user-agent\":[\"the \\\"one\\\"\"]")
                        .contains("\"http.response.header.server\":[\"or\\\"igin\"]")
                        .contains("\"proxy.cookie.request\":\"SID=x\"")
                        .contains("\"termination_state\":\"--\"")
                        .contains(
                                "\"cookie_state\":\"NI\",\"cookie_cause\":\"The client had no cookie and was given one.\"");
                assertThat(sink.await(line -> line.contains("\"url.path\":\"/b\""), PATIENCE))
                        .get()
                        .asString()
                        .doesNotContain("user-agent", "proxy.cookie.request")
                        .contains("\"cookie_state\":\"VN\"");
            }
        }
    }
}
