package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.SampleType.ADDR;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;

import headway.base.memory.Slab;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import java.util.List;

/** The headers of Ethernet and IP in a packet as it was received ({@code fc_saved_syn}). */
final class PacketConverters {
    /** What the examples look at. */
    private static final String FRAME = "bin(01020304050611121314151681000007080045)";

    private static final String SYN =
            "bin(4510003c1c4640003f06b1e6c0a80002c0a80001cafe0050deadbeef00000000a0c2faf000000000020405b40402080a0000007b0000000001030307)";
    private static final String SYN6 =
            "bin(612000000010063f20010db800000000000000000000000120010db8000000000000000000000002cafe0050)";

    static final List<ConverterEntry> TABLE = List.of(
            ethernet("eth.dst", BIN, "010203040506", "To whom a frame is sent.", (v, _) -> v.binary(v.at, 6)),
            ethernet("eth.src", BIN, "111213141516", "Who has sent a frame.", (v, _) -> v.binary(v.at + 6, 6)),
            ethernet(
                    "eth.hdr",
                    BIN,
                    "010203040506111213141516810000070800",
                    "A frame's header with its VLAN tags.",
                    (v, end) -> v.binary(v.at, end)),
            ethernet(
                    "eth.data",
                    BIN,
                    "45",
                    "What a frame carries, mostly a packet of IP.",
                    (v, end) -> v.binary(v.at + end, v.length - end)),
            ethernet(
                    "eth.proto",
                    SINT,
                    "2048",
                    "The EtherType of what a frame carries.",
                    (v, end) -> v.integer(Packets.shortAt(v, end - 2))),
            ethernet(
                    "eth.vlan",
                    SINT,
                    "7",
                    "The innermost VLAN of a frame; no value without one.",
                    (v, end) -> end > Packets.ETHERNET && v.integer(Packets.shortAt(v, end - 4) & 0xfff)),
            ip("ip.ver", SINT, List.of("4", "6"), "The version of IP.", (v, _) -> v.integer(Packets.version(v))),
            ip(
                    "ip.hdr",
                    BIN,
                    List.of(
                            "4510003C1C4640003F06B1E6C0A80002C0A80001",
                            "612000000010063F20010DB800000000000000000000000120010DB8000000000000000000000002"),
                    "The header of a packet with its options or extensions.",
                    (v, end) -> v.binary(v.at, end)),
            ip(
                    "ip.data",
                    BIN,
                    List.of(
                            "CAFE0050DEADBEEF00000000A0C2FAF000000000020405B40402080A0000007B0000000001030307",
                            "CAFE0050"),
                    "What a packet carries, mostly a segment of TCP.",
                    (v, end) -> v.binary(v.at + end, v.length - end)),
            ip(
                    "ip.proto",
                    SINT,
                    List.of("6", "6"),
                    "The number of the protocol that a packet carries.",
                    (v, _) -> v.integer(Packets.protocol(v))),
            ip(
                    "ip.src",
                    ADDR,
                    List.of("192.168.0.2", "2001:db8::1"),
                    "Who has sent a packet.",
                    (v, _) -> address(v, 12, 8)),
            ip(
                    "ip.dst",
                    ADDR,
                    List.of("192.168.0.1", "2001:db8::2"),
                    "To whom a packet is sent.",
                    (v, _) -> address(v, 16, 24)),
            ip(
                    "ip.tos",
                    SINT,
                    List.of("16", "18"),
                    "The type of service, or the traffic class.",
                    (v, _) -> v.integer(Packets.trafficClass(v))),
            ip(
                    "ip.ttl",
                    SINT,
                    List.of("63", "63"),
                    "How many hops are left to a packet.",
                    (v, _) -> v.integer(Packets.hopsLeft(v))),
            ip(
                    "ip.df",
                    SINT,
                    List.of("1", "1"),
                    "1 when a packet must not be cut into fragments, as always with IPv6.",
                    (v, _) -> v.integer(Packets.mustNotBeCut(v) ? 1 : 0)),
            converter("ip.fp", BIN, BIN)
                    .summary(
                            "A fingerprint of a SYN, of what stays the same for a host; 1 adds the hops left, 2 the TCP options, 4 the address.")
                    .example(SYN + ",ip.fp,hex", "", "1053A8FAF005B447")
                    .example(SYN + ",ip.fp(7),hex", "", "1053A8FAF005B4473F0204080103C0A80002")
                    .binds(
                            orElse(integer("mode"), 0L),
                            mode -> (scope, value) -> Fingerprint.make(scope, value, mode.intValue())));

    private PacketConverters() {}

    /** Reads a part of bytes whose header ends at that offset. */
    @FunctionalInterface
    private interface Part {
        boolean read(Sample bytes, int end);
    }

    private static ConverterEntry ethernet(String name, SampleType type, String expected, String summary, Part part) {
        return converter(name, BIN, type)
                .summary(summary)
                .example(FRAME + "," + name + (type == BIN ? ",hex" : ""), "", expected)
                .binds((_, value) -> {
                    var end = Packets.endOfEthernet(value);
                    return end >= 0 && part.read(value, end);
                });
    }

    /** What is expected is what the examples give, of version 4 and 6. */
    private static ConverterEntry ip(String name, SampleType type, List<String> expected, String summary, Part part) {
        return converter(name, BIN, type)
                .summary(summary)
                .example(SYN + "," + name + (type == BIN ? ",hex" : ""), "", expected.getFirst())
                .example(SYN6 + "," + name + (type == BIN ? ",hex" : ""), "", expected.getLast())
                .binds((_, value) -> {
                    var end = Packets.endOfIp(value);
                    return end >= 0 && part.read(value, end);
                });
    }

    private static boolean address(Sample packet, int offset4, int offset6) {
        if (Packets.version(packet) == 4) return packet.ipv4((int) Packets.intAt(packet, offset4));
        var at = packet.at + offset6;
        return packet.ipv6(Long.reverseBytes(Slab.longAt(at)), Long.reverseBytes(Slab.longAt(at + 8)));
    }
}
