package headway.traffic.action;

import headway.base.memory.Slab;
import headway.language.sample.Digits;
import headway.language.sample.Scratch;

/**
 * Normal forms of a request's target (RFC 3986 6.2.2), as HAProxy 2.6 was watched to make them. Each reads a part of the target, writes what it becomes and returns its
 * length, or {@link #INVALID}. What is written is at most three times as long as what is read.
 */
final class Normalizers {
    static final int INVALID = -1;

    private Normalizers() {}

    /** A normal form; {@code room} is free to be written. */
    @FunctionalInterface
    interface Normalizer {
        int apply(int at, int length, int to, Scratch room);
    }

    static int encodeFragment(int at, int length, int to, Scratch room) {
        var p = to;
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c != '#') {
                Slab.putByte(p++, c);
                continue;
            }
            Slab.putByte(p++, (byte) '%');
            Slab.putByte(p++, (byte) '2');
            Slab.putByte(p++, (byte) '3');
        }
        return p - to;
    }

    static int stripFragment(int at, int length, int to, Scratch room) {
        var end = 0;
        while (end < length && Slab.byteAt(at + end) != '#') end++;
        Slab.copy(at, to, end);
        return end;
    }

    static int mergeSlashes(int at, int length, int to, Scratch room) {
        var p = to;
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c != '/' || i == 0 || Slab.byteAt(at + i - 1) != '/') Slab.putByte(p++, c);
        }
        return p - to;
    }

    static int stripDot(int at, int length, int to, Scratch room) {
        var p = to;
        for (var i = 0; i < length; ) {
            var end = segmentEnd(at, length, i);
            if (!isDots(at + i + 1, end - i - 1, 1)) p = append(at + i, end - i, p);
            else if (end == length) Slab.putByte(p++, (byte) '/');
            i = end;
        }
        return p - to;
    }

    static int stripDotDot(int at, int length, int to, boolean full) {
        var p = to;
        for (var i = 0; i < length; ) {
            var end = segmentEnd(at, length, i);
            if (!isDots(at + i + 1, end - i - 1, 2)) {
                p = append(at + i, end - i, p);
            } else {
                var before = segmentStart(to, p);
                if (before >= 0 && !isDots(before + 1, p - before - 1, 2)) p = before;
                else if (!full) p = append(at + i, end - i, p);
                if (end == length) Slab.putByte(p++, (byte) '/');
            }
            i = end;
        }
        return p - to;
    }

    /** A segment begins with its slash. */
    private static int segmentEnd(int at, int length, int slash) {
        var end = slash + 1;
        while (end < length && Slab.byteAt(at + end) != '/') end++;
        return end;
    }

    /** Where the last segment that was written begins, or -1. */
    private static int segmentStart(int from, int end) {
        for (var p = end - 1; p >= from; p--) if (Slab.byteAt(p) == '/') return p;
        return -1;
    }

    private static boolean isDots(int at, int length, int count) {
        if (length != count) return false;
        for (var i = 0; i < count; i++) if (Slab.byteAt(at + i) != '.') return false;
        return true;
    }

    private static int append(int at, int length, int to) {
        Slab.copy(at, to, length);
        return to + length;
    }

    static int decodeUnreserved(int at, int length, int to, boolean strict) {
        var p = to;
        for (var i = 0; i < length; ) {
            var c = Slab.byteAt(at + i);
            var decoded = c == '%' ? decoded(at, length, i) : -1;
            if (c == '%' && decoded < 0 && strict) return INVALID;
            if (decoded < 0) {
                Slab.putByte(p++, c);
                i++;
            } else if (isUnreserved(decoded)) {
                Slab.putByte(p++, (byte) decoded);
                i += 3;
            } else {
                p = append(at + i, 3, p);
                i += 3;
            }
        }
        return p - to;
    }

    static int toUpperCase(int at, int length, int to, boolean strict) {
        var p = to;
        for (var i = 0; i < length; ) {
            var c = Slab.byteAt(at + i);
            var decoded = c == '%' ? decoded(at, length, i) : -1;
            if (c == '%' && decoded < 0 && strict) return INVALID;
            Slab.putByte(p++, c);
            i++;
            if (decoded < 0) continue;
            Digits.putHex(p, decoded);
            p += 2;
            i += 2;
        }
        return p - to;
    }

    /** What the three characters mean, or -1 when they are no encoding. */
    private static int decoded(int at, int length, int i) {
        if (i + 2 >= length) return -1;
        var high = Digits.hex(Slab.byteAt(at + i + 1));
        var low = Digits.hex(Slab.byteAt(at + i + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** RFC 3986 2.3. */
    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    /** Of a query without its question mark. An empty parameter at the end is dropped, as in HAProxy. */
    static int sortQuery(int at, int length, int to, Scratch room) {
        var end = at + length;
        var count = 0;
        for (var p = at; p < end; p = parameterEnd(p, end) + 1) count++;
        if (count == 0) return 0;
        var list = room.take(count * Integer.BYTES * 2);
        var n = list;
        for (var p = at; p < end; p = parameterEnd(p, end) + 1, n += 4) Slab.putInt(n, p);
        var sorted = sort(end, list, count);
        var p = to;
        for (n = 0; n < count; n++) {
            var from = Slab.intAt(sorted + 4 * n);
            if (n > 0) Slab.putByte(p++, (byte) '&');
            p = append(from, parameterEnd(from, end) - from, p);
        }
        return p - to;
    }

    private static int parameterEnd(int from, int end) {
        var p = from;
        while (p < end && Slab.byteAt(p) != '&') p++;
        return p;
    }

    /** Merges runs of 1, 2, 4... from one half of the list's room into the other, so that a hostile query costs no more than its length; equal names keep their order. */
    private static int sort(int end, int list, int count) {
        var from = list;
        var to = list + 4 * count;
        for (var run = 1; run < count; run *= 2) {
            for (var i = 0; i < count; i += 2 * run)
                merge(end, from + 4 * i, to + 4 * i, Math.min(run, count - i), Math.min(2 * run, count - i));
            var other = from;
            from = to;
            to = other;
        }
        return from;
    }

    private static void merge(int end, int from, int to, int middle, int count) {
        var left = 0;
        var right = middle;
        for (var i = 0; i < count; i++) {
            var takesLeft = right >= count
                    || left < middle && compare(end, Slab.intAt(from + 4 * left), Slab.intAt(from + 4 * right)) <= 0;
            Slab.putInt(to + 4 * i, Slab.intAt(from + 4 * (takesLeft ? left++ : right++)));
        }
    }

    /** By name; the shorter of two that begin alike comes first. */
    private static int compare(int end, int one, int other) {
        for (var i = 0; ; i++) {
            var a = nameByte(one + i, end);
            var b = nameByte(other + i, end);
            if (a != b) return a - b;
            if (a < 0) return 0;
        }
    }

    private static int nameByte(int p, int end) {
        if (p >= end) return -1;
        var c = Slab.byteAt(p);
        return c == '&' || c == '=' ? -1 : c & 0xff;
    }
}
