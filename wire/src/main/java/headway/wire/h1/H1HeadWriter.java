package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.Head;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes a head as HAProxy does: {@code METHOD target HTTP/1.1} or {@code HTTP/1.1 200 reason}, then {@code name: value}. Whatever still stands in memory in this
 * form is copied as one range, mostly the whole head.
 */
public final class H1HeadWriter {
    private static final int CR_LF = Buffers.constant("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    private static final int COLON = Buffers.constant(": ".getBytes(StandardCharsets.ISO_8859_1));
    private static final long HTTP_1_1 = H1Bytes.word("HTTP/1.1");
    private static final long HTTP_1_0 = H1Bytes.word("HTTP/1.0");
    private static final long HTTP_0_9 = H1Bytes.word("HTTP/0.9");

    private H1HeadWriter() {}

    /**
     * Writes to {@code [to, to + capacity)}.
     *
     * @return the length, or -1 when there is not enough room; the room's content is then undefined
     */
    public static int write(Head head, int to, int capacity, @Nullable CaseAdjust adjust) {
        var limit = to + capacity - 2;
        var p = head.isRequest() ? requestLine(head, to, limit) : statusLine(head, to, limit);
        if (p < 0) return -1;
        p = adjust == null ? fields(head, p, limit) : adjusted(head, p, limit, adjust);
        if (p < 0) return -1;
        Slab.copy(CR_LF, p, 2);
        return p + 2 - to;
    }

    private static int requestLine(Head head, int to, int limit) {
        var method = head.methodLength();
        var target = head.targetLength();
        if (to + method + target + 12L > limit) return -1;
        Slab.copy(head.methodAt(), to, method);
        var p = to + method;
        Slab.putByte(p++, (byte) ' ');
        Slab.copy(head.targetAt(), p, target);
        p += target;
        Slab.putByte(p++, (byte) ' ');
        return version(head, p, '\r', '\n');
    }

    private static int statusLine(Head head, int to, int limit) {
        var reason = head.reasonLength();
        var digits = head.status() > 9999 ? 5 : head.status() > 999 ? 4 : 3;
        if (to + digits + reason + 12L > limit) return -1;
        var p = number(head.status(), version(head, to, ' ', '0') - 1, digits);
        Slab.putByte(p++, (byte) ' ');
        Slab.copy(head.reasonAt(), p, reason);
        p += reason;
        Slab.copy(CR_LF, p, 2);
        return p + 2;
    }

    /** Whatever a peer calls itself above 1.1, what goes out is 1.1. */
    private static int version(Head head, int to, char then, char last) {
        var version = head.version();
        Slab.putLong(to, version >= 11 ? HTTP_1_1 : version == 9 ? HTTP_0_9 : HTTP_1_0);
        Slab.putByte(to + 8, (byte) then);
        Slab.putByte(to + 9, (byte) last);
        return to + 10;
    }

    private static int number(int number, int to, int digits) {
        var rest = number;
        for (var p = to + digits - 1; p >= to; p--, rest /= 10) Slab.putByte(p, (byte) ('0' + rest % 10));
        return to + digits;
    }

    private static int fields(Head head, int to, int limit) {
        var p = to;
        var count = head.fields();
        for (var i = 0; i < count; ) {
            var length = head.lineLength(i);
            if (length == 0) {
                p = field(p, limit, head.nameAt(i), head, i++);
                if (p < 0) return -1;
                continue;
            }
            var at = head.nameAt(i++);
            while (i < count && head.lineLength(i) > 0 && head.nameAt(i) == at + length) length += head.lineLength(i++);
            if (length > limit - p) return -1;
            Slab.copy(at, p, length);
            p += length;
        }
        return p;
    }

    private static int adjusted(Head head, int to, int limit, CaseAdjust adjust) {
        var p = to;
        for (var i = 0; i < head.fields() && p >= 0; i++) {
            p = field(p, limit, adjust.spelled(head.nameAt(i), head.nameLength(i)), head, i);
        }
        return p;
    }

    /** The lines of trailers. */
    static int trailers(Head trailers, int to, int limit) {
        return fields(trailers, to, limit);
    }

    private static int field(int to, int limit, int nameAt, Head head, int index) {
        var name = head.nameLength(index);
        var value = head.valueLength(index);
        if (to + name + value + 4L > limit) return -1;
        Slab.copy(nameAt, to, name);
        var p = to + name;
        Slab.copy(COLON, p, 2);
        p += 2;
        Slab.copy(head.valueAt(index), p, value);
        p += value;
        Slab.copy(CR_LF, p, 2);
        return p + 2;
    }
}
