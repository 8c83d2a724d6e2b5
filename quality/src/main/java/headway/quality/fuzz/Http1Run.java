package headway.quality.fuzz;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import headway.http.Violation;
import headway.wire.h1.BodySink;
import headway.wire.h1.H1Body;
import headway.wire.h1.H1HeadWriter;
import headway.wire.h1.H1Reader;
import headway.wire.h1.H1Settings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows bytes to the readers of HTTP/1 piece by piece, each time at another place, between guard bytes. */
final class Http1Run implements BodySink {
    record Kind(H1Settings settings, boolean response, int method, boolean switchAsked) {}

    /** What came of a message: length of head and body (0: not complete), what was written of the head, framing, payload. */
    record Result(
            int length,
            @Nullable Violation refusal,
            long at,
            String written,
            String framing,
            String payload,
            boolean hasAuthority) {}

    private static final int ROOM = 1 << 14;
    private static final byte GUARD = 0x5a;

    private final int[] places = new int[3];
    private final int out;
    private final Head head = new Head();
    private final StringBuilder payload = new StringBuilder();

    Http1Run() {
        var buffers = new Buffers();
        for (var i = 0; i < places.length; i++) places[i] = buffers.take(ROOM).at() + 64;
        out = buffers.take(ROOM).at();
    }

    /** Shows the bytes up to each of the ends in turn. */
    Result read(Kind kind, byte[] bytes, int... ends) {
        var reader = new H1Reader(kind.settings());
        if (kind.response()) reader.response(kind.method(), kind.switchAsked());
        else reader.request();
        head.clear();
        payload.setLength(0);
        var length = 0;
        var shown = 0;
        for (var i = 0; i < ends.length && length == 0; i++) {
            var at = show(bytes, shown, ends[i], i, reader);
            length = reader.read(head, at, ends[i]);
            guard(at, ends[i], bytes);
            shown = ends[i];
        }
        if (length < 0)
            return new Result(
                    0,
                    Objects.requireNonNull(reader.violation(), "no name"),
                    reader.violationOffset(),
                    "",
                    "",
                    "",
                    false);
        return length == 0 ? new Result(0, null, 0, "", "", "", false) : body(kind, bytes, length, ends);
    }

    /** The first bytes move here from the last place, as they were changed there; the others come. */
    private int show(byte[] bytes, int shown, int end, int turn, H1Reader reader) {
        var at = places[turn % 3] + turn % 7;
        if (turn > 0) {
            var from = places[(turn - 1) % 3] + (turn - 1) % 7;
            Slab.copy(from, at, shown);
            if (reader.hasStarted()) head.moved(from, shown, at);
        }
        for (var p = shown; p < end; p++) Slab.putByte(at + p, bytes[p]);
        for (var p = 1; p <= 16; p++) {
            Slab.putByte(at - p, GUARD);
            Slab.putByte(at + end + p - 1, GUARD);
        }
        return at;
    }

    private static void guard(int at, int length, byte[] bytes) {
        for (var p = 1; p <= 16; p++) {
            if (Slab.byteAt(at - p) != GUARD || Slab.byteAt(at + length + p - 1) != GUARD) {
                throw new AssertionError("written beyond the bytes: " + Http1Input.written(bytes));
            }
        }
    }

    private Result body(Kind kind, byte[] bytes, int headLength, int[] ends) {
        var length = H1HeadWriter.write(head, out, ROOM, null);
        var written = Http1Input.written(Slab.bytes(out, length));
        var framing = head.framing();
        var authority = head.is(HeadFlag.ABSOLUTE_TARGET) || head.methodId() == Method.CONNECT;
        if (framing != BodyFraming.CHUNKED && framing != BodyFraming.LENGTH) {
            return new Result(headLength, null, 0, written, framing.name(), "", authority);
        }
        var body = new H1Body(kind.settings());
        body.begin(head);
        var taken = headLength;
        for (var i = 0; i < ends.length && body.violation() == null && !body.isComplete(); i++) {
            if (ends[i] <= taken) continue;
            var at = places[i % 3];
            for (var p = taken; p < ends[i]; p++) Slab.putByte(at + p - taken, bytes[p]);
            taken += body.read(at, ends[i] - taken, this);
        }
        if (body.violation() != null)
            return new Result(
                    0, body.violation(), body.consumed(), written, framing.name(), payload.toString(), authority);
        return new Result(
                body.isComplete() ? taken : 0, null, 0, written, framing.name(), payload.toString(), authority);
    }

    @Override
    public void data(int at, int length, boolean more) {
        payload.append(Slab.text(at, length));
    }

    @Override
    public void complete(@Nullable Head trailers) {
        payload.append(" end ");
        for (var i = 0; trailers != null && i < trailers.fields(); i++) {
            payload.append(Slab.text(trailers.nameAt(i), trailers.nameLength(i)))
                    .append('=')
                    .append(Slab.text(trailers.valueAt(i), trailers.valueLength(i)));
        }
    }
}
