package headway.wire.h1;

import headway.base.memory.Slab;
import headway.http.Head;
import org.jspecify.annotations.Nullable;

/** Writes the chunked coding (RFC 9112 7.1), with sizes in capitals as HAProxy's. */
public final class H1Chunks {
    /** Bytes of the longest line before a chunk. */
    public static final int LONGEST_HEADER = 10;

    private H1Chunks() {}

    /** The line before a chunk of that size, which is not 0; returns its length. */
    public static int writeHeader(int to, int size) {
        assert size > 0;
        var digits = (35 - Integer.numberOfLeadingZeros(size)) >>> 2;
        var rest = size;
        for (var p = to + digits - 1; p >= to; p--, rest >>>= 4)
            Slab.putByte(p, (byte) "0123456789ABCDEF".charAt(rest & 15));
        return digits + writeLineEnd(to + digits);
    }

    /** What follows a chunk's data; returns its length. */
    public static int writeLineEnd(int to) {
        Slab.putByte(to, (byte) '\r');
        Slab.putByte(to + 1, (byte) '\n');
        return 2;
    }

    /** The last chunk, the trailers and the empty line; returns the length, or -1 when there is not enough room. */
    public static int writeLast(int to, int capacity, @Nullable Head trailers) {
        if (capacity < 5) return -1;
        Slab.putByte(to, (byte) '0');
        var p = to + 1 + writeLineEnd(to + 1);
        if (trailers != null) p = H1HeadWriter.trailers(trailers, p, to + capacity - 2);
        return p < 0 ? -1 : p - to + writeLineEnd(p);
    }
}
