package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.Head;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Feeds bytes to a reader of bodies as a connection does: what was not consumed is shown again, elsewhere, with what has come since. */
final class BodyReading implements BodySink {
    private static final int SIZE = 1 << 17;

    private final int[] places = new int[2];
    private final int out;
    private final Head head = new Head();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final StringBuilder end = new StringBuilder();
    private boolean lastPieceSaidMore;

    BodyReading() {
        var buffers = new Buffers();
        for (var i = 0; i < places.length; i++) places[i] = buffers.take(SIZE).at();
        out = buffers.take(SIZE).at();
    }

    /** The kind is {@code chunked}, {@code length N}, {@code until-close} or {@code none}. */
    String inPieces(String kind, byte[] bytes, int... ends) {
        var body = new H1Body(H1Settings.STRICT);
        body.begin(announcing(kind));
        data.reset();
        end.setLength(0);
        var consumed = 0;
        for (var i = 0; i < ends.length && body.violation() == null; i++) {
            var at = places[i % 2] + i % 5;
            for (var p = consumed; p < ends[i]; p++) Slab.putByte(at + p - consumed, bytes[p]);
            for (var p = 0; p < 16; p++) Slab.putByte(at + ends[i] - consumed + p, (byte) "\r\n0".charAt(p % 3));
            consumed += body.read(at, ends[i] - consumed, this);
        }
        return describe(body, consumed);
    }

    private Head announcing(String kind) {
        head.clear();
        var words = kind.split(" ");
        switch (words[0]) {
            case "chunked" -> head.framing(BodyFraming.CHUNKED, 0);
            case "length" -> head.framing(BodyFraming.LENGTH, Long.parseLong(words[1]));
            case "until-close" -> head.framing(BodyFraming.UNTIL_CLOSE, 0);
            default -> head.framing(BodyFraming.NONE, 0);
        }
        return head;
    }

    private String describe(H1Body body, int consumed) {
        var text = "\"" + Escaped.text(data.toByteArray()) + "\"" + end;
        if (body.violation() != null) return text + " refused: " + body.violation() + " at " + body.consumed();
        if (!body.isComplete()) return text + " more";
        return text + " | " + consumed;
    }

    @Override
    public void data(int at, int length, boolean more) {
        data.writeBytes(Slab.bytes(at, length));
        lastPieceSaidMore = more;
    }

    @Override
    public void complete(@Nullable Head trailers) {
        end.append(" end");
        if (trailers == null) return;
        var written = H1Chunks.writeLast(out, SIZE, trailers);
        end.append(' ').append(Escaped.text(Slab.bytes(out, written)));
    }

    boolean lastPieceSaidMore() {
        return lastPieceSaidMore;
    }
}
