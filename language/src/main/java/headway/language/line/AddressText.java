package headway.language.line;

import headway.base.units.Address;

/** Writes internet addresses as {@code inet_ntop} does (RFC 5952). */
public final class AddressText {
    private AddressText() {}

    public static void write(LineWriter out, byte[] bytes) {
        if (bytes.length == 4) dotted(out, bytes, 0);
        else if (isMapped(bytes)) {
            out.text("::ffff:");
            dotted(out, bytes, 12);
        } else groups(out, bytes);
    }

    /** What the log has before the colon for this peer: its address, or {@code unix}. */
    public static void host(LineWriter out, Address address) {
        if (address instanceof Address.Inet inet) write(out, inet.bytes());
        else out.text("unix");
    }

    private static void dotted(LineWriter out, byte[] bytes, int from) {
        for (var i = from; i < from + 4; i++) {
            if (i > from) out.character('.');
            out.number(bytes[i] & 0xff);
        }
    }

    private static boolean isMapped(byte[] bytes) {
        for (var i = 0; i < 10; i++) if (bytes[i] != 0) return false;
        return bytes[10] == -1 && bytes[11] == -1;
    }

    /** The longest row of two or more zero groups, the first of equals, becomes {@code ::}. */
    private static void groups(LineWriter out, byte[] bytes) {
        var bestAt = -1;
        var bestLength = 1;
        for (var i = 0; i < 8; i++) {
            var length = zeros(bytes, i);
            if (length <= bestLength) continue;
            bestAt = i;
            bestLength = length;
        }
        for (var i = 0; i < 8; i++) {
            if (i == bestAt) {
                out.text("::");
                i += bestLength - 1;
            } else {
                if (i > 0 && i != bestAt + bestLength || i > 0 && bestAt < 0) out.character(':');
                hexadecimal(out, group(bytes, i));
            }
        }
    }

    private static int zeros(byte[] bytes, int from) {
        var i = from;
        while (i < 8 && group(bytes, i) == 0) i++;
        return i - from;
    }

    private static int group(byte[] bytes, int index) {
        return (bytes[2 * index] & 0xff) << 8 | bytes[2 * index + 1] & 0xff;
    }

    private static void hexadecimal(LineWriter out, int value) {
        var shift = 12;
        while (shift > 0 && value >> shift == 0) shift -= 4;
        for (; shift >= 0; shift -= 4) out.character(Character.forDigit(value >> shift & 15, 16));
    }
}
