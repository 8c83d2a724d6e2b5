package headway.quality.bench;

import headway.base.memory.Buffer;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import java.nio.charset.StandardCharsets;

/** The server behind the proxies for small responses: it sends head and body in one piece, as a server does that has both at hand. */
final class LoopBackend implements Acceptor, ConnectionHandler {
    /** What every small response consists of; the memory row looks for its end. */
    static final String SMALL_BODY = "a small response of the backend\n";

    /** The four bytes that end a head. */
    private static final int END_OF_HEAD = 0x0A0D0A0D;

    /** Where the path begins behind {@code GET /}. */
    private static final int PATH_AT = 5;

    private final Buffer small;
    private final Buffer large;

    LoopBackend(Buffers buffers) {
        small = response(buffers, SMALL_BODY);
        large = response(buffers, "x".repeat(Workload.HTTP_10K.bytes));
    }

    private static Buffer response(Buffers buffers, String body) {
        var head = """
                HTTP/1.1 200 OK\r
                Server: bench\r
                Date: Sun, 01 Nov 2026 00:00:00 GMT\r
                Content-Type: text/plain\r
                Content-Length: %d\r
                Connection: keep-alive\r
                \r
                """.formatted(body.length());
        return written(buffers, head + body);
    }

    /** The text in a buffer, ready to be sent as often as wanted. */
    static Buffer written(Buffers buffers, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Buffer buffer = buffers.take(bytes.length);
        Slab.put(buffer.tail(), bytes);
        buffer.grow(bytes.length);
        return buffer;
    }

    @Override
    public ConnectionHandler accepted(Connection connection) {
        return this;
    }

    @Override
    public void exhausted(NetworkFailure failure) {
        System.err.println("bench: the backend cannot accept: " + failure);
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    /** A proxy sends one request and waits for its response: what is shown is a part of one, or the whole. */
    @Override
    public int bytes(Connection connection, int at, int length, boolean full) {
        if (length < PATH_AT || Slab.intAt(at + length - 4) != END_OF_HEAD) {
            return 0;
        }
        Buffer response = Slab.byteAt(at + PATH_AT) == '1' ? large : small;
        connection.write(response.at(), response.length());
        return length;
    }

    @Override
    public void room(Connection connection) {
        // the engine keeps what the kernel did not take, and one response is all there is
    }

    @Override
    public void ended(Connection connection) {
        connection.close();
    }

    @Override
    public void failed(Connection connection, NetworkFailure failure) {
        // closed already; the proxies' side of it is theirs to count
    }

    @Override
    public void expired(Connection connection) {
        connection.close();
    }
}
