package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.language.sample.Direction;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;

/** The cookie in the connection request of RDP ([MS-RDPBCGR] 2.2.1.1): behind the headers of TPKT and X.224 a line {@code Cookie: name=value}. */
final class RdpCookie {
    private static final Text FIELD = Text.of("cookie:");
    /** TPKT's four bytes, X.224's seven. */
    private static final int HEADERS = 11;

    private static final int TPKT_VERSION = 3;
    private static final int CONNECTION_REQUEST = 0xe0;

    private RdpCookie() {}

    /**
     * Reads the cookie's value.
     *
     * @param name of length 0 for any; its case does not count
     */
    static boolean read(Scope scope, Text name, Sample out) {
        var at = scope.contentAt(Direction.REQUEST);
        var length = scope.contentLength(Direction.REQUEST);
        if (!isBegun(at, length)) return false;
        var from = HEADERS + FIELD.length();
        while (from < length && Slab.byteAt(at + from) == ' ') from++;
        var equals = from;
        while (equals < length && isOfName(Slab.byteAt(at + equals))) equals++;
        var end = equals;
        while (end < length && Slab.byteAt(at + end) != '\r') end++;
        if (end + 1 >= length) return !scope.contentEnded(Direction.REQUEST) && out.notYet();
        if (Slab.byteAt(at + equals) != '=' || Slab.byteAt(at + end + 1) != '\n') return false;
        if (name.length() > 0 && !isFolded(at + from, equals - from, name)) return false;
        return out.text(at + equals + 1, end - equals - 1);
    }

    /** As much as there is of it looks like RDP and a cookie. */
    private static boolean isBegun(int at, int length) {
        if (length > 0 && Slab.byteAt(at) != TPKT_VERSION) return false;
        if (length > 5 && (Slab.byteAt(at + 5) & 0xff) != CONNECTION_REQUEST) return false;
        var seen = Math.min(FIELD.length(), length - HEADERS);
        for (var i = 0; i < seen; i++)
            if ((Slab.byteAt(at + HEADERS + i) | 32) != (Slab.byteAt(FIELD.at() + i) | 32)) return false;
        return true;
    }

    private static boolean isOfName(byte c) {
        return c != '=' && c != '\r';
    }

    private static boolean isFolded(int at, int length, Text name) {
        if (length != name.length()) return false;
        for (var i = 0; i < length; i++)
            if (Character.toLowerCase(Slab.byteAt(at + i)) != Character.toLowerCase(Slab.byteAt(name.at() + i)))
                return false;
        return true;
    }
}
