package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.mask4;
import static headway.language.sample.Parameters.mask6;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.SampleType.ADDR;

import headway.language.sample.AddressText;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameters.Mask6;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import java.util.List;

/** Addresses. */
final class AddressConverters {
    private static final Mask6 NONE = new Mask6(-1, -1);

    static final List<ConverterEntry> TABLE = List.of(converter("ipmask", ADDR, ADDR)
            .summary(
                    "The network of an address, by a mask for each family; a mapped IPv4 address is one of IPv4, and without a mask for IPv6 others have none.")
            .example("str(10.1.2.3),ipmask(16)", "", "10.1.0.0")
            .example("str(10.1.2.3),ipmask(255.0.0.0)", "", "10.0.0.0")
            .example("ipv6(2001:db8:1:2::3),ipmask(24,48)", "", "2001:db8:1::")
            .example("ipv6(2001:db8:1:2::3),ipmask(24,ffff:ff00::)", "", "2001:d00::")
            .example("ipv6(::ffff:10.1.2.3),ipmask(24)", "", "10.1.2.0")
            .binds(mask4(), orElse(mask6(), NONE), (v4, v6) -> {
                int mask = v4;
                return (_, value) -> mask(value, mask, v6);
            }));

    private AddressConverters() {}

    /** As watched, a mapped IPv4 address is one of IPv4, also where there is a mask for IPv6. */
    private static boolean mask(Sample value, int mask4, Mask6 mask6) {
        if (value.type == SampleType.IPV4) return value.ipv4((int) value.integer & mask4);
        if (AddressText.isMapped(value.high, value.low)) return value.ipv4((int) value.low & mask4);
        return mask6 != NONE && value.ipv6(value.high & mask6.high(), value.low & mask6.low());
    }
}
