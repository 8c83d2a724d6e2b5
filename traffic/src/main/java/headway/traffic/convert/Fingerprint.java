package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Scope;

/** What of a SYN tells hosts apart that come from one address: the layout is that of {@code ip.fp} in the configuration manual. */
final class Fingerprint {
    private static final int FIXED = 8;
    private static final int LONGEST = FIXED + 1 + 40 + 16;
    private static final int WITH_HOPS = 1;
    private static final int WITH_OPTIONS = 2;
    private static final int WITH_ADDRESS = 4;

    private Fingerprint() {}

    /** Makes the fingerprint of a packet the value; one that is not of TCP has none. */
    static boolean make(Scope scope, Sample packet, int mode) {
        var ip = Packets.endOfIp(packet);
        if (ip < 0 || Packets.protocol(packet) != Packets.TCP) return false;
        var segment = scope.scratch().borrow();
        segment.binary(packet.at + ip, packet.length - ip);
        var at = scope.scratch().take(LONGEST);
        var length = Packets.endOfTcp(segment) < 0 ? 0 : put(at, packet, segment, mode);
        scope.scratch().giveBack();
        return length > 0 && packet.binary(at, length);
    }

    private static int put(int at, Sample packet, Sample segment, int mode) {
        Slab.putByte(at, (byte) Packets.trafficClass(packet));
        Slab.putByte(at + 1, (byte) flags(packet, segment));
        Slab.putByte(at + 2, (byte) (Packets.byteAt(segment, 12) & 0xf0 | Segments.windowScaleOr0(segment)));
        Slab.putByte(at + 3, (byte) Packets.byteAt(segment, 14));
        Slab.putByte(at + 4, (byte) Packets.byteAt(segment, 15));
        var segmentSize = Segments.maximumSize(segment);
        Slab.putByte(at + 5, (byte) (segmentSize >> 8));
        Slab.putByte(at + 6, (byte) segmentSize);
        Slab.putByte(at + 7, (byte) Segments.optionBits(segment));
        return FIXED + putMore(at + FIXED, packet, segment, mode);
    }

    private static int flags(Sample packet, Sample segment) {
        var hops = Packets.hopsLeft(packet);
        var range = hops <= 32 ? 0 : hops <= 64 ? 1 : hops <= 128 ? 2 : 3;
        var headers = segment.at - packet.at + (Packets.byteAt(segment, 12) >> 4) * 4;
        var flags = Packets.byteAt(segment, 13);
        return (Packets.version(packet) == 6 ? 128 : 0)
                | (Packets.mustNotBeCut(packet) ? 64 : 0)
                | range << 4
                | (Packets.hasMoreHeaders(packet) ? 8 : 0)
                | (Packets.lengthOfIp(packet) > headers ? 4 : 0)
                | (flags >> 7 & 1) << 1
                | flags >> 6 & 1;
    }

    private static int putMore(int at, Sample packet, Sample segment, int mode) {
        var length = 0;
        if ((mode & WITH_HOPS) != 0) Slab.putByte(at + length++, (byte) Packets.hopsLeft(packet));
        if ((mode & WITH_OPTIONS) != 0) length += Segments.putKinds(at + length, segment);
        if ((mode & WITH_ADDRESS) != 0) {
            var is4 = Packets.version(packet) == 4;
            Slab.copy(packet.at + (is4 ? 12 : 8), at + length, is4 ? 4 : 16);
            length += is4 ? 4 : 16;
        }
        return length;
    }
}
