package headway.language.pattern;

import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address or network as a pattern writes it: configuration manual 7.1.6.
 *
 * @param high of IPv4, the address in the upper half
 * @param size how many bits count; -1 when the mask has gaps
 * @param mask of IPv4
 */
record Network(boolean isV4, long high, long low, int size, long mask) {
    private static final long ALL = 0xffffffffL;

    /** An address or network. */
    static Network parse(String text) throws BindException {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (address.indexOf(':') >= 0) return v6(text, address, slash);
        var v4 = v4(address);
        if (v4 < 0) throw invalid(text);
        return v4(v4, mask(text, slash));
    }

    /** The same, or a host's name, which stands for all its IPv4 addresses. */
    static List<Network> resolve(String text) throws BindException {
        if (!isName(text)) return List.of(parse(text));
        var slash = text.indexOf('/');
        var mask = mask(text, slash);
        var networks = new ArrayList<Network>();
        try {
            for (var address : InetAddress.getAllByName(slash < 0 ? text : text.substring(0, slash))) {
                var v4 = Addresses.v4(address.getHostAddress());
                if (v4 >= 0) networks.add(v4(v4, mask));
            }
        } catch (UnknownHostException e) {
            throw invalid(text);
        }
        if (networks.isEmpty()) throw invalid(text);
        return networks;
    }

    /** Whether it can only be a host's name. */
    static boolean isName(String text) {
        var slash = text.indexOf('/');
        var end = slash < 0 ? text.length() : slash;
        return end > 0 && Character.isLetter(text.charAt(end - 1)) && text.lastIndexOf(':', end) < 0;
    }

    boolean hasGaps() {
        return size < 0;
    }

    /** For IPv4 and any mask. */
    boolean holds(long address) {
        return (address & mask) == high >>> 32;
    }

    private static Network v4(long address, long mask) {
        var size = Long.numberOfLeadingZeros(~mask & ALL) - 32;
        var hasGaps = mask << size << 32 != 0;
        return new Network(true, (address & mask) << 32, 0, hasGaps ? -1 : size, mask);
    }

    /** Octets left out in the middle are 0: {@code 10.12} is 10.0.0.12; without a dot it is the number of the last octet. */
    private static long v4(String text) {
        var address = 0L;
        var octets = 0;
        var from = 0;
        while (true) {
            var dot = text.indexOf('.', from);
            var number = number(text, from, dot < 0 ? text.length() : dot);
            if (number < 0 || octets == 4) return -1;
            if (dot < 0) return octets == 0 ? number : number > 255 ? -1 : address | number;
            if (number > 255 || octets == 3) return -1;
            address |= number << 24 - 8 * octets++;
            from = dot + 1;
        }
    }

    /** An unsigned number of 32 bits, or -1. */
    private static long number(String text, int from, int to) {
        if (from >= to || to - from > 10) return -1;
        var number = 0L;
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            if (c < '0' || c > '9') return -1;
            number = number * 10 + c - '0';
        }
        return number > ALL ? -1 : number;
    }

    private static long mask(String text, int slash) throws BindException {
        if (slash < 0) return ALL;
        if (text.indexOf('.', slash) >= 0) {
            var dotted = Addresses.v4(text.substring(slash + 1));
            if (dotted < 0) throw invalid(text);
            return dotted;
        }
        var bits = number(text, slash + 1, text.length());
        if (bits < 0 || bits > 32) throw invalid(text).followed(": a mask is 0 to 32 or four numbers");
        return ALL << 32 - bits & ALL;
    }

    private static Network v6(String text, String address, int slash) throws BindException {
        var value = new Sample();
        var size = slash < 0 ? 128 : (int) number(text, slash + 1, text.length());
        if (!Addresses.v6(address, value)) throw invalid(text);
        if (size < 0 || size > 128) throw invalid(text).followed(": a mask is 0 to 128");
        var high = size == 0 ? 0 : size >= 64 ? -1L : -1L << 64 - size;
        var low = size <= 64 ? 0 : -1L << 128 - size;
        return new Network(false, value.high & high, value.low & low, size, 0);
    }

    private static BindException invalid(String text) {
        return new BindException("'" + text + "' is not a valid IPv4 or IPv6 address");
    }
}
