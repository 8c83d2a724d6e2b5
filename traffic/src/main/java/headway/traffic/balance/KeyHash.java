package headway.traffic.balance;

import headway.base.memory.Slab;
import headway.language.model.HashType;

/** The functions of {@code hash-type}: from the bytes of a key to 32 bits. */
interface KeyHash {
    /** At least 0, less than 2 to the 32nd. */
    long of(int at, int length);

    static KeyHash of(HashType.Function function) {
        return switch (function) {
            case SDBM -> KeyHash::sdbm;
            case DJB2 -> KeyHash::djb2;
            case WT6 -> KeyHash::wt6;
            case CRC32 -> KeyHash::crc32;
            case NONE -> KeyHash::number;
        };
    }

    private static long sdbm(int at, int length) {
        var hash = 0;
        for (var i = 0; i < length; i++) hash = (Slab.byteAt(at + i) & 255) + (hash << 6) + (hash << 16) - hash;
        return hash & 0xffffffffL;
    }

    private static long djb2(int at, int length) {
        var hash = 5381;
        for (var i = 0; i < length; i++) hash = (hash << 5) + hash + (Slab.byteAt(at + i) & 255);
        return hash & 0xffffffffL;
    }

    /** Two halves that take in each byte and then change places, turned by as many bits as they say themselves. */
    private static long wt6(int at, int length) {
        var left = 0xa53c965a;
        var right = 0x5ca6953a;
        var leftTurn = 6;
        var rightTurn = 18;
        for (var i = 0; i < length; i++) {
            var octet = Slab.byteAt(at + i) & 255;
            var fromRight = Integer.rotateLeft(~(right + octet), leftTurn);
            right = Integer.rotateLeft(~(left ^ octet), rightTurn);
            left = fromRight;
            var turns = (left >>> 16 ^ right) & 0xffff;
            leftTurn = turns & 31;
            rightTurn = turns >>> 11;
        }
        return (left ^ right) & 0xffffffffL;
    }

    /** IEEE 802.3, bit by bit: keys are short, and a table would be cold when it is needed. */
    private static long crc32(int at, int length) {
        var sum = -1;
        for (var i = 0; i < length; i++) {
            sum ^= Slab.byteAt(at + i) & 255;
            for (var bit = 0; bit < 8; bit++) sum = sum >>> 1 ^ 0xedb88320 & -(sum & 1);
        }
        return ~sum & 0xffffffffL;
    }

    /** {@code none}: the key is the hash, as the number that its text begins with. */
    private static long number(int at, int length) {
        var number = 0L;
        for (var i = 0; i < length; i++) {
            var digit = Slab.byteAt(at + i) - '0';
            if (digit < 0 || digit > 9) break;
            number = number * 10 + digit;
        }
        return number & 0xffffffffL;
    }
}
