package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.mask4;
import static headway.language.sample.Parameters.mask6;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.SampleType.ADDR;

import headway.language.sample.AddressText;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import java.util.List;

/** Addresses. */
final class AddressConverters {
    static final List<ConverterEntry> TABLE = List.of(converter("ipmask", ADDR, ADDR)
            .summary(
                    "The network of an address, by a mask for each family; without one for IPv6 only mapped IPv4 addresses have it.")
            .example("str(10.1.2.3),ipmask(16)", "", "10.1.0.0")
            .example("str(10.1.2.3),ipmask(255.0.0.0)", "", "10.0.0.0")
            .example("ipv6(2001:db8:1:2::3),ipmask(24,48)", "", "2001:db8:1::")
            .example("ipv6(::ffff:10.1.2.3),ipmask(24)", "", "10.1.2.0")
            .binds(mask4(), orElse(mask6(), -1), (v4, v6) -> {
                int mask = v4;
                int bits = v6;
                return (_, value) -> mask(value, mask, bits);
            }));

    private AddressConverters() {}

    private static boolean mask(Sample value, int mask4, int bits6) {
        if (value.type == SampleType.IPV4) return value.ipv4((int) value.integer & mask4);
        if (bits6 < 0) return AddressText.isMapped(value.high, value.low) && value.ipv4((int) value.low & mask4);
        var highMask = bits6 == 0 ? 0 : bits6 >= 64 ? -1L : -1L << 64 - bits6;
        var lowMask = bits6 <= 64 ? 0 : -1L << 128 - bits6;
        return value.ipv6(value.high & highMask, value.low & lowMask);
    }
}
