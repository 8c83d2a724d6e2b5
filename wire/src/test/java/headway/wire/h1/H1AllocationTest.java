package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.Head;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading, editing and writing messages makes no objects. */
class H1AllocationTest implements BodySink {
    private static final String REQUEST =
            "POST /a/b?c=d HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: curl/8.5.0\r\nAccept: */*\r\nConnection: keep-alive\r\n"
                    + "Transfer-Encoding: chunked\r\nTE: trailers\r\nX-Odd:  value \r\n\r\n5;x=y\r\nhello\r\n0\r\nx-sum: 1\r\n\r\n";

    private final Head head = new Head();
    private final H1Reader reader = new H1Reader(H1Settings.STRICT);
    private final H1Body body = new H1Body(H1Settings.STRICT);
    private final int master = Buffers.constant(REQUEST.getBytes(StandardCharsets.US_ASCII));
    private final int at = new Buffers().take(4096).at();
    private final int out = new Buffers().take(4096).at();
    private int payload;

    @Test
    void nothingIsAllocatedForAMessage() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (var i = 0; i < 60_000; i++) once();
        var least = Long.MAX_VALUE;
        for (var round = 0; round < 20 && least > 0; round++) {
            var before = threads.getCurrentThreadAllocatedBytes();
            for (var i = 0; i < 10_000; i++) once();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes for 10,000 messages").isZero();
        assertThat(payload).isGreaterThanOrEqualTo(5 * 70_000);
    }

    private void once() {
        var length = REQUEST.length();
        Slab.copy(master, at, length);
        reader.request();
        var headLength = reader.read(head, at, length);
        H1Rules.toServer(head, true);
        var written = H1HeadWriter.write(head, out, 4096, null);
        body.begin(head);
        var rest = body.read(at + headLength, length - headLength, this);
        if (headLength + rest != length || written < 0 || !body.isComplete())
            throw new AssertionError("not read completely");
    }

    @Override
    public void data(int at, int length, boolean more) {
        payload += length;
    }

    @Override
    public void complete(@Nullable Head trailers) {
        if (trailers == null) throw new AssertionError("the trailers are missing");
    }
}
