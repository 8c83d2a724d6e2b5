package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import java.util.ArrayList;
import java.util.Locale;

/** Feeds bytes to a reader, in one piece or several, and tells the result as a line of text. Between two pieces the bytes move to another place. */
final class Reading {
    /** What kind of message is read. */
    record Kind(boolean response, int method, boolean switchAsked, H1Settings settings) {
        static final Kind REQUEST = new Kind(false, Method.GET, false, H1Settings.STRICT);
        static final Kind RESPONSE = new Kind(true, Method.GET, false, H1Settings.STRICT);

        /** From words such as {@code head unsafe}. */
        static Kind of(boolean response, String words) {
            var method = words.contains("head") ? Method.HEAD : words.contains("connect") ? Method.CONNECT : Method.GET;
            var unsafe = words.contains("unsafe");
            var settings = new H1Settings(
                    101, 16384, unsafe, unsafe, words.contains("payload"), words.contains("insecure"), null);
            return new Kind(response, method, words.contains("upgrade"), settings);
        }
    }

    private static final int PLACES = 3;
    private static final int SIZE = 1 << 17;

    private final int[] places = new int[PLACES];
    private final int out;
    final Head head = new Head();

    Reading() {
        var buffers = new Buffers();
        for (var i = 0; i < PLACES; i++) places[i] = buffers.take(SIZE).at();
        out = buffers.take(SIZE).at();
    }

    String whole(Kind kind, byte[] bytes) {
        return inPieces(kind, bytes, bytes.length);
    }

    /** Shows the bytes up to each of these ends, one after the other. */
    String inPieces(Kind kind, byte[] bytes, int... ends) {
        var reader = begin(kind);
        var result = 0;
        var previous = 0;
        for (var i = 0; i < ends.length && result == 0; i++) {
            var at = places[i % PLACES] + 64 + i % 7;
            if (i > 0) {
                var from = places[(i - 1) % PLACES] + 64 + (i - 1) % 7;
                Slab.copy(from, at, previous);
                if (reader.hasStarted()) head.moved(from, previous, at);
            }
            for (var p = previous; p < ends[i]; p++) Slab.putByte(at + p, bytes[p]);
            garble(at + ends[i]);
            previous = ends[i];
            result = reader.read(head, at, previous);
        }
        return describe(reader, result);
    }

    private H1Reader begin(Kind kind) {
        var reader = new H1Reader(kind.settings());
        head.clear();
        if (kind.response()) reader.response(kind.method(), kind.switchAsked());
        else reader.request();
        return reader;
    }

    /** What stands behind the bytes must not matter. */
    private static void garble(int at) {
        for (var p = at; p < at + 32; p++) Slab.putByte(p, (byte) (p % 3 == 0 ? '\n' : p % 3 == 1 ? ':' : 0));
    }

    private String describe(H1Reader reader, int result) {
        if (result == 0) return "more";
        if (result < 0) return "refused: " + reader.violation() + " at " + reader.violationOffset();
        var written = H1HeadWriter.write(head, out, SIZE, null);
        var length = head.framing() == headway.http.BodyFraming.LENGTH ? " " + head.contentLength() : "";
        return Escaped.text(Slab.bytes(out, written)) + " | "
                + head.framing().name().toLowerCase(Locale.ROOT) + length + flags(head) + " | " + result;
    }

    private static String flags(Head head) {
        var flags = new ArrayList<String>();
        if (head.is(HeadFlag.CLOSE)) flags.add("close");
        if (head.is(HeadFlag.KEEP_ALIVE)) flags.add("keep-alive");
        if (head.is(HeadFlag.UPGRADE)) flags.add("upgrade");
        if (head.is(HeadFlag.EXPECT_CONTINUE)) flags.add("expect");
        if (head.is(HeadFlag.ABSOLUTE_TARGET)) flags.add("absolute");
        if (head.is(HeadFlag.CONNECTION_NAMES_FIELDS)) flags.add("names-fields");
        if (head.is(HeadFlag.TE_TRAILERS)) flags.add("te-trailers");
        if (head.is(HeadFlag.TOLERATED)) flags.add("tolerated");
        return flags.isEmpty() ? "" : ", " + String.join(", ", flags);
    }
}
