package headway.base.units;

import java.net.InetAddress;
import java.util.Optional;

/** IPv4 and IPv6 addresses in their usual form. */
public final class IpLiteral {
    private IpLiteral() {}

    /** 4 or 16 bytes; nothing for what is not written as an address, such as a host name. */
    public static Optional<byte[]> parse(String text) {
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static Optional<byte[]> v4(String text) {
        var bytes = new byte[4];
        var part = 0;
        var value = -1;
        for (var i = 0; i <= text.length(); i++) {
            var c = i == text.length() ? '.' : text.charAt(i);
            if (c >= '0' && c <= '9') value = Math.max(value, 0) * 10 + (c - '0');
            else if (c != '.' || value < 0 || part == 4) return Optional.empty();
            else {
                bytes[part++] = (byte) value;
                value = -1;
            }
            if (value > 255) return Optional.empty();
        }
        return part == 4 ? Optional.of(bytes) : Optional.empty();
    }

    private static Optional<byte[]> v6(String text) {
        if (text.indexOf('%') >= 0 || text.indexOf('[') >= 0) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
