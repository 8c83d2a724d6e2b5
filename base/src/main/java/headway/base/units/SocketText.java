package headway.base.units;

import java.util.Locale;

/**
 * An address as a configuration writes it, not looked up: configuration manual 2.9.
 *
 * @param text as it stands, for messages
 */
public record SocketText(String text, Transport transport, Place place) {
    /** Which kind of socket a prefix demands. */
    public enum Transport {
        ANY,
        STREAM,
        DATAGRAM,
        QUIC,
        MPTCP
    }

    /** Which addresses a prefix admits. */
    public enum Family {
        ANY,
        V4,
        V6
    }

    /** Where the socket is. */
    public sealed interface Place {
        /** {@code host} may be empty or {@code *}. */
        record Inet(String host, Family family, Ports ports) implements Place {}

        record Unix(String path) implements Place {}

        /** {@code abns@} fills the name up with NULs to the kernel's 107 bytes, {@code abnsz@} does not; this name is as the kernel has it. */
        record Abstract(String name) implements Place {}

        record Descriptor(int number) implements Place {}

        record SocketPair(int number) implements Place {}
    }

    /** The room for a name in {@code sockaddr_un}, less the leading NUL. */
    private static final int ABSTRACT_LENGTH = 107;

    /** Understands a text; no name is looked up. */
    public static SocketText parse(String text) throws AddressException {
        return parse(text, text);
    }

    /**
     * The same of a text in which variables stood.
     *
     * @param text as it is written, for messages
     * @param expanded what is understood
     */
    public static SocketText parse(String text, String expanded) throws AddressException {
        var rest = expanded;
        var transport = Transport.ANY;
        for (var type : new String[] {"stream+", "dgram+", "quic+"}) {
            if (!rest.startsWith(type)) continue;
            transport = type.startsWith("s")
                    ? Transport.STREAM
                    : type.startsWith("d") ? Transport.DATAGRAM : Transport.QUIC;
            rest = rest.substring(type.length());
            break;
        }
        var at = rest.indexOf('@');
        var prefix = at < 0 ? "" : rest.substring(0, at).toLowerCase(Locale.ROOT);
        var found = transport(prefix);
        return new SocketText(text, found == Transport.ANY ? transport : found, place(text, rest, prefix, at));
    }

    private static Transport transport(String prefix) {
        return switch (prefix) {
            case "tcp", "tcp4", "tcp6", "uxst" -> Transport.STREAM;
            case "udp", "udp4", "udp6", "uxdg" -> Transport.DATAGRAM;
            case "quic4", "quic6" -> Transport.QUIC;
            case "mptcp", "mptcp4", "mptcp6" -> Transport.MPTCP;
            default -> Transport.ANY;
        };
    }

    private static Place place(String text, String rest, String prefix, int at) throws AddressException {
        var behind = rest.substring(at + 1);
        return switch (prefix) {
            case "unix", "uxst", "uxdg" -> new Place.Unix(behind);
            case "abns" -> new Place.Abstract(padded(behind));
            case "abnsz" -> new Place.Abstract(behind);
            case "fd" -> new Place.Descriptor(descriptor(behind, text));
            case "sockpair" -> new Place.SocketPair(descriptor(behind, text));
            case "ip", "tcp", "udp", "mptcp" -> inet(behind, Family.ANY);
            case "ipv4", "tcp4", "udp4", "quic4", "mptcp4" -> inet(behind, Family.V4);
            case "ipv6", "tcp6", "udp6", "quic6", "mptcp6" -> inet(behind, Family.V6);
            default -> rest.startsWith("/") ? new Place.Unix(rest) : inet(rest, Family.ANY);
        };
    }

    private static String padded(String name) {
        return name + "\0".repeat(Math.max(0, ABSTRACT_LENGTH - name.length()));
    }

    private static int descriptor(String digits, String text) throws AddressException {
        var isNumber =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (isNumber) return Integer.parseInt(digits);
        throw new AddressException("file descriptor '" + digits + "' is not a valid integer in '" + text + "'");
    }

    /** The last colon parts host and ports, so that {@code :::80} is port 80 of {@code ::}; brackets make that plain. */
    private static Place inet(String text, Family family) throws AddressException {
        var colon = text.lastIndexOf(':');
        if (colon < text.lastIndexOf(']')) colon = -1;
        var host = colon < 0 ? text : text.substring(0, colon);
        var ports = colon < 0 ? new Ports.None() : Ports.parse(text.substring(colon + 1));
        if (host.startsWith("[") && host.endsWith("]")) host = host.substring(1, host.length() - 1);
        return new Place.Inet(host, family, ports);
    }
}
