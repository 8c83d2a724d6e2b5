package headway.quality.logs;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code show events}: what a ring has, and what comes. The replies are those that HAProxy 2.6.12 was watched to give, but {@code -0}, which it lacks. */
class EventsTest {
    private static Program start(Lab lab) throws Exception {
        lab.http("origin");
        return lab.start(Binary.headway(), """
                global
                    stats socket %s level admin
                ring kept
                    format priority
                    size 20000
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                listen web
                    bind 127.0.0.1:@web@
                    log-format "%%HP"
                    log ring@kept local3
                    server s 127.0.0.1:@origin@
                """.formatted(lab.folder().resolve("api")));
    }

    @Test
    void aRingIsShownAsAskedFor() throws Exception {
        try (var lab = new Lab()) {
            var proxy = start(lab);
            var api = lab.folder().resolve("api");
            var client = lab.client(proxy, "web");
            client.get("/1");
            client.get("/2");
            assertThat(Api.ask(api, "show events kept\n")).isEqualTo("<158>/1\n<158>/2\n\n");
            assertThat(Api.ask(api, "show events kept -0\n")).isEqualTo("<158>/1\0<158>/2\0\n\n");
            assertThat(Api.ask(api, "show events kept -n\n")).isEqualTo("\n");
            assertThat(Api.ask(api, "show events nosuch\n")).startsWith("No such event sink\n");
            assertThat(Api.ask(api, "show events stdout\n")).startsWith("Nothing to report for this sink\n");
            assertThat(Api.ask(api, "show events kept -x\n")).startsWith("unknown option\n");
        }
    }

    @Test
    void whoWaitsIsToldOfNewMessagesUntilItSaysAnything() throws Exception {
        try (var lab = new Lab();
                var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var proxy = start(lab);
            var client = lab.client(proxy, "web");
            client.get("/old");
            channel.connect(UnixDomainSocketAddress.of(lab.folder().resolve("api")));
            say(channel, "show events kept -w\n");
            var lines = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.ISO_8859_1));
            assertThat(lines.readLine()).isEqualTo("<158>/old");
            client.get("/new");
            assertThat(lines.readLine()).isEqualTo("<158>/new");
            say(channel, "enough\n");
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isNull();
        }
    }

    private static void say(SocketChannel channel, String text) throws Exception {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
