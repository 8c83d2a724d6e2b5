package headway.traffic.balance;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;

/** The cookie of an RDP client's connection request (MS-RDPBCGR 2.2.1.1): behind the headers of TPKT and X.224, {@code Cookie: name=value CR LF}. */
public final class RdpCookie {
    private static final int HEADERS = 11;
    private static final Text FIELD = Text.of("cookie:");

    private RdpCookie() {}

    /** Puts the value into {@code value}; false when there is none of that name, which is compared without regard to case. */
    public static boolean find(int at, int length, Text name, Sample value) {
        var end = at + length;
        var from = at + HEADERS;
        if (!begins(from, end, FIELD)) return false;
        from += FIELD.length();
        while (from < end && Slab.byteAt(from) == ' ') from++;
        if (!begins(from, end, name)) return false;
        from += name.length();
        if (from >= end || Slab.byteAt(from) != '=') return false;
        from++;
        var to = from;
        while (to < end && Slab.byteAt(to) != '\r') to++;
        var isWhole = to + 1 < end && Slab.byteAt(to + 1) == '\n';
        return isWhole && to > from && value.text(from, to - from);
    }

    private static boolean begins(int at, int end, Text text) {
        if (end - at < text.length()) return false;
        for (var i = 0; i < text.length(); i++) {
            if (lower(Slab.byteAt(at + i)) != lower(Slab.byteAt(text.at() + i))) return false;
        }
        return true;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
