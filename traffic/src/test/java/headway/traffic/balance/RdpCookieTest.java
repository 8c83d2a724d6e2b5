package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HAProxy 2.6 took for the cookie, as the server showed that {@code balance rdp-cookie} chose. */
class RdpCookieTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "Cookie: mstshash=user1RN, user1",
                "cookie:MSTSHASH=user1RN, user1",
                "Cookie:   mstshash=user1RN, user1",
                "Cookie: mstshash=us;er=1 xRN, us;er=1 x",
                "Cookie: mstshash=u\"s\"eRN, u\"s\"e",
                "Cookie: mstshash=usNer1RN, usNer1",
                "Cookie: mstshash=RN, ~~",
                "Cookie: msts=user1RN, ~~",
                "Cookie: mstshash =user1RN, ~~",
                "Cookie: x=1;mstshash=user1RN, ~~",
                "XCookie: mstshash=user1RN, ~~",
                "Cookie: mstshash=user1N, ~~",
                "Cookie: mstshash=user1R, ~~",
                "Cookie: mstshash=usRer1RN, ~~",
                "Cookie: mstshash=user1, ~~",
                "Cookie: mstshash, ~~",
                "Coo, ~~"
            })
    void theValueIsWhatStandsBeforeTheEndOfTheLine(String sent, String value) {
        assertThat(found("\u0003\0\0#\u001e\u00e0\0\0\0\0\0" + lineEnds(sent))).isEqualTo(lineEnds(value));
    }

    private static String lineEnds(String text) {
        return text.replace('R', '\r').replace('N', '\n');
    }

    private static String found(String bytes) {
        var sent = Text.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
        var value = new Sample();
        if (!RdpCookie.find(sent.at(), sent.length(), Text.of("mstshash"), value)) return "";
        return new String(Slab.bytes(value.at, value.length), StandardCharsets.ISO_8859_1);
    }
}
