package headway.quality.handling;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpMessage;
import headway.testkit.Lab;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the texts of a reply can know of the stream in whose place it stands. */
final class RepliesTest {
    private static final String HEAD = """
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            """;

    static Stream<Binary> programs() {
        return Stream.concat(Binary.haproxy().stream(), Stream.of(Binary.headway()));
    }

    private static HttpMessage ask(Binary binary, String file, String request)
            throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            lab.http("origin", _ -> HttpAnswer.ok("hello"));
            var proxy = lab.start(binary, HEAD + file);
            return lab.client(proxy, "front").exchange(request);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aResponseInWhosePlaceAReplyStandsIsGone(Binary binary) throws IOException, InterruptedException {
        var answer = ask(binary, """
                listen main
                    bind 127.0.0.1:@front@
                    http-response return status 403 content-type text/plain lf-string "<%[status]|%[res.ver]|%[res.hdr_cnt(a)]|%[res.hdrs]|%[res.body_len]|%[res.body_size]|%[method]|%ST>"
                    server one 127.0.0.1:@origin@
                """, "GET /p HTTP/1.1\r\nhost: h\r\n\r\n");
        assertThat(answer.body()).isEqualTo("<||||||GET|403>");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void anErrorPageMayTellOfTheRequest(Binary binary) throws IOException, InterruptedException {
        var answer = ask(binary, """
                frontend main
                    bind 127.0.0.1:@front@
                    http-error status 503 content-type text/plain lf-string "<%[path]|%[hdr(host)]|%[method]|%ST>" hdr x-for %[path]
                """, "GET /p HTTP/1.1\r\nhost: h\r\n\r\n");
        assertThat(answer.body()).isEqualTo("</p|h|GET|503>");
        assertThat(answer.all("x-for")).containsExactly("/p");
    }

    /** Of the head HAProxy counts a form of its own, so that only what is more than that is the same. */
    @ParameterizedTest
    @MethodSource("programs")
    void aMessageHasALengthAndNoBytes(Binary binary) throws IOException, InterruptedException {
        var answer = ask(binary, """
                frontend main
                    bind 127.0.0.1:@front@
                    http-request wait-for-body time 5s
                    http-request set-var(txn.before) req.len
                    http-request set-header added 12345
                    http-request set-var(txn.more) req.len,sub(txn.before)
                    http-request set-var(txn.payload) req.payload(0,2)
                    http-request return status 203 content-type text/plain lf-string "<%[var(txn.more)]|%[var(txn.payload)]>" if REQ_CONTENT
                """, "POST /p HTTP/1.1\r\nhost: h\r\ncontent-length: 5\r\n\r\nhello");
        assertThat(answer.status()).isEqualTo(203);
        assertThat(answer.body()).isEqualTo(binary.equals(Binary.headway()) ? "<14|>" : "<10|>");
    }
}
