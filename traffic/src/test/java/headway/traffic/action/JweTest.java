package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.base.memory.Slab;
import headway.language.format.FormatParser;
import headway.language.model.TokenDecryption;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tokens that another library has sealed (the last with the key of RFC 7518, appendix C), a line each: the algorithm, the encryption, the JSON Web Key, the token. The content is the first two.
 */
final class JweTest {
    private static final TokenDecryption ALL =
            new TokenDecryption(Set.copyOf(TokenDecryption.ALGORITHMS), Set.copyOf(TokenDecryption.ENCRYPTIONS));

    private record Sealed(String algorithm, String encryption, String key, String token) {
        String content() {
            return algorithm + " " + encryption;
        }
    }

    private static String text() throws IOException {
        try (var in = JweTest.class.getResourceAsStream("jwt/encrypted.tsv")) {
            if (in == null) throw new AssertionError("no tokens");
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static List<Sealed> tokens() throws IOException {
        return text().lines()
                .map(line -> line.split("\t"))
                .map(words -> new Sealed(words[0], words[1], words[2], words[3]))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> tokensOfAnotherLibraryAreOpened() throws IOException {
        return tokens().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.content(), () -> assertThat(open(one, ALL)).isEqualTo(one.content())));
    }

    @TestFactory
    Stream<DynamicTest> tokensThatWereChangedAreNot() throws IOException {
        return tokens().stream()
                .map(one -> DynamicTest.dynamicTest(one.content(), () -> {
                    var parts = one.token.split("\\.", -1);
                    for (var i = 1; i < parts.length; i++) {
                        if (parts[i].isEmpty()) continue;
                        var changed = parts.clone();
                        changed[i] = (parts[i].charAt(0) == 'A' ? 'B' : 'A') + parts[i].substring(1);
                        var token = new Sealed(one.algorithm, one.encryption, one.key, String.join(".", changed));
                        assertThat(open(token, ALL)).as("part " + i).isEmpty();
                    }
                }));
    }

    @Test
    void keysOfAnotherKindOpenNothing() throws Exception {
        for (var one : tokens())
            for (var other : tokens()) {
                if (one.key.substring(0, 12).equals(other.key.substring(0, 12))) continue;
                var token = new Sealed(one.algorithm, one.encryption, other.key, one.token);
                assertThat(open(token, ALL)).isEmpty();
            }
    }

    @Test
    void whatIsNotAllowedIsNotOpened() throws Exception {
        for (var one : tokens()) {
            var weak = one.algorithm.equals("RSA1_5");
            assertThat(open(one, TokenDecryption.USUAL)).isEqualTo(weak ? "" : one.content());
            var noAlgorithm = new TokenDecryption(Set.of("none"), ALL.encryptions());
            assertThat(open(one, noAlgorithm)).isEmpty();
            var oneEncryption = new TokenDecryption(ALL.algorithms(), Set.of("A128GCM"));
            assertThat(open(one, oneEncryption).isEmpty()).isEqualTo(!one.encryption.equals("A128GCM"));
        }
    }

    /** RFC 7516 4.1.3 and 4.1.13: the same secret opens them otherwise. */
    @Test
    void compressedTokensAndCriticalHeadersAreNotOpened() throws Exception {
        var key = "{\"kty\":\"oct\",\"k\":\"AAECAwQFBgcICQoLDA0ODw\"}";
        var one = new Sealed(
                "dir",
                "A128GCM",
                key,
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIiwiemlwIjoiREVGIn0..G5vIjCCcS-znN9rP.EF9fK_ca1E8ic6A.pL24OZSRlLpMI6bHvUd-gw");
        assertThat(open(one, ALL)).isEmpty();
        assertThat(open(
                        new Sealed(
                                "dir",
                                "A128GCM",
                                key,
                                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIiwiY3JpdCI6WyJleHAiXX0..qP9dGdBoiDsUHM8w.39ZMVJ4dgkf-aOc.QE8kDUjuq8-UIB9iNLnEKQ"),
                        ALL))
                .isEmpty();
    }

    @Test
    void pointsBesideTheCurveAreRefused() throws Exception {
        var last = tokens().getLast();
        var parts = last.token.split("\\.", -1);
        var header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.US_ASCII)
                .replace("\"y\":\"SLW", "\"y\":\"SLX");
        parts[0] = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.US_ASCII));
        assertThat(open(new Sealed("", "", last.key, String.join(".", parts)), ALL))
                .isEmpty();
    }

    @Test
    void aKeyThatCouldOpenNothingIsRefused() {
        var rules = new Rules();
        for (var use :
                List.of("jwt_decrypt_secret(a*b)", "jwt_decrypt_jwk(abc)", "jwt_decrypt_jwk('{\"kty\":\"oct\"}')"))
            assertThatThrownBy(() -> new FormatParser(rules.binding(Place.HTTP_REQUEST)).parse("%[path," + use + "]"))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("that could open a token");
    }

    private static String open(Sealed one, TokenDecryption allowed) throws BindException {
        var rules = new Rules();
        var binding = rules.binding(Place.HTTP_REQUEST).with(TokenDecryption.class, allowed);
        var format = new FormatParser(binding).parse("%[var(txn.token),jwt_decrypt_jwk(txn.key)]");
        var given = "txn.token=" + one.token + "\ntxn.key=" + one.key;
        var out = new Sample();
        assertThat(format.write(new ExampleScope(given, rules.names), out)).isTrue();
        return Slab.text(out.at, out.length);
    }
}
