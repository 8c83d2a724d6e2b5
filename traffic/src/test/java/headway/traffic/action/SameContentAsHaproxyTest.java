package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.condition.Condition;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What fetches read of the first bytes of a TCP connection. */
final class SameContentAsHaproxyTest {
    /** Bytes in hexadecimal, an expression, and what HAProxy 2.6.12 made of it at the end of the inspection: recorded, one a line. */
    @TestFactory
    Stream<DynamicTest> expressionsHaveTheSameValues() throws IOException {
        return lines().map(l -> DynamicTest.dynamicTest(
                l[1] + " of " + l[0],
                () -> assertThat(value(l[1], HexFormat.of().parseHex(l[0]))).isEqualTo(l[2])));
    }

    private static Stream<String[]> lines() throws IOException {
        try (var in = SameContentAsHaproxyTest.class.getResourceAsStream("contents.tsv")) {
            if (in == null) throw new IOException("contents.tsv");
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n")).map(l -> l.split("\t", 3));
        }
    }

    private static String value(String expression, byte[] bytes) throws BindException {
        var rules = new Rules();
        var format = new FormatParser(rules.binding(Place.TCP_CONTENT)).parse("<%[" + expression + "]>");
        var scope = new ExampleScope("", rules.names);
        scope.bytes(Direction.REQUEST, bytes);
        var out = new Sample();
        assertThat(format.write(scope, out)).isTrue();
        return Slab.text(out.at + 1, out.length - 2);
    }

    /** Whatever the piece, nothing behind it is read and nothing before it is taken for the whole; seen by the answers of the whole alone. */
    @Test
    void aHelloIsAwaitedByteForByte() throws BindException {
        var whole = ExampleHello.client();
        for (var name : new String[] {"req.ssl_hello_type", "req.ssl_sni", "req.ssl_alpn", "req.ssl_ver"}) {
            var rules = new Rules();
            var condition = rules.condition(Place.TCP_CONTENT, "{ " + name + " -m found }");
            var scope = new ExampleScope("", rules.names);
            for (var length = 0; length <= whole.length; length++) {
                scope.part(Arrays.copyOf(whole, length));
                scope.isFinal = false;
                var expected = length == whole.length ? Condition.YES : Condition.UNKNOWN;
                assertThat(condition.test(scope))
                        .as(name + " of " + length + " bytes")
                        .isEqualTo(expected);
            }
        }
    }

    /** RFC 8446 4.1.2: what claims to be longer than its record, or has lengths that lead beyond it, is not read. */
    @Test
    void aHelloWithWrongLengthsHasNoParts() throws BindException {
        var whole = ExampleHello.client();
        var random = new SplittableRandom(4711);
        for (var name : new String[] {"req.ssl_sni", "req.ssl_alpn", "req.ssl_sigalgs", "req.ssl_keyshare_groups"}) {
            var rules = new Rules();
            var format = new FormatParser(rules.binding(Place.TCP_CONTENT)).parse("<%[" + name + ",length]>");
            var scope = new ExampleScope("", rules.names);
            for (var i = 0; i < 1000; i++) {
                var broken = whole.clone();
                for (var n = 0; n < 3; n++) broken[random.nextInt(3, 120)] = (byte) random.nextInt(256);
                scope.bytes(Direction.REQUEST, broken);
                var out = new Sample();
                assertThat(format.write(scope, out)).isTrue();
                assertThat(Slab.text(out.at, out.length)).matches("<\\d{0,3}>");
                scope.reset();
            }
        }
    }
}
