package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks and the addresses in them. */
final class AddressesTest {
    static Sample address(String text) {
        var sample = new Sample();
        var v4 = Addresses.v4(text);
        assertThat(v4 >= 0 && sample.ipv4((int) v4) || Addresses.v6(text, sample))
                .as(text)
                .isTrue();
        return sample;
    }

    /** The lines of a map that HAProxy 2.6.12 was asked for these addresses. */
    @ParameterizedTest
    @CsvSource({
        "10.2.0.1, 0",
        "::ffff:10.2.0.1, 1",
        "2002:a01:203::, 2",
        "127.3.0.0, 3",
        "127.0.0.1, 3",
        "::ffff:127.0.0.1, 3",
        "128.1.0.1, 6",
        "::1, -1",
        "9.9.9.9, -1",
        "::10.1.2.3, 0"
    })
    void familiesMatchEachOther(String address, int entry) throws BindException {
        var finder = Finder.of(
                MatchMethod.IP,
                "10.0.0.0/8",
                "::ffff:10.2.0.0/112",
                "2002:a00::/24",
                "127.0.0.0/255.0.255.0",
                "127.0.0.0/255.0.255.255",
                "128.0.0.0/255.0.255.0",
                "::ffff:128.1.0.1");
        assertThat(finder.find(address(address))).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1, 192.168.0.1",
        "10.12, 10.0.0.12",
        "127.1/8, 127.200.0.1",
        "10.12/8, 10.99.0.0",
        "10, 0.0.0.10",
        "192.168.1/22, 192.168.3.255",
        "0.0.0.0/0, 255.255.255.255",
        "::/0, 2001:db8::1"
    })
    void shortFormsAreHaproxys(String pattern, String address) throws BindException {
        assertThat(Finder.of(MatchMethod.IP, pattern).find(address(address))).isZero();
    }

    @Test
    void removedNetworkGivesWayToTheLargerOne() throws BindException {
        var finder = Finder.of(MatchMethod.IP, "10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8", "127.0.0.0/255.0.255.0");
        finder.remove(1);
        assertThat(finder.find(address("10.1.2.3"))).isZero();
        finder.remove(0);
        assertThat(finder.find(address("10.1.2.3"))).isEqualTo(2);
        finder.remove(2);
        assertThat(finder.find(address("10.1.2.3"))).isEqualTo(-1);
        finder.remove(3);
        assertThat(finder.find(address("127.1.0.1"))).isEqualTo(-1);
    }

    /** Against another library's idea of networks. */
    @Test
    void randomNetworksAreFoundAsBySearching() throws BindException {
        var seed = Long.getLong("headway.seed", 20261125L);
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var isV4 = random.nextBoolean();
            var networks = new ArrayList<IPAddress>();
            var finder = Finder.of(MatchMethod.IP);
            for (var i = random.nextInt(40); i >= 0; i--) {
                var size = random.nextInt(isV4 ? 33 : 129);
                var text = random(random, isV4) + "/" + size;
                networks.add(new IPAddressString(text).getAddress().toPrefixBlock(size));
                finder.add(text);
            }
            var gone = random.nextInt(networks.size());
            finder.remove(gone);
            for (var i = 0; i < 60; i++) {
                var text = random(random, isV4);
                assertThat(finder.find(address(text)))
                        .as("seed %d: %s in %s without %d", seed, text, networks, gone)
                        .isEqualTo(search(networks, gone, new IPAddressString(text).getAddress()));
            }
        }
    }

    /** The first of the smallest. */
    static int search(List<IPAddress> networks, int gone, IPAddress address) {
        var best = -1;
        for (var i = 0; i < networks.size(); i++) {
            if (i == gone || !networks.get(i).contains(address)) continue;
            if (best < 0 || size(networks.get(i)) > size(networks.get(best))) best = i;
        }
        return best;
    }

    private static int size(IPAddress network) {
        return network.getNetworkPrefixLength();
    }

    /** Few different bits, so that many addresses are in many networks. */
    private static String random(Random random, boolean isV4) {
        if (isV4) return random.nextInt(2) * 128 + "." + random.nextInt(3) + ".0." + random.nextInt(4);
        return Integer.toHexString(0x2001 + random.nextInt(2) * 0x4000) + ":" + random.nextInt(3) + "::"
                + random.nextInt(4);
    }
}
