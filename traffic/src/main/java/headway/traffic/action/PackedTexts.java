package headway.traffic.action;

import headway.base.memory.Slab;
import headway.language.sample.Sample;

/** Texts in a binary value, a length before each, as {@code req.hdrs_bin} and SPOE have them. */
final class PackedTexts {
    /** What cannot be read. */
    static final int BROKEN = -1;

    /** From this value on the first byte is followed by others, each with seven bits more. */
    private static final int LONG = 240;

    private PackedTexts() {}

    /** Reads the text that begins there; returns where the next one does, or {@link #BROKEN}. */
    static int read(int at, int end, Sample out) {
        if (at >= end) return BROKEN;
        var p = at;
        long length = Slab.byteAt(p++) & 0xff;
        if (length >= LONG) {
            for (var shift = 4; ; shift += 7) {
                if (p >= end || shift > 25) return BROKEN;
                var more = Slab.byteAt(p++) & 0xff;
                length += (long) more << shift;
                if (more < 128) break;
            }
        }
        if (length > end - p) return BROKEN;
        out.text(p, (int) length);
        return p + (int) length;
    }
}
