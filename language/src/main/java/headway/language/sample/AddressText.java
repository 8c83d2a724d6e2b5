package headway.language.sample;

import headway.base.memory.Slab;

/** IP addresses as text in the slab, both ways. */
public final class AddressText {
    /** Room that any address needs. */
    public static final int MOST = 46;

    private AddressText() {}

    /** Writes four decimal numbers. */
    public static int putV4(int at, int address) {
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8) {
            length += Digits.put(at + length, address >>> shift & 255);
            if (shift > 0) Slab.putByte(at + length++, (byte) '.');
        }
        return length;
    }

    /** Writes it as RFC 5952 asks: lower case, the longest run of zero groups shortened; a mapped IPv4 address with dots, as inet_ntop does. */
    public static int putV6(int at, long high, long low) {
        if (isMapped(high, low)) {
            for (var i = 0; i < 7; i++) Slab.putByte(at + i, (byte) "::ffff:".charAt(i));
            return 7 + putV4(at + 7, (int) low);
        }
        var run = longestZeroRun(high, low);
        var runFrom = run >> 4;
        var runLength = run & 15;
        var length = 0;
        for (var i = 0; i < 8; i++) {
            if (runLength > 1 && i == runFrom) {
                Slab.putByte(at + length++, (byte) ':');
                if (i == 0) Slab.putByte(at + length++, (byte) ':');
                i += runLength - 1;
                continue;
            }
            length += putGroup(at + length, group(high, low, i));
            if (i < 7) Slab.putByte(at + length++, (byte) ':');
        }
        return length;
    }

    private static int group(long high, long low, int index) {
        var half = index < 4 ? high : low;
        return (int) (half >>> 48 - (index & 3) * 16) & 0xffff;
    }

    /** Index of the first group times 16, plus how many. */
    private static int longestZeroRun(long high, long low) {
        var best = 0;
        for (var i = 0; i < 8; i++) {
            var length = 0;
            while (i + length < 8 && group(high, low, i + length) == 0) length++;
            if (length > (best & 15)) best = i << 4 | length;
            i += length;
        }
        return best;
    }

    private static int putGroup(int at, int group) {
        var length = 0;
        for (var shift = 12; shift >= 0; shift -= 4) {
            var digit = group >>> shift & 15;
            if (digit == 0 && length == 0 && shift > 0) continue;
            Slab.putByte(at + length++, (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
        return length;
    }

    /** ::ffff:a.b.c.d. */
    public static boolean isMapped(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /**
     * Reads four decimal numbers.
     *
     * @return the address as an unsigned number, or -1
     */
    public static long readV4(int at, int length) {
        var address = 0L;
        var groups = 0;
        var group = -1;
        for (var i = 0; i <= length; i++) {
            var c = i < length ? Slab.byteAt(at + i) : '.';
            if (c == '.') {
                if (group < 0 || ++groups > 4) return -1;
                address = address << 8 | group;
                group = -1;
            } else {
                if (c < '0' || c > '9') return -1;
                group = Math.max(group, 0) * 10 + c - '0';
                if (group > 255) return -1;
            }
        }
        return groups == 4 ? address : -1;
    }

    /**
     * Reads an IPv6 address into {@code out}.
     *
     * @return false when it is none
     */
    public static boolean readV6(int at, int length, Sample out) {
        var high = 0L;
        var low = 0L;
        var count = 0;
        var gap = -1;
        var i = 0;
        if (length >= 2 && Slab.byteAt(at) == ':') {
            if (Slab.byteAt(at + 1) != ':') return false;
            gap = 0;
            i = 2;
        }
        while (i < length) {
            var end = i;
            while (end < length && Slab.byteAt(at + end) != ':') end++;
            var v4 = end == length && end - i > 4 ? readV4(at + i, end - i) : -1;
            var group = v4 >= 0 ? (int) (v4 >>> 16) : readGroup(at + i, end - i);
            if (group < 0 || count == 8) return false;
            high = high << 16 | low >>> 48;
            low = low << 16 | group;
            count++;
            if (v4 >= 0) {
                high = high << 16 | low >>> 48;
                low = low << 16 | v4 & 0xffff;
                count++;
            }
            if (end == length) {
                i = end;
                continue;
            }
            i = end + 1;
            if (i == length) return false;
            if (Slab.byteAt(at + i) == ':') {
                if (gap >= 0) return false;
                gap = count;
                i++;
            }
        }
        return spread(high, low, count, gap, out);
    }

    /** Puts the zeros of "::" in their place: the groups after it belong at the end. */
    private static boolean spread(long high, long low, int count, int gap, Sample out) {
        if (gap < 0) return count == 8 && out.ipv6(high, low);
        if (count > 7) return false;
        var behind = count - gap;
        var tailHigh = keepLow(high, low, behind, true);
        var tailLow = keepLow(high, low, behind, false);
        var headHigh = high;
        var headLow = low;
        for (var i = 0; i < behind; i++) {
            headLow = headLow >>> 16 | headHigh << 48;
            headHigh >>>= 16;
        }
        for (var i = 0; i < 8 - gap; i++) {
            headHigh = headHigh << 16 | headLow >>> 48;
            headLow <<= 16;
        }
        return out.ipv6(headHigh | tailHigh, headLow | tailLow);
    }

    /** The last groups of a number of 128 bits. */
    private static long keepLow(long high, long low, int groups, boolean upperHalf) {
        if (upperHalf) return groups <= 4 ? 0 : groups >= 8 ? high : high & (1L << (groups - 4) * 16) - 1;
        return groups >= 4 ? low : low & (1L << groups * 16) - 1;
    }

    private static int readGroup(int at, int length) {
        if (length < 1 || length > 4) return -1;
        var group = 0;
        for (var i = 0; i < length; i++) {
            var digit = Digits.hex(Slab.byteAt(at + i));
            if (digit < 0) return -1;
            group = group << 4 | digit;
        }
        return group;
    }
}
