package headway.base.hash;

import headway.base.memory.Slab;

/** Hashes of 32 bits of bytes in the slab, as unsigned numbers. */
public final class Hashes {
    /** Reversed polynomials: IEEE 802.3, and Castagnoli's of RFC 3720. */
    private static final int[] IEEE = table(0xedb88320);

    private static final int[] CASTAGNOLI = table(0x82f63b78);

    private Hashes() {}

    /** Daniel J. Bernstein's: times 33, plus the byte. */
    public static long djb2(int at, int length) {
        var hash = 5381;
        for (var i = 0; i < length; i++) hash = (hash << 5) + hash + (Slab.byteAt(at + i) & 255);
        return hash & 0xffffffffL;
    }

    /** That of the sdbm library: times 65599, plus the byte. */
    public static long sdbm(int at, int length) {
        var hash = 0;
        for (var i = 0; i < length; i++) hash = (Slab.byteAt(at + i) & 255) + (hash << 6) + (hash << 16) - hash;
        return hash & 0xffffffffL;
    }

    /** Two words that change places, turned by as much as the hash so far says. It is the function that configurations call {@code wt6}, with the results of HAProxy. */
    public static long wt6(int at, int length) {
        var left = 0xa53c965a;
        var right = 0x5ca6953a;
        var turns = 18 << 11 | 6;
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(at + i) & 255;
            var turned = Integer.rotateLeft(~(right + c), turns & 31);
            right = Integer.rotateLeft(~(left ^ c), turns >>> 11);
            left = turned;
            turns = (left >>> 16 ^ right) & 0xffff;
        }
        return (left ^ right) & 0xffffffffL;
    }

    public static long crc32(int at, int length) {
        return checksum(at, length, IEEE);
    }

    public static long crc32c(int at, int length) {
        return checksum(at, length, CASTAGNOLI);
    }

    private static long checksum(int at, int length, int[] table) {
        var sum = -1;
        for (var i = 0; i < length; i++) sum = table[(sum ^ Slab.byteAt(at + i)) & 255] ^ sum >>> 8;
        return ~sum & 0xffffffffL;
    }

    private static int[] table(int polynomial) {
        var table = new int[256];
        for (var i = 0; i < 256; i++) {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? value >>> 1 ^ polynomial : value >>> 1;
            table[i] = value;
        }
        return table;
    }
}
