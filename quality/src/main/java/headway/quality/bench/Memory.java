package headway.quality.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Resident memory of a program that was just started, and what it grows by for each idle keep-alive connection. */
record Memory(long idleBytes, double bytesPerConnection) {
    static final int CONNECTIONS = 8_000;

    /** Until the process has given back what it needed for a moment only, such as the compilers of a JVM do. */
    private static final int SETTLED_MILLIS = 12_000;

    private static final byte[] REQUEST =
            "GET /small HTTP/1.1\r\nHost: bench\r\nX-Remove: this\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    static Memory measure(Place place, Contender fresh) throws IOException, InterruptedException {
        Thread.sleep(1_000);
        long idle = fresh.status().residentBytes();
        place.load(Workload.HTTP_64)
                .run(Workload.HTTP_64, fresh.port("http"), 4); // compiled and pooled what a busy one has
        Thread.sleep(SETTLED_MILLIS);
        long before = fresh.status().residentBytes();
        List<SocketChannel> open = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                open.add(afterOneRequest(fresh.port("http")));
            }
            Thread.sleep(SETTLED_MILLIS);
            return new Memory(idle, (fresh.status().residentBytes() - before) / (double) CONNECTIONS);
        } finally {
            for (SocketChannel channel : open) {
                channel.close();
            }
        }
    }

    private static SocketChannel afterOneRequest(int port) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        channel.write(ByteBuffer.wrap(REQUEST));
        ByteBuffer answer = ByteBuffer.allocate(4_096);
        while (!text(answer).endsWith("backend\n")) {
            if (channel.read(answer) < 0) {
                throw new IOException("closed after: " + text(answer));
            }
        }
        return channel;
    }

    private static String text(ByteBuffer answer) {
        return StandardCharsets.US_ASCII.decode(answer.duplicate().flip()).toString();
    }
}
