package headway.wire.engine.socket;

import headway.base.memory.Buffer;
import headway.base.memory.Buffers;
import org.jspecify.annotations.Nullable;

/** What a connection still has to send, in a queue of buffers. Made when the kernel first refuses something, and kept. */
final class Output {
    private static final int PIECE = 64 << 10;

    private @Nullable Buffer first;
    private @Nullable Buffer last;
    private int length;

    int length() {
        return length;
    }

    void append(Buffers buffers, int at, int count) {
        var from = at;
        var left = count;
        length += count;
        while (left > 0) {
            var tail = last != null && last.room() > 0 ? last : add(buffers.take(Math.min(left, PIECE)));
            var part = Math.min(left, tail.room());
            tail.append(from, part);
            from += part;
            left -= part;
        }
    }

    private Buffer add(Buffer buffer) {
        if (last == null) first = buffer;
        else last.next(buffer);
        last = buffer;
        return buffer;
    }

    /** The piece to send next; null when there is none. */
    @Nullable
    Buffer head() {
        return first;
    }

    void sent(int count) {
        var head = first;
        assert head != null && count <= head.length();
        length -= count;
        head.consume(count);
        if (head.length() > 0) return;
        first = head.next();
        if (first == null) last = null;
        head.release();
    }

    void clear() {
        for (var buffer = first; buffer != null; buffer = first) {
            first = buffer.next();
            buffer.release();
        }
        last = null;
        length = 0;
    }
}
