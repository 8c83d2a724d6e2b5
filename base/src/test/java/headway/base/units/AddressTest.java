package headway.base.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    private static Address.Inet v4(int last, int port) {
        return new Address.Inet(new byte[] {127, 0, 0, (byte) last}, port);
    }

    @Test
    void addressesAreEqualByValue() {
        assertThat(v4(1, 80)).isEqualTo(v4(1, 80)).hasSameHashCodeAs(v4(1, 80));
        assertThat(v4(1, 80)).isNotEqualTo(v4(2, 80)).isNotEqualTo(v4(1, 81));
    }

    @Test
    void addressesAreWrittenAsPeopleWriteThem() {
        assertThat(v4(254, 80)).hasToString("127.0.0.254:80");
        var v6 = new byte[16];
        v6[0] = 0x20;
        v6[1] = 0x01;
        v6[15] = 1;
        assertThat(new Address.Inet(v6, 443)).hasToString("[2001:0:0:0:0:0:0:1]:443");
    }
}
