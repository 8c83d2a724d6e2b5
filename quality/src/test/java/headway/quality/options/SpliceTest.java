package headway.quality.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Binary;
import headway.testkit.HttpAnswer;
import headway.testkit.Lab;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long body goes through the kernel unless that is forbidden, whatever {@code option splice-*} say. */
class SpliceTest {
    private static final int LENGTH = 8 << 20;

    private static String file(Path api, String global, String option) {
        return """
                global
                    stats socket %s
                    %s
                listen main
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                    bind 127.0.0.1:@front@
                    %s
                    server s 127.0.0.1:@origin@
            """.formatted(api, global, option);
    }

    @Test
    void aLongBodyIsSplicedWithAndWithoutTheOptions() throws IOException, InterruptedException {
        assertThat(spliced(Binary.headway(), "", "")).isPositive();
        assertThat(spliced(Binary.headway(), "", "option splice-response")).isPositive();
        assertThat(spliced(Binary.headway(), "", "no option splice-auto")).isPositive();
    }

    @Test
    void nothingIsSplicedWhereThatIsForbidden() throws IOException, InterruptedException {
        assertThat(spliced(Binary.headway(), "nosplice", "option splice-auto")).isZero();
        assertThat(spliced(Binary.headway().with("-dS"), "", "option splice-auto"))
                .isZero();
    }

    /** How many bytes of a long response went to the client without being copied. */
    private static long spliced(Binary binary, String global, String option) throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            var body = "x".repeat(LENGTH);
            lab.http("origin", seen -> HttpAnswer.ok(body));
            var api = lab.folder().resolve("api");
            var proxy = lab.start(binary, file(api, global, option));
            var client = lab.client(proxy, "front");
            assertThat(client.get("/").body()).hasSize(LENGTH);
            client.get("/"); // by now the first one is counted
            await().until(() -> Files.exists(api));
            return column(ask(api), "h1_spliced_bytes_out");
        }
    }

    /** Of the frontend's row. */
    private static long column(String answer, String name) {
        var lines = answer.lines().toList();
        var at = List.of(lines.getFirst().split(",")).indexOf(name);
        return Long.parseLong(lines.get(1).split(",", -1)[at]);
    }

    private static String ask(Path api) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(api));
            Channels.newOutputStream(channel).write("show stat\n".getBytes(StandardCharsets.US_ASCII));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
