package headway.wire.h1;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a Connection field (RFC 9110 7.6.1). {@code close} and {@code keep-alive} concern this connection only: they become flags and leave the
 * value; what is left goes on as it stands, which is what HAProxy does. A field of which nothing is left is removed.
 */
final class ConnectionOptions {
    private ConnectionOptions() {}

    static @Nullable Violation read(H1Reader reader, Head head, int index) {
        var at = head.valueAt(index);
        var end = at + head.valueLength(index);
        var others = 0;
        var dropped = false;
        for (var from = at; ; ) {
            var comma = H1Framing.comma(from, end);
            var start = H1Bytes.skipBlanks(from, comma);
            var length = H1Bytes.trimBlanks(start, comma) - start;
            if (isForThisConnection(start, length)) {
                dropped = true;
                head.flag(length == 5 ? HeadFlag.CLOSE : HeadFlag.KEEP_ALIVE);
            } else if (length > 0) {
                others++;
                note(reader, head, start, length);
            }
            if (comma == end) break;
            from = comma + 1;
        }
        if (others == 0) head.remove(index);
        else if (dropped) head.value(index, at, keepOthers(at, end));
        return null;
    }

    private static void note(H1Reader reader, Head head, int at, int length) {
        if (H1Bytes.same(at, length, "upgrade")) reader.set(H1Reader.CONNECTION_UPGRADE);
        else head.flag(HeadFlag.CONNECTION_NAMES_FIELDS);
    }

    private static boolean isForThisConnection(int at, int length) {
        return H1Bytes.same(at, length, "close") || H1Bytes.same(at, length, "keep-alive");
    }

    /** Moves the other elements together; returns the length of the new value. */
    private static int keepOthers(int at, int end) {
        var to = at;
        for (var from = at; ; ) {
            var comma = H1Framing.comma(from, end);
            var start = H1Bytes.skipBlanks(from, comma);
            var length = H1Bytes.trimBlanks(start, comma) - start;
            if (length > 0 && !isForThisConnection(start, length)) {
                if (to > at) Slab.putByte(to++, (byte) ',');
                Slab.copy(start, to, length);
                to += length;
            }
            if (comma == end) return to - at;
            from = comma + 1;
        }
    }
}
