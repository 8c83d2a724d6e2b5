package headway.wire.h1;

import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.Violation;
import org.jspecify.annotations.Nullable;

/** Reads the body of one message after another, as its head says it is framed (RFC 9112 6 and 7). What it needs between two calls is three numbers. */
public final class H1Body {
    private enum State {
        /** No body, or its end was reached. */
        COMPLETE,
        LENGTH,
        UNTIL_CLOSE,
        /** Before the first digit of a chunk's size. */
        SIZE_BEGIN,
        SIZE,
        /** White space behind the size. */
        SIZE_BLANK,
        EXTENSION,
        /** The LF of the size line. */
        SIZE_LF,
        CHUNK,
        CHUNK_CR,
        CHUNK_LF,
        TRAILERS,
        BROKEN
    }

    private H1Settings settings;
    private State state = State.COMPLETE;
    /** Bytes left of the body or the chunk; while a size is read, what it is so far. */
    private long left;

    private int lineLength;
    private long consumed;
    private boolean response;
    private @Nullable Violation violation;
    private @Nullable H1Reader trailerReader;
    private @Nullable Head trailers;

    public H1Body(H1Settings settings) {
        this.settings = settings;
    }

    /** The settings of the proxy that the next message belongs to. */
    void settings(H1Settings settings) {
        this.settings = settings;
        if (trailerReader != null) trailerReader.settings(settings);
    }

    /** Begins with the body that this head announces. */
    public void begin(Head head) {
        reset();
        response = !head.isRequest();
        left = head.framing() == BodyFraming.LENGTH ? head.contentLength() : 0;
        state = switch (head.framing()) {
            case NONE -> State.COMPLETE;
            case LENGTH -> left == 0 ? State.COMPLETE : State.LENGTH;
            case CHUNKED -> State.SIZE_BEGIN;
            case UNTIL_CLOSE, TUNNEL -> State.UNTIL_CLOSE;
        };
    }

    public void reset() {
        state = State.COMPLETE;
        left = 0;
        lineLength = 0;
        consumed = 0;
        violation = null;
    }

    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    /** What is wrong with the body, or null. */
    public @Nullable Violation violation() {
        return violation;
    }

    /** How many bytes of the body (with its framing) were read; after a violation, where it is. */
    public long consumed() {
        return consumed;
    }

    /** How many bytes of payload follow in a row, without framing between them. */
    public long opaque() {
        return switch (state) {
            case LENGTH -> left;
            case UNTIL_CLOSE -> Long.MAX_VALUE;
            default -> 0;
        };
    }

    /** So many bytes of the payload went by elsewhere. */
    public void skip(long bytes) {
        consumed += bytes;
        if (state != State.LENGTH) return;
        left -= bytes;
        assert left >= 0;
        if (left == 0) state = State.COMPLETE;
    }

    /**
     * Reads on.
     *
     * @return how many bytes were consumed, from the front; all of them unless the body ended, trailers are incomplete or there is a {@link #violation}
     */
    public int read(int at, int length, BodySink sink) {
        var end = at + length;
        var p = at;
        while (p < end && state != State.COMPLETE) {
            var next = step(p, end, sink);
            if (next < 0) break;
            consumed += next - p;
            if (next == p && state == State.TRAILERS) break;
            p = next;
        }
        return p - at;
    }

    private int step(int p, int end, BodySink sink) {
        return switch (state) {
            case LENGTH, CHUNK -> payload(p, end, sink);
            case UNTIL_CLOSE -> untilClose(p, end, sink);
            case SIZE_BEGIN, SIZE -> size(p, end);
            case SIZE_BLANK -> sizeBlank(p);
            case EXTENSION -> extension(p, end);
            case SIZE_LF -> sizeLf(p);
            case CHUNK_CR -> expect(p, '\r', State.CHUNK_LF, Violation.BAD_CHUNK_END);
            case CHUNK_LF -> expect(p, '\n', State.SIZE_BEGIN, Violation.BAD_CHUNK_END);
            case TRAILERS -> trailers(p, end, sink);
            case BROKEN, COMPLETE -> -1;
        };
    }

    private int payload(int p, int end, BodySink sink) {
        var piece = (int) Math.min(left, end - p);
        left -= piece;
        var chunk = state == State.CHUNK;
        if (left == 0) state = chunk ? State.CHUNK_CR : State.COMPLETE;
        sink.data(p, piece, chunk || left > 0);
        if (state == State.COMPLETE) sink.complete(null);
        return p + piece;
    }

    private static int untilClose(int p, int end, BodySink sink) {
        sink.data(p, end - p, true);
        return end;
    }

    private int size(int from, int end) {
        if (state == State.SIZE_BEGIN) {
            left = 0;
            lineLength = 0;
        }
        var p = from;
        for (; p < end; p++) {
            var digit = hex(Slab.byteAt(p));
            if (digit < 0) break;
            if (++lineLength > settings.bufferSize()) return broken(Violation.CHUNK_LINE_TOO_LONG, p, from);
            // HAProxy's limit, far from any overflow.
            if (left >= 1L << 48) return broken(Violation.CHUNK_TOO_LARGE, p, from);
            left = left << 4 | digit;
            state = State.SIZE;
        }
        if (p == end) return p;
        if (state == State.SIZE_BEGIN) return broken(Violation.BAD_CHUNK_SIZE, p, from);
        state = State.SIZE_BLANK;
        return p;
    }

    /** RFC 9112 7.1.1 tolerates white space before the semicolon of an extension. */
    private int sizeBlank(int p) {
        var b = Slab.byteAt(p);
        if (b == ';') state = State.EXTENSION;
        else if (b == '\r') state = State.SIZE_LF;
        else if (b == '\n') return broken(Violation.BARE_LF, p, p);
        else if (!H1Bytes.isBlank(b)) return broken(Violation.BAD_CHUNK_SIZE, p, p);
        if (++lineLength > settings.bufferSize()) return broken(Violation.CHUNK_LINE_TOO_LONG, p, p);
        return p + 1;
    }

    /** Extensions are hop by hop and nobody's here: they are dropped unread. */
    private int extension(int from, int end) {
        var p = from;
        for (; p < end && Slab.byteAt(p) != '\r' && Slab.byteAt(p) != '\n'; p++) {
            if (++lineLength > settings.bufferSize()) return broken(Violation.CHUNK_LINE_TOO_LONG, p, from);
        }
        if (p == end) return p;
        // RFC 9112 2.2 lets a lone LF end the lines of a head, not these; what one hop takes for an end and the next
        // does not is how requests are smuggled.
        if (Slab.byteAt(p) == '\n') return broken(Violation.BARE_LF, p, from);
        state = State.SIZE_LF;
        return p + 1;
    }

    private int sizeLf(int p) {
        return expect(p, '\n', left == 0 ? State.TRAILERS : State.CHUNK, Violation.BARE_CR);
    }

    private int expect(int p, char wanted, State next, Violation otherwise) {
        if (Slab.byteAt(p) != wanted) return broken(otherwise, p, p);
        state = next;
        return p + 1;
    }

    /** The trailers are read when they are all there: until then they stay where they are. */
    private int trailers(int p, int end, BodySink sink) {
        if (Slab.byteAt(p) == '\r' && p + 1 < end && Slab.byteAt(p + 1) == '\n') {
            state = State.COMPLETE;
            sink.complete(null);
            return p + 2;
        }
        var reader = trailerReader();
        var fields = trailerHead();
        fields.clear();
        reader.trailers(response);
        var length = reader.read(fields, p, end - p);
        if (length < 0) return broken(reader.violation(), p + reader.violationOffset(), p);
        var tooLarge = length > settings.bufferSize() || length == 0 && end - p >= settings.bufferSize();
        if (tooLarge) return broken(Violation.TRAILERS_TOO_LARGE, p + settings.bufferSize(), p);
        if (length == 0) return p;
        state = State.COMPLETE;
        sink.complete(fields.fields() == 0 ? null : fields);
        return p + length;
    }

    private H1Reader trailerReader() {
        var reader = trailerReader;
        if (reader == null) trailerReader = reader = new H1Reader(settings);
        return reader;
    }

    private Head trailerHead() {
        var head = trailers;
        if (head == null) trailers = head = new Head();
        return head;
    }

    private int broken(@Nullable Violation why, int at, int from) {
        violation = why;
        consumed += at - from;
        state = State.BROKEN;
        return -1;
    }

    private static int hex(int b) {
        if (b >= '0' && b <= '9') return b - '0';
        var lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
