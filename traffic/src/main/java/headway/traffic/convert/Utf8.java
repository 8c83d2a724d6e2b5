package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;

/** Characters in UTF-8 (RFC 3629, and the longer ones of RFC 2279), which may be wrong. */
final class Utf8 {
    private static final int WRONG = -1;

    private Utf8() {}

    /** How many bytes belong together: up to the first that does not go on with what the first announces. */
    static int size(Sample value, int index) {
        var announced = announced(Slab.byteAt(value.at + index));
        var size = 1;
        while (size < announced && index + size < value.length && goesOn(value, index + size)) size++;
        return size;
    }

    private static int announced(byte first) {
        var ones = Integer.numberOfLeadingZeros(~(first << 24));
        return ones < 2 || ones > 6 ? 1 : ones;
    }

    private static boolean goesOn(Sample value, int index) {
        return (Slab.byteAt(value.at + index) & 0xc0) == 0x80;
    }

    /** The character of these bytes; negative when they are none. */
    static int character(Sample value, int index, int size) {
        var first = Slab.byteAt(value.at + index);
        if (first >= 0) return first;
        var ones = Integer.numberOfLeadingZeros(~(first << 24));
        if (size < 2 || ones != size) return WRONG;
        var character = first & 127 >> ones;
        for (var i = 1; i < size; i++) character = character << 6 | Slab.byteAt(value.at + index + i) & 63;
        return character;
    }

    /** Whether JSON's four digits can hold it, it may be exchanged, and (unless that is allowed) no shorter form of it exists. */
    static boolean isUsable(int character, int size, boolean mayBeOverlong) {
        if (character < 0 || character >= 0xfffe || character >= 0xd800 && character < 0xe000) return false;
        return mayBeOverlong || character >= smallest(size);
    }

    private static int smallest(int size) {
        return switch (size) {
            case 1 -> 0;
            case 2 -> 0x80;
            case 3 -> 0x800;
            default -> 0x10000;
        };
    }
}
