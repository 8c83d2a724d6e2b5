package headway.language.condition;

import headway.language.sample.AddressText;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Networks of both families, and how they match addresses of the other one: configuration manual 7.1.6. */
final class Networks {
    private static final long MAPPED = 0xffff00000000L;

    /** An IPv4 network is kept with {@code high} 0 and {@code v4} set. */
    record Network(boolean v4, long high, long low, long highMask, long lowMask) {}

    private final Network[] v4;
    private final Network[] v6;

    Networks(List<Network> networks) {
        v4 = networks.stream().filter(Network::v4).toArray(Network[]::new);
        v6 = networks.stream().filter(n -> !n.v4).toArray(Network[]::new);
    }

    boolean has(Sample value) {
        if (value.type == SampleType.IPV4) return hasV4(value.integer) || hasV6(0, MAPPED | value.integer);
        return hasV6(value.high, value.low) || hasEmbedded(value.high, value.low);
    }

    private boolean hasV4(long address) {
        for (var network : v4) if ((address & network.lowMask) == network.low) return true;
        return false;
    }

    private boolean hasV6(long high, long low) {
        for (var network : v6) {
            if ((high & network.highMask) == network.high && (low & network.lowMask) == network.low) return true;
        }
        return false;
    }

    /** An IPv4 address in ::ffff:a.b.c.d, ::a.b.c.d or 2002:a.b.c.d::. */
    private boolean hasEmbedded(long high, long low) {
        if (v4.length == 0) return false;
        if (AddressText.isMapped(high, low) || high == 0 && low >>> 32 == 0) return hasV4(low & 0xffffffffL);
        return high >>> 48 == 0x2002 && hasV4(high >>> 16 & 0xffffffffL);
    }

    /** An address or network; a host name stands for all its IPv4 addresses unless {@code -n} was said. */
    static List<Network> parse(String text, boolean resolve) throws BindException {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        var mask = slash < 0 ? "" : text.substring(slash + 1);
        if (address.indexOf(':') >= 0) return List.of(v6(text, address, mask));
        var v4 = v4(address);
        if (v4 >= 0) return List.of(network4(v4, mask4(text, mask)));
        if (resolve && !address.isEmpty() && Character.isLetter(address.charAt(address.length() - 1))) {
            return resolved(text, address, mask4(text, mask));
        }
        throw invalid(text);
    }

    private static Network network4(long address, long mask) {
        return new Network(true, 0, address & mask, 0, mask);
    }

    /** Octets left out in the middle are 0: {@code 10.12} is 10.0.0.12. */
    private static long v4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length > 4 || parts.length == 1) return parts.length == 1 ? single(text) : -1;
        var address = 0L;
        for (var i = 0; i < parts.length; i++) {
            var octet = single(parts[i]);
            if (octet < 0 || octet > 255) return -1;
            address |= octet << (i == parts.length - 1 ? 0 : 24 - 8 * i);
        }
        return address;
    }

    private static long single(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) return -1;
        var number = Long.parseLong(text);
        return number > 0xffffffffL ? -1 : number;
    }

    private static long mask4(String text, String mask) throws BindException {
        if (mask.isEmpty()) {
            if (text.indexOf('/') >= 0) throw invalid(text);
            return 0xffffffffL;
        }
        if (mask.indexOf('.') >= 0) {
            var dotted = Addresses.v4(mask);
            if (dotted < 0) throw invalid(text);
            return dotted;
        }
        var bits = single(mask);
        if (bits < 0 || bits > 32) throw invalid(text);
        return bits == 0 ? 0 : 0xffffffffL << 32 - bits & 0xffffffffL;
    }

    private static Network v6(String text, String address, String mask) throws BindException {
        var value = new Sample();
        if (!Addresses.v6(address, value)) throw invalid(text);
        var bits = mask.isEmpty() && text.indexOf('/') < 0 ? 128 : single(mask);
        if (bits < 0 || bits > 128) throw invalid(text);
        var highMask = bits == 0 ? 0 : bits >= 64 ? -1L : -1L << 64 - bits;
        var lowMask = bits <= 64 ? 0 : -1L << 128 - bits;
        return new Network(false, value.high & highMask, value.low & lowMask, highMask, lowMask);
    }

    private static List<Network> resolved(String text, String name, long mask) throws BindException {
        try {
            var networks = new ArrayList<Network>();
            for (var address : InetAddress.getAllByName(name)) {
                var v4 = Addresses.v4(address.getHostAddress());
                if (v4 >= 0) networks.add(network4(v4, mask));
            }
            if (networks.isEmpty()) throw invalid(text);
            return networks;
        } catch (UnknownHostException e) {
            throw invalid(text);
        }
    }

    private static BindException invalid(String text) {
        return new BindException("'" + text + "' is not a valid IPv4 or IPv6 address");
    }
}
