package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.model.Balance;
import headway.language.model.HashType.Function;
import headway.language.sample.Text;
import headway.traffic.server.TestLoops;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HAProxy 2.6 hashed of a field, as the server showed that it chose among 211. */
class HeaderKeyTest {
    private static final TestLoops LOOPS = new TestLoops(1);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    private static String key(String value, boolean domainOnly) {
        var choice = new Choice(LOOPS.all.getFirst());
        var head = new Head();
        var text = Text.of(value);
        head.add(FieldName.HOST, text.at(), text.length());
        choice.request = head;
        var found = new HeaderKey(new Balance.Header("Host", domainOnly), KeyHash.of(Function.SDBM))
                .find(choice, choice.key);
        return found ? new String(Slab.bytes(choice.key.at, choice.key.length), StandardCharsets.ISO_8859_1) : "none";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "abc | abc",
                "a, b | a",
                "x y | x y",
                "\"a,b\",c | \"a,b\"",
                "a , b | a",
                ",a | none",
                "~~ | none",
                "a,b,c;d | a"
            })
    void theFirstValueCounts(String value, String key) {
        assertThat(key(value, false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "www.1wt.eu, 1wt",
        "haproxy.1wt.eu:8080, 1wt",
        "1wt.eu, 1wt",
        "localhost, localhost",
        "localhost:80, localhost:80",
        "a.b.c.d.e, d",
        "127.0.0.1:80, 0",
        ".eu, .eu",
        "a., a",
        "a..b, a.",
        "www.example.com., com",
        "[::1]:80, [::1]:80",
        "x.y:1.2, y:1",
        ".., .",
        "., ."
    })
    void ofADomainTheLabelBeforeTheLastDotCounts(String value, String key) {
        assertThat(key(value, true)).isEqualTo(key);
    }
}
