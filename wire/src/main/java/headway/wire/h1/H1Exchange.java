package headway.wire.h1;

import headway.base.memory.Buffer;
import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.Violation;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SpliceListener;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of HTTP/1 share: one message comes in by the states of {@link Reading}, one goes out by those of {@link Writing}. Which of them is the request, and what
 * follows after both are complete, is told by {@link H1Client} and {@link H1Server}.
 */
abstract class H1Exchange extends Exchange implements ConnectionHandler, BodySink, SpliceListener {
    /** Where the incoming message stands. */
    enum Reading {
        /** Nothing of it has come. */
        IDLE,
        /** A part of the head has come. */
        HEAD,
        /** The head is complete, the body is coming. */
        BODY,
        /** Complete; what else comes belongs to the next one. */
        DONE,
        /** Not HTTP any more: every byte is data. */
        TUNNEL,
        /** Given up: what comes is dropped. */
        CLOSED
    }

    /** Where the outgoing message stands. */
    enum Writing {
        IDLE,
        BODY,
        DONE,
        TUNNEL
    }

    /** A larger piece is not copied behind the head but sent from where it lies: with framing around it, it costs a send more. */
    private static final int COPIED = 1 << 10;

    private static final int COPIED_CHUNK = 8 << 10;

    /** Less than this is read and written faster than it is spliced. */
    private static final long WORTH_A_PIPE = 64 << 10;

    H1Context context;
    private final H1Settings settings;
    private Connection connection;
    ExchangeListener listener;
    Reading reading = Reading.IDLE;
    /** Where a connection broke off; null as long as it has not. */
    @Nullable
    Reading cutOff;

    Writing writing = Writing.IDLE;
    private BodyFraming framing = BodyFraming.NONE;

    @Nullable
    H1Incoming incoming;

    private boolean splicing;
    private boolean interimSent;
    private long sentBytes;
    long receivedBytes;
    /** The end of the body that is being read, told when it is counted. */
    private boolean ends;

    private @Nullable Head trailers;
    /** No other exchange follows on the connection. */
    boolean last;

    private @Nullable Violation violation;

    H1Exchange(H1Context context, H1Settings settings, Connection connection, ExchangeListener listener) {
        this.settings = settings;
        this.context = context;
        this.connection = connection;
        this.listener = listener;
    }

    /** The edits that this side makes before a head goes out; returns how the body's end will be told. */
    abstract BodyFraming prepare(Head head);

    /** The incoming head is complete: the state of reading that follows. */
    abstract Reading headComplete(Head head);

    /** What is sent from now on belongs to another exchange. */
    final void forgetSent() {
        sentBytes = 0;
    }

    /** The peer sent FIN. */
    abstract void peerEnded();

    // ---- the incoming message

    @Override
    public final int bytes(Connection connection, int at, int length, boolean full) {
        var used = 0;
        var home = context;
        if (reading == Reading.IDLE) receivedBytes = 0;
        while (used < length && !(connection.isPaused() && reading != Reading.CLOSED)) {
            var taken = take(at + used, length - used, full && used == 0);
            used += taken;
            // From here on another loop may use this exchange; what came behind a response must not stay unnoticed.
            if (connection.isOffered() && (used == length || !connection.withdraw())) {
                home.flush();
                return length;
            }
            if (taken == 0) break;
        }
        home.flush();
        return used;
    }

    private int take(int at, int length, boolean full) {
        return switch (reading) {
            case IDLE, HEAD -> takeHead(at, length, full);
            case BODY -> takeBody(at, length);
            case DONE -> holdBack();
            case TUNNEL -> takeRaw(at, length);
            case CLOSED -> ignore(length);
        };
    }

    private int takeHead(int at, int length, boolean full) {
        var message = incoming();
        message.locate(at);
        var taken = message.reader.read(message.head, at, length);
        if (taken < 0) return refuse(message.reader.violation(), length);
        message.seen(at, taken == 0 ? length : taken);
        // Before it is told of: rules ask for it, and a request that is answered at once is over then.
        receivedBytes += taken;
        if (taken == 0) return incomplete(full, length);
        reading = headComplete(message.head);
        tellHead(message.head);
        return taken;
    }

    /** Tells of the head that is complete; an interim one is followed by another. */
    abstract void tellHead(Head head);

    private int incomplete(boolean full, int length) {
        var first = reading == Reading.IDLE;
        reading = Reading.HEAD;
        if (!full) {
            if (first) listener.begun(this);
            return 0;
        }
        reading = Reading.CLOSED;
        listener.failed(this, Failure.TOO_LARGE);
        return length;
    }

    private int takeBody(int at, int length) {
        var message = incoming();
        var taken = message.body.read(at, length, this);
        var wrong = message.body.violation();
        receivedBytes += wrong == null ? taken : length;
        if (wrong != null) return refuse(wrong, length);
        if (ends) tellEnd();
        return taken;
    }

    /** The body is over without a byte that says so. */
    final void endHere() {
        complete(null);
        tellEnd();
    }

    /** Who hears it may settle the stream, with all that has come. */
    private void tellEnd() {
        var last = trailers;
        ends = false;
        trailers = null;
        listener.end(this, last);
    }

    private int ignore(int length) {
        receivedBytes += length;
        return length;
    }

    private int refuse(@Nullable Violation why, int length) {
        violation = why;
        reading = Reading.CLOSED;
        last = true;
        listener.failed(this, Failure.VIOLATION);
        return length;
    }

    /** Bytes of the next message while this one is not answered: they wait in the connection. */
    private int holdBack() {
        connection.pause();
        connection.watch(true);
        return 0;
    }

    private int takeRaw(int at, int length) {
        receivedBytes += length;
        listener.data(this, at, length);
        return length;
    }

    @Override
    public final void data(int at, int length, boolean more) {
        if (reading == Reading.BODY) listener.data(this, at, length);
    }

    @Override
    public final void complete(@Nullable Head trailers) {
        if (reading != Reading.BODY) return;
        reading = Reading.DONE;
        this.trailers = trailers;
        ends = true;
    }

    /** The reader's memory for the message under way, taken when its first byte comes, so that an idle connection has none. */
    final H1Incoming incoming() {
        var message = incoming;
        if (message == null) {
            message = context.take(settings);
            incoming = message;
            begin(message);
        }
        return message;
    }

    /** Tells a fresh reader what kind of message it reads. */
    abstract void begin(H1Incoming message);

    final void releaseIncoming() {
        var message = incoming;
        if (message == null) return;
        incoming = null;
        context.release(message);
    }

    @Override
    public final Head received() {
        return incoming().head;
    }

    @Override
    public final void retain() {
        incoming().keep(context.loop().buffers());
    }

    @Override
    public final boolean isReceived() {
        return reading == Reading.DONE;
    }

    @Override
    public final @Nullable Violation violation() {
        return violation;
    }

    @Override
    public final void pause() {
        connection.pause();
    }

    @Override
    public final void resume() {
        if (reading != Reading.DONE) connection.resume();
    }

    // ---- the outgoing message

    @Override
    public final void head(Head head) {
        framing = prepare(head);
        if (!interimSent) sentBytes = 0;
        interimSent = false;
        stage(head);
        writing = switch (framing) {
            case NONE -> Writing.DONE;
            case TUNNEL -> Writing.TUNNEL;
            case LENGTH, CHUNKED, UNTIL_CLOSE -> Writing.BODY;
        };
        if (writing == Writing.DONE) messageSent();
    }

    @Override
    public final void interim(Head head) {
        if (!interimSent) sentBytes = 0;
        interimSent = true;
        stage(head);
    }

    private void stage(Head head) {
        var staging = context.staging(this);
        var length = H1HeadWriter.write(head, staging.tail(), staging.room(), settings.caseAdjust());
        if (length < 0) {
            context.flush();
            length = H1HeadWriter.write(head, context.staging(this).tail(), staging.room(), settings.caseAdjust());
        }
        if (length < 0) throw new IllegalStateException("a head larger than the buffer passed the limit on edits");
        staging.grow(length);
        sentBytes += length;
    }

    @Override
    public final void data(int at, int length) {
        if (writing == Writing.DONE || length == 0) return;
        sentBytes += length;
        if (framing == BodyFraming.CHUNKED) stageChunkHeader(length);
        send(at, length);
        if (framing == BodyFraming.CHUNKED) stageLineEnd();
    }

    private void send(int at, int length) {
        var staging = context.staging(this);
        if (length <= (framing == BodyFraming.CHUNKED ? COPIED_CHUNK : COPIED) && length <= staging.room())
            staging.append(at, length);
        else context.flush(this, at, length);
    }

    /** Sends a whole message byte by byte as it stands. */
    final void verbatim(int at, int length) {
        sentBytes = length;
        send(at, length);
        writing = Writing.DONE;
        messageSent();
    }

    private void stageChunkHeader(int length) {
        var staging = roomFor(H1Chunks.LONGEST_HEADER);
        staging.grow(H1Chunks.writeHeader(staging.tail(), length));
    }

    private void stageLineEnd() {
        var staging = roomFor(2);
        staging.grow(H1Chunks.writeLineEnd(staging.tail()));
    }

    private Buffer roomFor(int length) {
        var staging = context.staging(this);
        if (staging.room() >= length) return staging;
        context.flush();
        return context.staging(this);
    }

    @Override
    public final void end(@Nullable Head trailers) {
        if (writing == Writing.DONE) return;
        if (framing == BodyFraming.CHUNKED) stageLastChunk(trailers);
        var closes = framing == BodyFraming.UNTIL_CLOSE || writing == Writing.TUNNEL;
        writing = Writing.DONE;
        if (closes) closeOutput();
        messageSent();
    }

    private void stageLastChunk(@Nullable Head trailers) {
        var staging = roomFor(1 << 14);
        staging.grow(H1Chunks.writeLast(staging.tail(), staging.room(), trailers));
    }

    private void closeOutput() {
        flush();
        if (!connection.isClosed()) connection.shutdownOutput();
    }

    /** The outgoing message is complete. */
    abstract void messageSent();

    @Override
    public final void flush() {
        if (context.isStaged(this)) context.flush();
    }

    final void flushed() {
        if (connection.pending() > 0) listener.congested(this);
    }

    @Override
    public final boolean isSent() {
        return writing == Writing.DONE;
    }

    @Override
    public final long sentBytes() {
        return sentBytes;
    }

    @Override
    public final long receivedBytes() {
        return receivedBytes;
    }

    @Override
    public final int pending() {
        return connection.pending();
    }

    // ---- both

    /** From the next byte on this connection carries whatever the two ends agreed on (RFC 9110 7.8, 9.3.6). */
    public final void tunnel() {
        reading = Reading.TUNNEL;
        writing = Writing.TUNNEL;
        framing = BodyFraming.TUNNEL;
        last = true;
        connection.resume();
    }

    @Override
    public final boolean spliceTo(Exchange to) {
        if (!(to instanceof H1Exchange target) || splicing) return false;
        var limit = spliceLimit();
        if (target.writing == Writing.DONE) return false;
        if (limit < WORTH_A_PIPE || target.framing == BodyFraming.CHUNKED || connection.unread() > 0) return false;
        target.flush();
        if (target.connection.pending() > 0) return false;
        splicing = connection.splice(target.connection, limit, this);
        return splicing;
    }

    /** How many bytes may pass without being looked at. */
    private long spliceLimit() {
        if (reading == Reading.TUNNEL) return Long.MAX_VALUE;
        return reading == Reading.BODY ? incoming().body.opaque() : 0;
    }

    @Override
    public final boolean isSplicing() {
        return splicing;
    }

    @Override
    public final void moved(Connection from, Connection to, long bytes) {
        if (reading == Reading.BODY) incoming().body.skip(bytes);
        listener.spliced(this, bytes);
    }

    @Override
    public final void spliceDone(Connection from, Connection to) {
        var home = context;
        splicing = false;
        if (reading == Reading.BODY && incoming().body.isComplete()) endHere();
        home.flush();
    }

    @Override
    public final void sourceEnded(Connection from, Connection to) {
        var home = context;
        splicing = false;
        peerEnded();
        home.flush();
    }

    @Override
    public final void last() {
        last = true;
    }

    @Override
    public final boolean isLast() {
        return last;
    }

    @Override
    public void abort(boolean reset) {
        context.drop(this);
        reading = Reading.CLOSED;
        last = true;
        if (connection.isClosed()) return;
        if (reset) connection.reset();
        else connection.close();
    }

    @Override
    public final void deadline(long nanos) {
        connection.deadline(nanos);
    }

    @Override
    public final Connection connection() {
        return connection;
    }

    /** After another loop has taken the connection over. */
    final void moved(Connection connection, H1Context context) {
        this.connection = connection;
        this.context = context;
    }

    @Override
    public final void connected(Connection connection) {
        listener.connected(this);
        context.flush();
    }

    @Override
    public final void room(Connection connection) {
        var home = context;
        listener.room(this);
        home.flush();
    }

    @Override
    public final void ended(Connection connection) {
        var home = context;
        peerEnded();
        home.flush();
    }

    @Override
    public final void failed(Connection connection, NetworkFailure failure) {
        context.drop(this);
        splicing = false;
        cutOff = reading;
        reading = Reading.CLOSED;
        last = true;
        listener.failed(this, Failure.of(failure));
        context.flush();
    }

    @Override
    public final void expired(Connection connection) {
        listener.expired(this);
        context.flush();
    }
}
