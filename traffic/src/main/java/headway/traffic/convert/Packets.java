package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;

/** Where the headers of a packet begin and end. Offsets are those from the beginning of the bytes at hand; -1: the bytes do not reach so far. */
final class Packets {
    static final int TCP = 6;
    static final int TCP_HEADER = 20;
    /** The length of a header of Ethernet without VLAN tags. */
    static final int ETHERNET = 14;

    private static final int IPV6_HEADER = 40;
    /** EtherTypes of VLAN tags: IEEE 802.1Q, and the outer one of 802.1ad. */
    private static final int VLAN = 0x8100;

    private static final int OUTER_VLAN = 0x88a8;

    private Packets() {}

    static int byteAt(Sample bytes, int offset) {
        return Slab.byteAt(bytes.at + offset) & 255;
    }

    static int shortAt(Sample bytes, int offset) {
        return byteAt(bytes, offset) << 8 | byteAt(bytes, offset + 1);
    }

    static long intAt(Sample bytes, int offset) {
        return (long) shortAt(bytes, offset) << 16 | shortAt(bytes, offset + 2);
    }

    /** The end of an Ethernet header with its VLAN tags. */
    static int endOfEthernet(Sample frame) {
        var end = ETHERNET;
        while (end <= frame.length && isVlan(shortAt(frame, end - 2))) end += 4;
        return end <= frame.length ? end : -1;
    }

    private static boolean isVlan(int type) {
        return type == VLAN || type == OUTER_VLAN;
    }

    /** 4 or 6; -1 when the bytes are no packet of IP with a whole first header. */
    static int version(Sample packet) {
        if (packet.length < 1) return -1;
        var version = byteAt(packet, 0) >> 4;
        if (version == 6) return packet.length >= IPV6_HEADER ? 6 : -1;
        return version == 4 && packet.length >= 20 ? 4 : -1;
    }

    /** The end of the IP header with its options or extensions. */
    static int endOfIp(Sample packet) {
        return switch (version(packet)) {
            case 4 -> {
                var end = (byteAt(packet, 0) & 15) * 4;
                yield end >= 20 && end <= packet.length ? end : -1;
            }
            case 6 -> extensions(packet, true);
            default -> -1;
        };
    }

    /** The number of the protocol behind the IP header, or -1. */
    static int protocol(Sample packet) {
        return switch (version(packet)) {
            case 4 -> byteAt(packet, 9);
            case 6 -> extensions(packet, false);
            default -> -1;
        };
    }

    static int trafficClass(Sample packet) {
        return version(packet) == 4 ? byteAt(packet, 1) : shortAt(packet, 0) >> 4 & 255;
    }

    static int hopsLeft(Sample packet) {
        return byteAt(packet, version(packet) == 4 ? 8 : 7);
    }

    static boolean mustNotBeCut(Sample packet) {
        return version(packet) == 6 || (byteAt(packet, 6) & 0x40) != 0;
    }

    /** How long the packet says that it is. */
    static int lengthOfIp(Sample packet) {
        return version(packet) == 4 ? shortAt(packet, 2) : IPV6_HEADER + shortAt(packet, 4);
    }

    /** Whether there are options or extensions. */
    static boolean hasMoreHeaders(Sample packet) {
        return endOfIp(packet) > (version(packet) == 4 ? 20 : IPV6_HEADER);
    }

    /** RFC 8200 4: goes from each extension to the next, to the end of all or for the protocol behind them. */
    private static int extensions(Sample packet, boolean wantsEnd) {
        var next = byteAt(packet, 6);
        var end = IPV6_HEADER;
        while (isExtension(next)) {
            if (end + 8 > packet.length) return -1;
            var words = byteAt(packet, end + 1);
            var size = next == 44 ? 8 : next == 51 ? (words + 2) * 4 : (words + 1) * 8;
            next = byteAt(packet, end);
            end += size;
        }
        return !wantsEnd ? next : end <= packet.length ? end : -1;
    }

    /** Hop-by-hop, routing, fragment, authentication, destination, mobility, host identity and shim6. */
    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case 0, 43, 44, 51, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    /** The end of a TCP header as it says itself, as far as there are bytes. */
    static int endOfTcp(Sample segment) {
        if (segment.length < TCP_HEADER) return -1;
        return Math.max(TCP_HEADER, Math.min(segment.length, (byteAt(segment, 12) >> 4) * 4));
    }

    /** Where the next TCP option (RFC 9293 3.2) begins that is not the one at the offset; the end when there is none. */
    static int nextOption(Sample segment, int option, int end) {
        if (byteAt(segment, option) == 1) return option + 1;
        var size = option + 1 < end ? byteAt(segment, option + 1) : 0;
        return size < 2 ? end : option + size;
    }

    /** Whether an option stands there: neither the end, nor one that is cut off. */
    static boolean isOption(Sample segment, int option, int end) {
        if (option >= end || byteAt(segment, option) == 0) return false;
        return byteAt(segment, option) == 1 || option + 1 < end && option + byteAt(segment, option + 1) <= end;
    }

    /** Where the option of a kind begins if it is as long as it should be, or -1. */
    static int option(Sample segment, int kind, int size) {
        var end = endOfTcp(segment);
        for (var i = TCP_HEADER; isOption(segment, i, end); i = nextOption(segment, i, end))
            if (byteAt(segment, i) == kind && byteAt(segment, i + 1) == size) return i;
        return -1;
    }
}
