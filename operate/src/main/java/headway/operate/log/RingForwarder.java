package headway.operate.log;

import headway.base.memory.Buffer;
import headway.base.memory.Slab;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Sends all messages of a ring to one server, on one loop. Messages wait in the ring for as long as the server is connected and behind; without a connection the
 * oldest make room for new ones. What had been given to a connection that breaks is lost with it.
 */
final class RingForwarder extends Timer implements ConnectionHandler {
    private static final long SHORTEST_PAUSE_NANOS = 50_000_000;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000_000;
    private static final int BATCH = 32 << 10;
    private static final int LARGEST_BATCH = 1 << 20;
    /** A length in digits with a blank, or a line feed. */
    private static final int FRAME = 12;

    private final MessageRing ring;
    private final RingServer server;
    private final Loop loop;
    private final RingReader reader;
    private final Runnable flush = this::flush;
    private @Nullable Connection connection;
    private boolean open;
    private long openedNanos;
    private long pauseNanos = SHORTEST_PAUSE_NANOS;

    /**
     * A server of a ring.
     *
     * @param countsOctets each message begins with its length (RFC 6587 3.4.1); else it ends with a line feed
     */
    record RingServer(ConnectTarget target, boolean countsOctets) {}

    RingForwarder(MessageRing ring, RingServer server, Loop loop) {
        this.ring = ring;
        this.server = server;
        this.loop = loop;
        reader = new RingReader(ring, true, () -> loop.send(flush));
    }

    /** Begins to connect; any thread. */
    void start() {
        loop.send(this::connect);
    }

    private void connect() {
        connection = loop.connect(server.target, this);
        if (connection == null) pause();
        else limit(ring.model().connectNanos());
    }

    private void limit(long nanos) {
        if (connection != null) connection.deadline(nanos == 0 ? Long.MAX_VALUE : loop.nanos() + nanos);
    }

    @Override
    public void connected(Connection now) {
        open = true;
        openedNanos = loop.nanos();
        limit(0);
        reader.holds(true);
        flush();
    }

    private void flush() {
        var now = connection;
        if (now == null || !open || now.pending() > 0) return;
        var buffer = loop.buffers().take(Math.clamp(ring.model().maximumLength() + FRAME, BATCH, LARGEST_BATCH));
        while (now.pending() == 0 && fill(buffer)) {
            now.write(buffer.at(), buffer.length());
            buffer.clear();
        }
        buffer.release();
        limit(now.pending() == 0 ? 0 : ring.model().serverNanos());
    }

    /** Takes as many messages as fit; false when there is none. */
    private boolean fill(Buffer buffer) {
        while (true) {
            var next = reader.next();
            if (next < 0 || next + FRAME > buffer.room()) break;
            if (server.countsOctets) digits(buffer, next);
            buffer.grow(reader.take(buffer.tail(), next));
            if (!server.countsOctets) byteOf(buffer, '\n');
        }
        return buffer.length() > 0;
    }

    private static void digits(Buffer buffer, int length) {
        var unit = 1;
        while (length / unit >= 10) unit *= 10;
        for (; unit > 0; unit /= 10) byteOf(buffer, '0' + length / unit % 10);
        byteOf(buffer, ' ');
    }

    private static void byteOf(Buffer buffer, int value) {
        Slab.putByte(buffer.tail(), (byte) value);
        buffer.grow(1);
    }

    /** What the server says is nobody's. */
    @Override
    public int bytes(Connection now, int at, int length, boolean full) {
        return length;
    }

    @Override
    public void room(Connection now) {
        flush();
    }

    @Override
    public void ended(Connection now) {
        now.close();
        again();
    }

    @Override
    public void failed(Connection now, NetworkFailure failure) {
        again();
    }

    /** {@code timeout connect} or {@code timeout server}. */
    @Override
    public void expired(Connection now) {
        now.close();
        again();
    }

    /** At once after a connection that lasted; otherwise after a pause that grows. */
    private void again() {
        if (open && loop.nanos() - openedNanos > LONGEST_PAUSE_NANOS) pauseNanos = SHORTEST_PAUSE_NANOS;
        open = false;
        connection = null;
        reader.holds(false);
        pause();
    }

    private void pause() {
        loop.arm(this, loop.nanos() + pauseNanos);
        pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
    }

    @Override
    protected void expired() {
        connect();
    }
}
