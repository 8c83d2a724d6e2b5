package headway.operate.stats;

import headway.base.units.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses as the runtime API shows them. */
public final class AddressWords {
    private AddressWords() {}

    /** {@code 127.0.0.1:80}, {@code [::1]:80}, {@code unix}. */
    public static String withPort(Address address) {
        if (!(address instanceof Address.Inet inet)) return "unix";
        return (inet.isV6() ? "[" + host(inet) + "]" : host(inet)) + ":" + inet.port();
    }

    /** {@code 127.0.0.1}, {@code ::1}, or a dash for what is no internet address. */
    public static String host(Address address) {
        if (!(address instanceof Address.Inet inet)) return "-";
        if (inet.isV6()) return compressed(inet.bytes());
        try {
            return InetAddress.getByAddress(inet.bytes()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a socket was to be bound, as alerts name it. */
    public static String place(Address address) {
        return address instanceof Address.Inet inet ? withPort(inet) : socket(address);
    }

    /** As a configuration would name it. */
    public static String socket(Address address) {
        return switch (address) {
            case Address.Inet inet -> (inet.isV6() ? "ipv6@" : "ipv4@") + withPort(inet);
            case Address.Unix(var path) -> "unix@" + path;
            case Address.Abstract(var name) -> "abns@" + name;
            case Address.Descriptor(var number) -> "fd@" + number;
        };
    }

    /** RFC 5952: the longest row of zero groups becomes two colons. */
    private static String compressed(byte[] bytes) {
        var groups = new StringBuilder();
        for (var i = 0; i < 16; i += 2)
            groups.append(':').append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        var text = groups.substring(1);
        for (var zeros = 8; zeros >= 2; zeros--) {
            var row = ":" + "0:".repeat(zeros);
            var at = (":" + text + ":").indexOf(row);
            if (at >= 0) {
                var framed = ":" + text + ":";
                var joined = framed.substring(0, at) + "::" + framed.substring(at + row.length());
                return trimmed(joined);
            }
        }
        return text;
    }

    /** Without the frame's single colons. */
    private static String trimmed(String framed) {
        var text = framed.startsWith("::") ? framed : framed.substring(1);
        return text.endsWith("::") ? text : text.substring(0, text.length() - 1);
    }
}
