package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import org.jspecify.annotations.Nullable;

/** Fields as SPOE sends lists of strings: each is a length and its bytes, a name before its value; two of length 0 end the list. */
final class FieldBytes {
    /** A length takes one byte below this, else four of its bits stand in the first byte and seven in each that follows. */
    private static final int SMALL = 240;

    /** The most bytes that a length of a field takes. */
    private static final int MOST = 5;

    private FieldBytes() {}

    static boolean write(@Nullable Head head, Scope scope, Sample out) {
        if (head == null) return out.notYet();
        var room = 2;
        for (var i = 0; i < head.fields(); i++) room += head.nameLength(i) + head.valueLength(i) + 2 * MOST;
        var at = scope.scratch().take(room);
        var to = at;
        for (var i = 0; i < head.fields(); i++) {
            to = string(head.nameAt(i), head.nameLength(i), to);
            to = string(head.valueAt(i), head.valueLength(i), to);
        }
        to = string(at, 0, string(at, 0, to));
        return out.binary(at, to - at);
    }

    private static int string(int from, int length, int to) {
        var behind = length(length, to);
        Slab.copy(from, behind, length);
        return behind + length;
    }

    private static int length(int value, int at) {
        if (value < SMALL) {
            Slab.putByte(at, (byte) value);
            return at + 1;
        }
        Slab.putByte(at, (byte) (value | SMALL));
        var rest = value - SMALL >>> 4;
        var to = at + 1;
        for (; rest >= 128; rest = rest - 128 >>> 7) Slab.putByte(to++, (byte) (rest | 128));
        Slab.putByte(to, (byte) rest);
        return to + 1;
    }
}
