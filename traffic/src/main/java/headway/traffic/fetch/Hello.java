package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.language.sample.Direction;
import headway.language.sample.Scope;

/**
 * Reads the first hello message of TLS where it was received, without TLS (RFC 8446 4.1.2 and 5.1). Positions are in the slab. A hello that is spread over several
 * records is none here, as in HAProxy.
 */
final class Hello {
    static final int NONE = -1;
    /** It may be one once more has come. */
    static final int NOT_YET = -2;

    static final int SERVER_NAME = 0;
    static final int SUPPORTED_GROUPS = 10;
    static final int SIGNATURE_ALGORITHMS = 13;
    static final int ALPN = 16;
    static final int SESSION_TICKET = 35;
    static final int KEY_SHARE = 51;

    static final int CLIENT = 1;

    private static final int HANDSHAKE = 0x16;
    private static final int RECORD = 5;
    private static final int HEADER = 4;
    /** Version and random. */
    private static final int FIXED = 34;

    private Hello() {}

    /** Where the handshake message begins that fills the first record; NONE or NOT_YET. */
    static int find(Scope scope, Direction direction) {
        var at = scope.contentAt(direction);
        var length = scope.contentLength(direction);
        if (length > 0 && Slab.byteAt(at) != HANDSHAKE || length > 1 && Slab.byteAt(at + 1) < 3) return NONE;
        var complete = length >= RECORD && length >= RECORD + u16(at + 3);
        if (!complete) return scope.contentEnded(direction) ? NONE : NOT_YET;
        var message = at + RECORD;
        return u16(at + 3) >= HEADER + FIXED && HEADER + u24(message + 1) <= u16(at + 3) ? message : NONE;
    }

    /** The same for a client's. */
    static int findClient(Scope scope) {
        var message = find(scope, Direction.REQUEST);
        return message >= 0 && type(message) != CLIENT ? NONE : message;
    }

    static int type(int message) {
        return Slab.byteAt(message);
    }

    /** Major times 65536, plus minor. */
    static int version(int message) {
        return Slab.byteAt(message + HEADER) << 16 | Slab.byteAt(message + HEADER + 1) & 255;
    }

    static int end(int message) {
        return message + HEADER + u24(message + 1);
    }

    /** Where the two bytes stand that say how long the list of ciphers is, or NONE. */
    static int ciphers(int message) {
        var session = message + HEADER + FIXED;
        if (session >= end(message)) return NONE;
        var ciphers = session + 1 + u8(session);
        return ciphers + 2 <= end(message) && ciphers + 2 + u16(ciphers) <= end(message) ? ciphers : NONE;
    }

    /** Where the two bytes stand that say how long that extension is, which then follows; NONE when there is none. */
    static int extension(int message, int type) {
        var ciphers = ciphers(message);
        if (ciphers < 0) return NONE;
        var end = end(message);
        var compressions = ciphers + 2 + u16(ciphers);
        if (compressions >= end) return NONE;
        var list = compressions + 1 + u8(compressions);
        for (var at = list + 2; at + 4 <= end; at += 4 + u16(at + 2)) {
            if (at + 4 + u16(at + 2) > end) return NONE;
            if (u16(at) == type) return at + 2;
        }
        return NONE;
    }

    /** True when the message has extensions. */
    static boolean hasExtensions(int message) {
        var ciphers = ciphers(message);
        if (ciphers < 0) return false;
        var compressions = ciphers + 2 + u16(ciphers);
        return compressions < end(message) && compressions + 1 + u8(compressions) + 2 < end(message);
    }

    static int u8(int at) {
        return Slab.byteAt(at) & 255;
    }

    static int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    private static int u24(int at) {
        return u8(at) << 16 | u16(at + 1);
    }
}
