package headway.wire.exchange;

import headway.http.Head;
import headway.http.Violation;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SpliceListener;
import org.jspecify.annotations.Nullable;

/** A connection as it is: bytes come in, bytes go out, and each direction ends by itself. */
public final class RawExchange extends Exchange implements ConnectionHandler, SpliceListener {
    private static final Head NO_HEAD = new Head();

    private final Connection connection;
    private final boolean ofClient;
    private ExchangeListener listener;
    /** The bytes come by {@code data} only once somebody takes them; until then they stay in the connection, to be looked at. */
    private boolean open;

    /** The end came before anybody took the bytes in front of it: it is told once they are taken. */
    private boolean endedUntaken;

    private boolean splicing;
    private boolean sent;
    private long sentBytes;
    private long receivedBytes;
    private int peekAt;
    private int peekLength;
    private boolean peekFull;

    public RawExchange(Connection connection, boolean ofClient, ExchangeListener listener) {
        this.connection = connection;
        this.ofClient = ofClient;
        this.listener = listener;
    }

    public void listener(ExchangeListener listener) {
        this.listener = listener;
    }

    /** From now on bytes are told by {@code data}; those that have been kept come first. */
    public void open() {
        open = true;
        connection.resume();
    }

    /** What has come and is not taken; valid inside {@link ExchangeListener#begun}. */
    public int peekAt() {
        return peekAt;
    }

    public int peekLength() {
        return peekLength;
    }

    /** No more than what {@link #peekLength} says will come before it is taken. */
    public boolean isPeekFull() {
        return peekFull;
    }

    @Override
    public Head received() {
        return NO_HEAD;
    }

    @Override
    public void retain() {}

    @Override
    public void head(Head head) {
        throw new IllegalStateException("a raw connection has no head");
    }

    @Override
    public void interim(Head head) {
        throw new IllegalStateException("a raw connection has no head");
    }

    @Override
    public void data(int at, int length) {
        sentBytes += length;
        connection.write(at, length);
        if (connection.pending() > 0) listener.congested(this);
    }

    @Override
    public void end(@Nullable Head trailers) {
        sent = true;
        if (!connection.isClosed()) connection.shutdownOutput();
    }

    @Override
    public void flush() {}

    @Override
    public void last() {}

    @Override
    public boolean isLast() {
        return true;
    }

    @Override
    public @Nullable Violation violation() {
        return null;
    }

    @Override
    public int pending() {
        return connection.pending();
    }

    @Override
    public long sentBytes() {
        return sentBytes;
    }

    @Override
    public long receivedBytes() {
        return receivedBytes;
    }

    @Override
    public void pause() {
        connection.pause();
    }

    @Override
    public void resume() {
        connection.resume();
    }

    @Override
    public boolean isReceived() {
        return connection.hasEnded() && !endedUntaken;
    }

    @Override
    public boolean isSent() {
        return sent;
    }

    @Override
    public boolean spliceTo(Exchange to) {
        if (!(to instanceof RawExchange) || connection.unread() > 0 || to.pending() > 0) return false;
        splicing = connection.splice(to.connection(), Long.MAX_VALUE, this);
        return splicing;
    }

    @Override
    public boolean isSplicing() {
        return splicing;
    }

    @Override
    public void abort(boolean reset) {
        if (connection.isClosed()) return;
        if (reset) connection.reset();
        else connection.close();
    }

    @Override
    public void deadline(long nanos) {
        connection.deadline(nanos);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void connected(Connection connection) {
        listener.connected(this);
    }

    @Override
    public int bytes(Connection connection, int at, int length, boolean full) {
        if (open) return taken(at, length);
        peekAt = at;
        peekLength = length;
        peekFull = full;
        listener.begun(this);
        peekLength = 0;
        if (!open || connection.handler() != this) {
            if (full) connection.pause();
            return 0;
        }
        return taken(at, length);
    }

    @Override
    public boolean isBeginning() {
        return ofClient && receivedBytes == 0;
    }

    private int taken(int at, int length) {
        receivedBytes += length;
        listener.data(this, at, length);
        if (endedUntaken) {
            endedUntaken = false;
            listener.end(this, null);
        }
        return length;
    }

    @Override
    public void room(Connection connection) {
        listener.room(this);
    }

    @Override
    public void ended(Connection connection) {
        if (open) {
            listener.end(this, null);
            return;
        }
        endedUntaken = connection.unread() > 0;
        listener.failed(this, Failure.CLOSED);
    }

    @Override
    public void failed(Connection connection, NetworkFailure failure) {
        splicing = false;
        listener.failed(this, Failure.of(failure));
    }

    @Override
    public void expired(Connection connection) {
        listener.expired(this);
    }

    @Override
    public void moved(Connection from, Connection to, long bytes) {
        listener.spliced(this, bytes);
    }

    @Override
    public void spliceDone(Connection from, Connection to) {
        splicing = false;
    }

    @Override
    public void sourceEnded(Connection from, Connection to) {
        splicing = false;
        listener.end(this, null);
    }
}
