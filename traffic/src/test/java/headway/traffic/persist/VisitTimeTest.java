package headway.traffic.persist;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.sample.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTimeTest {
    /** As HAProxy 2.6 wrote it on 25 November 2026, 13:47:16 UTC. */
    @Test
    void aTimeIsWrittenInFiveDigits() {
        var room = Text.of(".....");
        VisitTime.write(room.at(), VisitTime.now(1795614436_000L));
        assertThat(new String(Slab.bytes(room.at(), 5), StandardCharsets.ISO_8859_1))
                .isEqualTo("awbm5");
        assertThat(VisitTime.read(room.at(), 5)).isEqualTo(1795614436 / 4);
    }

    @ParameterizedTest
    @CsvSource({"awbm, 0", "awb-5, 0", "awbm5x, 448903609", "'', 0", "AAAA/, 63", "AAAA+, 62"})
    void whatIsNoTimeCountsAsNone(String text, int time) {
        var written = Text.of(text);
        assertThat(VisitTime.read(written.at(), written.length())).isEqualTo(time);
    }

    /** Now is 1,000,000 units of four seconds. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 1800, false",
        "999551, 1800, false",
        "999549, 1800, true",
        "1021600, 1800, false",
        "1021601, 1800, true",
        "1, 0, false",
        "0, 1800, false"
    })
    void aTimeIsOverWhenItIsTooLongAgoOrADayAhead(int time, int seconds, boolean over) {
        assertThat(VisitTime.isOver(time, 1_000_000, seconds)).isEqualTo(over);
    }

    /** As HAProxy 2.6 sent it for 127.0.0.1:20201. */
    @Test
    void aDynamicValueIsMadeOfKeyAddressAndPort() {
        assertThat(DynamicValue.of("k1", new Address.Inet(new byte[] {127, 0, 0, 1}, 20201)))
                .isEqualTo("aa3cdc81e730e71c");
        assertThat(DynamicValue.of("key2", new Address.Inet(new byte[] {127, 0, 0, 1}, 20201)))
                .isEqualTo("0d42905c7964a7f6");
    }

    @Test
    void aLongKeyIsHashedInStripes() {
        var input =
                java.nio.ByteBuffer.wrap("Nobody inspects the spammish repetition".getBytes(StandardCharsets.US_ASCII));
        assertThat(DynamicValue.hash(input)).isEqualTo(0xfbcea83c8a378bf1L);
    }
}
