package headway.wire.h1;

import static headway.wire.h1.H1Bytes.CR;
import static headway.wire.h1.H1Bytes.LF;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.Method;
import headway.http.Violation;

/** Request and status lines. Each method returns the place behind what it read, 0 when more is needed, less than 0 after a violation. */
final class H1StartLine {
    private static final long HTTP_1_1 = H1Bytes.word("HTTP/1.1");
    private static final int CR_LF = 0x0d0a;
    private static final int GET = (int) H1Bytes.word("GET ");
    private static final int PUT = (int) H1Bytes.word("PUT ");
    private static final long HEAD = H1Bytes.word("HEAD ");
    private static final long POST = H1Bytes.word("POST ");
    private static final long FIVE = 0xff_ffff_ffffL;

    private H1StartLine() {}

    static int request(H1Reader reader, Head head, int from, int end) {
        var p = method(reader, head, from, end);
        if (p <= 0) return p;
        p = target(reader, head, H1Bytes.skipBlanks(p, end), end);
        if (p <= 0) return p;
        p = H1Bytes.skipBlanks(p, end);
        if (p + 10 <= end && Slab.longAt(p) == HTTP_1_1 && Slab.shortAt(p + 8) == CR_LF) {
            head.version(11);
            p += 10;
        } else {
            p = version(reader, head, p, end);
            if (p <= 0) return p;
            p = reader.lineEnd(p, end);
            if (p <= 0) return p;
        }
        var bad = H1Target.check(reader, head);
        return bad == null ? p : reader.fail(bad, head.targetAt());
    }

    private static int method(H1Reader reader, Head head, int from, int end) {
        if (from + 8 <= end) {
            var w = Slab.longAt(from);
            var id = (int) w == GET
                    ? Method.GET
                    : (w & FIVE) == POST
                            ? Method.POST
                            : (w & FIVE) == HEAD ? Method.HEAD : (int) w == PUT ? Method.PUT : 0;
            if (id != 0) {
                var length = id == Method.GET || id == Method.PUT ? 3 : 4;
                head.request(id, from, length);
                return from + length;
            }
        }
        var p = from;
        while (p < end && H1Bytes.isToken(Slab.byteAt(p))) p++;
        if (p >= end) return 0;
        var b = Slab.byteAt(p);
        if (p == from || !H1Bytes.isBlank(b))
            return reader.fail(b == CR || b == LF ? Violation.NO_TARGET : Violation.BAD_METHOD, p);
        head.request(methodId(from, p - from), from, p - from);
        return p;
    }

    private static int methodId(int at, int length) {
        return switch (length) {
            case 3 -> is(at, length, "GET") ? Method.GET : is(at, length, "PUT") ? Method.PUT : Method.OTHER;
            case 4 -> is(at, length, "POST") ? Method.POST : is(at, length, "HEAD") ? Method.HEAD : Method.OTHER;
            case 5 -> is(at, length, "PATCH") ? Method.PATCH : is(at, length, "TRACE") ? Method.TRACE : Method.OTHER;
            case 6 -> is(at, length, "DELETE") ? Method.DELETE : Method.OTHER;
            case 7 ->
                is(at, length, "OPTIONS") ? Method.OPTIONS : is(at, length, "CONNECT") ? Method.CONNECT : Method.OTHER;
            default -> Method.OTHER;
        };
    }

    private static int target(H1Reader reader, Head head, int from, int end) {
        var p = from;
        while (true) {
            p = H1Bytes.targetEnd(p, end);
            if (p >= end) return 0;
            var b = Slab.byteAt(p);
            if (H1Bytes.isBlank(b)) break;
            if (b == CR || b == LF) {
                if (p == from) return reader.fail(Violation.NO_TARGET, p);
                return withoutVersion(reader, head, from, p);
            }
            if (b >= 0 && b != '#') return reader.fail(Violation.BAD_TARGET_BYTE, p);
            if (!reader.tolerates())
                return reader.fail(b == '#' ? Violation.FRAGMENT_IN_TARGET : Violation.BAD_TARGET_BYTE, p);
            p++;
        }
        head.target(from, p - from);
        return p;
    }

    /** HTTP/0.9 has only GET and a target; accept-unsafe-violations lets it pass. The line's end is then where the version is missing. */
    private static int withoutVersion(H1Reader reader, Head head, int from, int p) {
        if (head.methodId() != Method.GET || !reader.tolerates()) return reader.fail(Violation.NO_VERSION, p);
        head.target(from, p - from);
        return p;
    }

    /** A version up to the blank or the line's end behind it. */
    private static int version(H1Reader reader, Head head, int from, int end) {
        var p = from;
        while (p < end && isVersionByte(Slab.byteAt(p))) p++;
        if (p >= end) return 0;
        var length = p - from;
        var b = Slab.byteAt(p);
        var ends = b == CR || b == LF || reader.is(H1Reader.RESPONSE) && H1Bytes.isBlank(b);
        if (length == 0 && ends && !reader.is(H1Reader.RESPONSE)) {
            if (head.methodId() != Method.GET || !reader.tolerates()) return reader.fail(Violation.NO_VERSION, p);
            // HAProxy makes a request of HTTP/1.0 of it.
            reader.set(H1Reader.WITHOUT_FIELDS);
            head.version(10);
            return p;
        }
        var version = ends ? tenths(reader, from, length) : -1;
        if (version < 0)
            return reader.fail(reader.is(H1Reader.RESPONSE) ? Violation.BAD_STATUS_LINE : Violation.BAD_VERSION, p);
        head.version(version);
        return p;
    }

    /** RFC 9112 2.3: HTTP, slash, digit, dot, digit. With accept-unsafe-violations another name and more digits, which count as 1.0. */
    private static int tenths(H1Reader reader, int at, int length) {
        if (length == 8 && is(at, 5, "HTTP/") && isDigit(at + 5) && Slab.byteAt(at + 6) == '.' && isDigit(at + 7)) {
            return (Slab.byteAt(at + 5) - '0') * 10 + Slab.byteAt(at + 7) - '0';
        }
        var slash = at;
        while (slash < at + length && Slab.byteAt(slash) != '/') slash++;
        var dot = slash + 1;
        while (dot < at + length && isDigit(dot)) dot++;
        var last = dot + 1;
        while (last < at + length && isDigit(last)) last++;
        if (slash == at || dot == slash + 1 || dot >= at + length || Slab.byteAt(dot) != '.') return -1;
        return last == at + length && last > dot + 1 && reader.tolerates() ? 10 : -1;
    }

    private static boolean isVersionByte(int b) {
        return b >= 'A' && b <= 'Z' || b >= '.' && b <= '9';
    }

    static int response(H1Reader reader, Head head, int from, int end) {
        int p;
        if (from + 9 <= end && Slab.longAt(from) == HTTP_1_1 && H1Bytes.isBlank(Slab.byteAt(from + 8))) {
            head.version(11);
            p = from + 8;
        } else {
            p = version(reader, head, from, end);
            if (p <= 0) return p;
            if (!H1Bytes.isBlank(Slab.byteAt(p))) return reader.fail(Violation.BAD_STATUS_LINE, p);
        }
        return status(reader, head, H1Bytes.skipBlanks(p, end), end);
    }

    private static int status(H1Reader reader, Head head, int from, int end) {
        var p = from;
        while (p < end && isDigit(p)) p++;
        if (p >= end) return 0;
        var b = Slab.byteAt(p);
        if (!H1Bytes.isBlank(b) && b != CR && b != LF) return reader.fail(Violation.BAD_STATUS, p);
        var code = number(from, p);
        var good = p - from == 3 && code >= 100 || p - from > 3 && code >= 100 && code <= 65535 && reader.tolerates();
        if (!good) return reader.fail(Violation.BAD_STATUS, from);
        return reason(reader, head, code, H1Bytes.skipBlanks(p, end), end);
    }

    private static int reason(H1Reader reader, Head head, int code, int from, int end) {
        var p = from;
        while (true) {
            p = H1Bytes.control(p, end);
            if (p >= end) return 0;
            var b = Slab.byteAt(p);
            if (b == CR || b == LF) break;
            if (b == 0 && !reader.tolerates()) return reader.fail(Violation.NUL_BYTE, p);
            p++;
        }
        head.response(code, from, p - from);
        return reader.lineEnd(p, end);
    }

    /** Of digits; large ones are cut off where they no longer matter. */
    private static int number(int from, int end) {
        var number = 0;
        for (var p = from; p < end; p++) number = Math.min(number * 10 + Slab.byteAt(p) - '0', 1_000_000);
        return number;
    }

    private static boolean isDigit(int at) {
        var b = Slab.byteAt(at);
        return b >= '0' && b <= '9';
    }

    private static boolean is(int at, int length, String word) {
        for (var i = 0; i < length; i++) if (Slab.byteAt(at + i) != word.charAt(i)) return false;
        return true;
    }
}
