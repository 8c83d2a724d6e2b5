package headway.traffic.stream;

import headway.base.memory.Buffer;
import headway.base.memory.Buffers;
import headway.http.Head;
import org.jspecify.annotations.Nullable;

/**
 * The part of one direction's body that a stream keeps: before there is somebody to send it to, while a rule waits for it, or as long as the request might have to be
 * sent again. It holds no memory while it is empty.
 */
final class Content {
    private final Buffers buffers;
    private final int limit;
    private @Nullable Buffer buffer;
    private boolean complete;
    /** Nothing more comes, although it is not complete. */
    private boolean cut;

    private @Nullable Head trailers;
    private @Nullable Buffer trailerBytes;
    private int looseAt;
    private int looseLength;
    /** A rule waits for this many bytes, 0 for all, -1 for nothing. */
    private long wanted = -1;

    Content(Buffers buffers, int limit) {
        this.buffers = buffers;
        this.limit = limit;
    }

    /** Adds a piece; the source is to be paused once {@link #isFull}. */
    void append(int at, int length) {
        if (length == 0) return;
        var kept = buffer;
        if (kept == null) kept = buffers.take(Math.max(1024, length));
        else if (kept.room() < length) kept = larger(kept, length);
        buffer = kept;
        kept.append(at, length);
    }

    /** What one event brings may pass the limit by as much as a loop reads at once; then the source is paused. */
    private Buffer larger(Buffer small, int more) {
        var big = buffers.take(small.length() + more);
        big.append(small.at(), small.length());
        small.release();
        return big;
    }

    /** Bytes of TCP that still lie in the connection, for as long as the rules look at them. */
    void lend(int at, int length) {
        looseAt = at;
        looseLength = length;
    }

    void complete() {
        complete = true;
    }

    /** The rest will never come. */
    void cut() {
        cut = true;
    }

    /** Nothing more will come; trailers are copied, since they lie in the receive buffer. They are rare enough to be worth an object. */
    void complete(@Nullable Head received) {
        complete = true;
        if (received == null || trailers != null) return;
        var size = 0;
        for (var i = 0; i < received.fields(); i++) size += received.nameLength(i) + received.valueLength(i);
        var bytes = buffers.take(Math.max(1024, size));
        var copy = new Head();
        for (var i = 0; i < received.fields(); i++) {
            var at = bytes.tail();
            bytes.append(received.nameAt(i), received.nameLength(i));
            bytes.append(received.valueAt(i), received.valueLength(i));
            copy.add(received.id(i), at, received.nameLength(i), at + received.nameLength(i), received.valueLength(i));
        }
        trailers = copy;
        trailerBytes = bytes;
    }

    /** What came behind a complete body. */
    @Nullable
    Head trailers() {
        return trailers;
    }

    int at() {
        var kept = buffer;
        return kept == null ? looseAt : kept.at();
    }

    int length() {
        var kept = buffer;
        return kept == null ? looseLength : kept.length();
    }

    boolean isComplete() {
        return complete;
    }

    boolean isFull() {
        return length() >= limit;
    }

    /** Nothing will be added to what is there. */
    boolean isEnded() {
        return complete || cut || isFull();
    }

    /** Notes what a rule waits for; true when it is there already. */
    boolean waitFor(long atLeast) {
        wanted = atLeast;
        var isThere = isEnded() || atLeast > 0 && length() >= atLeast;
        if (isThere) wanted = -1;
        return isThere;
    }

    boolean isAwaited() {
        return wanted >= 0;
    }

    void notAwaited() {
        wanted = -1;
    }

    /** Gives the memory back. */
    void release() {
        var kept = buffer;
        buffer = null;
        if (kept != null) kept.release();
        var bytes = trailerBytes;
        trailers = null;
        trailerBytes = null;
        if (bytes != null) bytes.release();
        complete = false;
        cut = false;
        looseLength = 0;
        wanted = -1;
    }

    /** Gives the bytes back, but knows whether more will come, and what came behind the last one. */
    void drop() {
        var kept = buffer;
        buffer = null;
        if (kept != null) kept.release();
        looseLength = 0;
        wanted = -1;
    }
}
