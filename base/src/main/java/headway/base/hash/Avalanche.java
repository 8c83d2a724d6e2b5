package headway.base.hash;

/**
 * A hash of 32 bits in which each bit of the input moves each of the output: Bob Jenkins' six shifts (burtleburtle.net/bob/hash/integer.html, public domain),
 * followed by a multiplication that was found by comparing with what HAProxy chooses.
 */
public final class Avalanche {
    private static final long FACTOR = 3221225473L;

    private Avalanche() {}

    public static long of(long input) {
        var a = (int) input;
        a = a + 0x7ed55d16 + (a << 12);
        a = a ^ 0xc761c23c ^ a >>> 19;
        a = a + 0x165667b1 + (a << 5);
        a = a + 0xd3a2646c ^ a << 9;
        a = a + 0xfd7046c5 + (a << 3);
        a = a ^ 0xb55a4f09 ^ a >>> 16;
        return (a & 0xffffffffL) * FACTOR & 0xffffffffL;
    }
}
