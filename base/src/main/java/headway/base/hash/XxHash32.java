package headway.base.hash;

import headway.base.memory.Slab;

/** XXH32 of the xxHash specification (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). */
public final class XxHash32 {
    private static final int PRIME1 = 0x9E3779B1;
    private static final int PRIME2 = 0x85EBCA77;
    private static final int PRIME3 = 0xC2B2AE3D;
    private static final int PRIME4 = 0x27D4EB2F;
    private static final int PRIME5 = 0x165667B1;

    private XxHash32() {}

    public static long of(int at, int length, int seed) {
        var stripes = length & ~15;
        var hash = (length >= 16 ? stripes(at, stripes, seed) : seed + PRIME5) + length;
        var i = stripes;
        for (; i + 4 <= length; i += 4) hash = Integer.rotateLeft(hash + Slab.intAt(at + i) * PRIME3, 17) * PRIME4;
        for (; i < length; i++) hash = Integer.rotateLeft(hash + (Slab.byteAt(at + i) & 255) * PRIME5, 11) * PRIME1;
        hash = (hash ^ hash >>> 15) * PRIME2;
        hash = (hash ^ hash >>> 13) * PRIME3;
        return (hash ^ hash >>> 16) & 0xffffffffL;
    }

    /** Four sums take four bytes of each stripe of sixteen. */
    private static int stripes(int at, int length, int seed) {
        var first = seed + PRIME1 + PRIME2;
        var second = seed + PRIME2;
        var third = seed;
        var fourth = seed - PRIME1;
        for (var i = at; i < at + length; i += 16) {
            first = round(first, Slab.intAt(i));
            second = round(second, Slab.intAt(i + 4));
            third = round(third, Slab.intAt(i + 8));
            fourth = round(fourth, Slab.intAt(i + 12));
        }
        return Integer.rotateLeft(first, 1)
                + Integer.rotateLeft(second, 7)
                + Integer.rotateLeft(third, 12)
                + Integer.rotateLeft(fourth, 18);
    }

    private static int round(int sum, int input) {
        return Integer.rotateLeft(sum + input * PRIME2, 13) * PRIME1;
    }
}
