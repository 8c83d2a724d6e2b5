package headway.operate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The first line of {@code show stat}, beside the one that the real HAProxy prints. */
class HeaderTest {
    @Test
    void aColumnStandsBehindTheFixedOnesForTheDash() {
        var columns = List.of(StatReport.header().substring(2).split(",", -1));
        assertThat(columns.indexOf("-")).isEqualTo(119);
        assertThat(columns.get(118)).isEqualTo("cache_hint_hits");
        assertThat(StatReport.header()).startsWith("# pxname,svname,qcur,").endsWith(",h1_spliced_bytes_out,\n");
    }

    @Test
    void theColumnsOfTheInstalledHaproxyStandAtTheSamePlaces() throws Exception {
        var binary = Binary.haproxy();
        Assumptions.assumeTrue(binary.isPresent(), "haproxy is installed");
        try (var lab = new Lab()) {
            var socket = lab.folder().resolve("api");
            lab.start(binary.get(), """
                    global
                        stats socket %s
                    listen main
                        mode http
                        bind 127.0.0.1:@main@
                        timeout client 1s
                        timeout server 1s
                        timeout connect 1s
                    """.formatted(socket));
            var theirs = List.of(header(socket).split(","));
            var ours = List.of(StatReport.header().strip().split(","));
            var fixed = theirs.indexOf("-");
            assertThat(fixed).isGreaterThan(100);
            assertThat(ours.subList(0, fixed)).isEqualTo(theirs.subList(0, fixed));
            assertThat(theirs).containsAll(ours.subList(ours.indexOf("-"), ours.size()));
        }
    }

    private static String header(Path socket) throws Exception {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap("show stat\n".getBytes(StandardCharsets.US_ASCII)));
            var buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer) > 0) {
                // until the end
            }
            return StandardCharsets.ISO_8859_1
                    .decode(buffer.flip())
                    .toString()
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
