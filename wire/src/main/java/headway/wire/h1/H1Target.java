package headway.wire.h1;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import headway.http.Violation;
import org.jspecify.annotations.Nullable;

/** The four forms of a request's target (RFC 9112 3.2), and what the authority in it has to do with the Host field. */
final class H1Target {
    private static final int NO_PORT = -1;
    private static final int BAD_PORT = -2;

    private H1Target() {}

    /** Is the form one that the method allows? Marks the absolute form. */
    static @Nullable Violation check(H1Reader reader, Head head) {
        var at = head.targetAt();
        var length = head.targetLength();
        if (isPri(head)) {
            return head.version() == 20 && length == 1 && Slab.byteAt(at) == '*'
                    ? Violation.HTTP2_PREFACE
                    : Violation.RESERVED_METHOD;
        }
        if (head.methodId() == Method.CONNECT) {
            return isAuthority(at, at + length) || reader.tolerates() ? null : Violation.BAD_AUTHORITY;
        }
        if (Slab.byteAt(at) == '/') return null;
        if (Slab.byteAt(at) == '*')
            return length == 1 && head.methodId() == Method.OPTIONS ? null : Violation.BAD_TARGET_FORM;
        if (schemeLength(at, length) == 0) return Violation.BAD_TARGET_FORM;
        head.flag(HeadFlag.ABSOLUTE_TARGET);
        return null;
    }

    private static boolean isPri(Head head) {
        var at = head.methodAt();
        return head.methodLength() == 3
                && Slab.byteAt(at) == 'P'
                && Slab.byteAt(at + 1) == 'R'
                && Slab.byteAt(at + 2) == 'I';
    }

    private static boolean isAuthority(int at, int end) {
        for (var p = at; p < end; p++) if (Slab.byteAt(p) == '/' || Slab.byteAt(p) == '?') return false;
        return port(portColon(at, end), end) > 0;
    }

    /** RFC 3986 3.1: letters, digits, plus, hyphen, dot, then {@code ://}. 0 when there is none. */
    private static int schemeLength(int at, int length) {
        var p = at;
        var end = at + length;
        while (p < end && isSchemeByte(Slab.byteAt(p), p == at)) p++;
        var found = p > at
                && p + 2 < end
                && Slab.byteAt(p) == ':'
                && Slab.byteAt(p + 1) == '/'
                && Slab.byteAt(p + 2) == '/';
        return found ? p - at : 0;
    }

    private static boolean isSchemeByte(int b, boolean first) {
        if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') return true;
        return !first && (b >= '0' && b <= '9' || b == '+' || b == '-' || b == '.');
    }

    /**
     * Compares the authority with Host, and takes default ports out of both, as RFC 3986 6.2.3 has it. HAProxy refuses what RFC 9112 3.2.2 would let a proxy
     * overwrite.
     */
    static @Nullable Violation settle(H1Reader reader, Head head) {
        var connect = head.methodId() == Method.CONNECT;
        if (!connect && !head.is(HeadFlag.ABSOLUTE_TARGET)) return null;
        var target = head.targetAt();
        var end = target + head.targetLength();
        var scheme = connect ? 0 : schemeLength(target, head.targetLength());
        var from = connect ? target : target + scheme + 3;
        var to = connect ? end : authorityEnd(from, end);
        from = behindUserInfo(from, to);
        var colon = portColon(from, to);
        var host = head.find(FieldName.HOST.id(), 0);
        if (host >= 0
                && to > from
                && !sameHost(head, host, from, to, defaultPort(head, connect, scheme, port(colon, to)))) {
            return reader.tolerates() ? null : Violation.HOST_MISMATCH;
        }
        if (!connect) normalizeTarget(head, scheme, colon, to);
        return null;
    }

    /** What a missing port means; for CONNECT HAProxy takes both 80 and 443 for it. */
    private static int defaultPort(Head head, boolean connect, int scheme, int port) {
        if (connect) return port == 80 || port == 443 ? port : NO_PORT;
        return schemePort(head, scheme);
    }

    private static int schemePort(Head head, int scheme) {
        var at = head.targetAt();
        if (H1Bytes.same(at, scheme, "http")) return 80;
        return H1Bytes.same(at, scheme, "https") ? 443 : NO_PORT;
    }

    private static boolean sameHost(Head head, int host, int from, int to, int defaultPort) {
        var hostFrom = head.valueAt(host);
        var hostTo = hostFrom + head.valueLength(host);
        var colon = portColon(from, to);
        var hostColon = portColon(hostFrom, hostTo);
        if (!H1Bytes.same(from, colon - from, hostFrom, hostColon - hostFrom)) return false;
        var port = port(colon, to);
        var hostPort = port(hostColon, hostTo);
        var same = port == BAD_PORT || hostPort == BAD_PORT
                ? H1Bytes.same(colon, to - colon, hostColon, hostTo - hostColon)
                : (port == NO_PORT ? defaultPort : port) == (hostPort == NO_PORT ? defaultPort : hostPort);
        if (!same) return false;
        var connect = head.methodId() == Method.CONNECT;
        var strips = connect
                ? hostPort == port && port == defaultPort
                : colon < to && (port == NO_PORT || port == defaultPort);
        if (strips && hostColon < hostTo) head.value(host, hostFrom, hostColon - hostFrom);
        return true;
    }

    /** Takes an empty or default port out of the target, and gives an empty path its slash. Both in place: what stands before moves, what is behind was read. */
    private static void normalizeTarget(Head head, int scheme, int colon, int to) {
        var at = head.targetAt();
        var length = head.targetLength();
        var end = at + length;
        var port = port(colon, to);
        if (colon < to && (port == NO_PORT || port == schemePort(head, scheme))) {
            var cut = to - colon;
            Slab.copy(at, at + cut, colon - at);
            at += cut;
            length -= cut;
        }
        if (to == end) {
            Slab.putByte(end, (byte) '/');
            length++;
        }
        head.target(at, length);
    }

    private static int authorityEnd(int from, int end) {
        var p = from;
        while (p < end && Slab.byteAt(p) != '/' && Slab.byteAt(p) != '?' && Slab.byteAt(p) != '#') p++;
        return p;
    }

    private static int behindUserInfo(int from, int to) {
        for (var p = to - 1; p >= from; p--) if (Slab.byteAt(p) == '@') return p + 1;
        return from;
    }

    /** Place of the colon before the port, or {@code to}; colons in brackets belong to the address. */
    private static int portColon(int from, int to) {
        var p = to - 1;
        while (p >= from && Slab.byteAt(p) != ':' && Slab.byteAt(p) != ']') p--;
        return p >= from && Slab.byteAt(p) == ':' ? p : to;
    }

    private static int port(int colon, int to) {
        if (to - colon <= 1) return NO_PORT;
        var port = 0;
        for (var p = colon + 1; p < to; p++) {
            var digit = Slab.byteAt(p) - '0';
            if (digit < 0 || digit > 9) return BAD_PORT;
            port = port * 10 + digit;
            if (port > 65535) return BAD_PORT;
        }
        return port == 0 ? BAD_PORT : port;
    }
}
