package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.model.TokenDecryption;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Parameter;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import org.jspecify.annotations.Nullable;

/** Opens encrypted tokens in the compact form of five parts (RFC 7516 5.2); computed by the JDK, on copies in the heap. */
final class JweOpener {
    /** How the text of the argument becomes a key. */
    @FunctionalInterface
    private interface Kind {
        @Nullable
        JsonWebKey of(Scope scope, byte[] text);
    }

    /**
     * The argument of a converter.
     *
     * @param kind what it is
     * @param known the key where it is written down
     * @param allowed which tokens may be opened
     */
    record Given(Written text, Kind kind, @Nullable JsonWebKey known, TokenDecryption allowed) {
        private @Nullable JsonWebKey key(Scope scope) {
            if (text.constant() != null) return known;
            var bytes = text.bytes(scope);
            return bytes == null ? null : kind.of(scope, bytes);
        }
    }

    private final Given given;

    JweOpener(Given given) {
        this.given = given;
    }

    /** A secret in base64url; that of the other alphabet is taken too. */
    static Parameter<Given> secret() {
        return given("secret", (_, text) -> secret(text), text -> secret(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A JSON Web Key. */
    static Parameter<Given> jwk() {
        return given(
                "jwk",
                (scope, text) -> {
                    if (text.length > 1 << 16) return null;
                    var at = scope.scratch().take(text.length);
                    for (var i = 0; i < text.length; i++) Slab.putByte(at + i, text[i]);
                    return JsonWebKey.of(new JsonFields(at, text.length));
                },
                text -> {
                    var constant = Text.of(text);
                    return JsonWebKey.of(new JsonFields(constant.at(), constant.length()));
                });
    }

    /** Makes a key of what is written down. */
    @FunctionalInterface
    private interface Constant {
        @Nullable
        JsonWebKey of(String text);
    }

    private static Parameter<Given> given(String name, Kind kind, Constant constant) {
        var written = Written.written(name);
        return new Parameter<>() {
            @Override
            public String type() {
                return written.type();
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Given parse(String text, Binding binding) throws BindException {
                var value = written.parse(text, binding);
                var own = value.constant();
                var known = own == null ? null : constant.of(own);
                if (own != null && known == null) throw new BindException("no " + name + " that could open a token");
                var allowed = binding.attached(TokenDecryption.class);
                return new Given(value, kind, known, allowed == null ? TokenDecryption.USUAL : allowed);
            }
        };
    }

    private static @Nullable JsonWebKey secret(byte[] text) {
        var plain = new String(text, StandardCharsets.ISO_8859_1)
                .replace('+', '-')
                .replace('/', '_')
                .replaceFirst("=+$", "");
        var bytes = JwtToken.decode(plain);
        return bytes == null || bytes.length == 0 ? null : new JsonWebKey.Secret(bytes);
    }

    /** The content becomes the value; whatever is wrong, it is empty. No value when a variable is not set. */
    boolean open(Scope scope, Sample token) {
        if (given.text.constant() == null && given.text.bytes(scope) == null) return false;
        var key = given.key(scope);
        byte[] content = null;
        try {
            if (key != null) content = content(scope, token, key);
        } catch (GeneralSecurityException | IllegalArgumentException | ProviderException e) {
            // As the manual has it: why is not told.
            content = null;
        }
        if (content == null) return token.binary(token.at, 0);
        return DigestConverters.put(scope, token, content, content.length);
    }

    private byte @Nullable [] content(Scope scope, Sample token, JsonWebKey key) throws GeneralSecurityException {
        var parts = JwtToken.split(token);
        if (parts.length != 5) return null;
        var decoded = new byte[5][];
        for (var i = 1; i < 5; i++) {
            var bytes = JwtToken.decode(parts[i]);
            if (bytes == null) return null;
            decoded[i] = bytes;
        }
        var head = scope.scratch().borrow();
        head.copy(token);
        var there = JwtToken.part(scope, head, 0);
        var header = new JsonFields(head.at, there ? head.length : 0);
        scope.scratch().giveBack();
        var algorithm = header.text("alg");
        var content = JweEncryption.of(header.text("enc"));
        if (content == null || !isAllowed(algorithm, content, header)) return null;
        var contentKey = JweAlgorithm.contentKey(algorithm, key, header, decoded[1], content);
        return content.open(
                contentKey,
                new JweEncryption.Sealed(
                        parts[0].getBytes(StandardCharsets.ISO_8859_1), decoded[2], decoded[3], decoded[4]));
    }

    /** RFC 7516 4.1.13: what has to be understood and is not makes a token invalid; nothing is inflated (4.1.3). */
    private boolean isAllowed(String algorithm, JweEncryption content, JsonFields header) {
        return given.allowed.algorithms().contains(algorithm)
                && given.allowed.encryptions().contains(content.word())
                && !header.has("crit")
                && !header.has("zip");
    }
}
