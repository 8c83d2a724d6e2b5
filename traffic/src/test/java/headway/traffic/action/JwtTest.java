package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import headway.language.format.Format;
import headway.language.format.FormatParser;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that OpenSSL has signed, a line each: the algorithm, the file of the key, what jwt_verify says, the token. */
final class JwtTest {
    @TestFactory
    Stream<DynamicTest> signaturesOfOpensslAreVerified() throws IOException, URISyntaxException {
        return Files.readAllLines(folder().resolve("tokens.tsv"), StandardCharsets.US_ASCII).stream()
                .map(l -> l.split("\t"))
                .map(l -> DynamicTest.dynamicTest(
                        l[0] + " " + l[1] + " " + l[2],
                        () -> assertThat(verify(l[3], l[0], l[1])).isEqualTo(l[2])));
    }

    /** A key in a variable is known when its file is named somewhere in the configuration. */
    @Test
    void aKeyInVariableIsKnownOnlyWhenItsFileIsNamedElsewhere() throws IOException, BindException, URISyntaxException {
        var token =
                Files.readString(folder().resolve("tokens.tsv")).split("\n")[0].split("\t")[3];
        var file = folder().resolve("rsa.pem");
        var rules = new Rules();
        var unnamed = new FormatParser(rules.binding(Place.HTTP_REQUEST))
                .parse("%[str(" + token + "),jwt_verify(RS256,txn.unnamed)]");
        var other = folder().resolve(".").resolve("rsa.pem");
        assertThat(write(rules, unnamed, "txn.unnamed=" + other)).isEqualTo("-5");
        assertThat(verify(token, "RS256", "rsa.pem")).isEqualTo("1");
        var named = new FormatParser(rules.binding(Place.HTTP_REQUEST))
                .parse("%[str(" + token + "),jwt_verify(RS256,txn.named)]");
        assertThat(write(rules, named, "txn.named=" + file)).isEqualTo("1");
    }

    private static String verify(String token, String algorithm, String key) throws BindException, URISyntaxException {
        var rules = new Rules();
        var expression = "str(" + token + "),jwt_verify(" + algorithm + "," + folder().resolve(key) + ")";
        return write(rules, new FormatParser(rules.binding(Place.HTTP_REQUEST)).parse("%[" + expression + "]"), "");
    }

    private static String write(Rules rules, Format format, String given) throws BindException {
        var out = new Sample();
        assertThat(format.write(new ExampleScope(given, rules.names), out)).isTrue();
        return Slab.text(out.at, out.length);
    }

    private static Path folder() throws URISyntaxException {
        var tokens = JwtTest.class.getResource("jwt/tokens.tsv");
        if (tokens == null) throw new AssertionError("no tokens");
        return Path.of(tokens.toURI()).getParent();
    }
}
