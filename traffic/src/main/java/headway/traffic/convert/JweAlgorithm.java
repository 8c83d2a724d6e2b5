package headway.traffic.convert;

import headway.traffic.convert.JsonWebKey.Elliptic;
import headway.traffic.convert.JsonWebKey.Rsa;
import headway.traffic.convert.JsonWebKey.Secret;
import headway.traffic.convert.JweEncryption.Sealed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource.PSpecified;
import javax.crypto.spec.SecretKeySpec;

/** How the recipient of a token comes by the key of its content: RFC 7518 4. */
final class JweAlgorithm {
    private static final int DIGEST = 32;

    private JweAlgorithm() {}

    /**
     * The key of the content.
     *
     * @param name of the algorithm
     * @param wrapped the key as it comes with the token; empty where it is agreed upon
     * @throws GeneralSecurityException when the key at hand is not the one for it
     */
    static byte[] contentKey(String name, JsonWebKey key, JsonFields header, byte[] wrapped, JweEncryption content)
            throws GeneralSecurityException {
        return switch (key) {
            case Secret(var bytes) when name.equals("dir") -> alone(wrapped, bytes);
            case Secret(var bytes) when name.matches("A\\d{3}KW") -> unwrap(bytes, bits(name), wrapped);
            case Secret(var bytes) when name.endsWith("GCMKW") -> unwrapGalois(bytes, bits(name), header, wrapped);
            case Rsa(var own) when name.equals("RSA1_5") -> unwrapOld(own, wrapped, content);
            case Rsa(var own) when name.startsWith("RSA-OAEP") -> unwrapRsa(own, name.endsWith("256"), wrapped);
            case Elliptic elliptic
            when name.equals("ECDH-ES") -> alone(wrapped, agreed(elliptic, header, content.word(), content.bytes()));
            case Elliptic elliptic
            when name.startsWith("ECDH-ES+") ->
                unwrap(agreed(elliptic, header, name, bits(name) / 8), bits(name), wrapped);
            default -> throw new GeneralSecurityException("a key of another kind");
        };
    }

    /** Of {@code ECDH-ES+A128KW} and its kind. */
    private static int bits(String name) {
        var at = name.lastIndexOf('A') + 1;
        return Integer.parseInt(name.substring(at, at + 3));
    }

    /** RFC 7516 5.2, 6: where the key is known otherwise, none comes with the token. */
    private static byte[] alone(byte[] wrapped, byte[] key) throws GeneralSecurityException {
        if (wrapped.length > 0) throw new GeneralSecurityException("a second key");
        return key;
    }

    private static byte[] unwrap(byte[] key, int bits, byte[] wrapped) throws GeneralSecurityException {
        if (key.length * 8 != bits) throw new GeneralSecurityException("a key of another length");
        var cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(key, "AES"));
        return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }

    private static byte[] unwrapGalois(byte[] key, int bits, JsonFields header, byte[] wrapped)
            throws GeneralSecurityException {
        if (key.length * 8 != bits) throw new GeneralSecurityException("a key of another length");
        return JweEncryption.openGalois(key, new Sealed(new byte[0], header.bytes("iv"), wrapped, header.bytes("tag")));
    }

    private static byte[] unwrapRsa(RSAPrivateKey key, boolean modern, byte[] wrapped) throws GeneralSecurityException {
        var digest = modern ? MGF1ParameterSpec.SHA256 : MGF1ParameterSpec.SHA1;
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new OAEPParameterSpec(digest.getDigestAlgorithm(), "MGF1", digest, PSpecified.DEFAULT));
        return cipher.doFinal(wrapped);
    }

    /** RFC 7516 11.5: whether the padding was right must not be told, so that a wrong one gives any key, which then opens nothing. */
    private static byte[] unwrapOld(RSAPrivateKey key, byte[] wrapped, JweEncryption content)
            throws GeneralSecurityException {
        var other = new byte[content.bytes()];
        new SecureRandom().nextBytes(other);
        var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        try {
            var found = cipher.doFinal(wrapped);
            return found.length == other.length ? found : other;
        } catch (GeneralSecurityException e) {
            return other;
        }
    }

    /**
     * The key on which sender and recipient agree: RFC 7518 4.6.2.
     *
     * @param use the algorithm that it is for
     */
    private static byte[] agreed(Elliptic own, JsonFields header, String use, int length)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.key());
        agreement.doPhase(JsonWebKey.sender(header.object("epk")), true);
        var secret = agreement.generateSecret();
        var about = new ByteArrayOutputStream();
        sized(about, use.getBytes(StandardCharsets.US_ASCII));
        sized(about, header.anyBytes("apu"));
        sized(about, header.anyBytes("apv"));
        about.writeBytes(number(length * 8));
        var key = new ByteArrayOutputStream();
        var digest = MessageDigest.getInstance("SHA-256");
        for (var round = 1; key.size() < length; round++) {
            digest.update(number(round));
            digest.update(secret);
            key.writeBytes(digest.digest(about.toByteArray()));
        }
        assert key.size() % DIGEST == 0;
        return Arrays.copyOf(key.toByteArray(), length);
    }

    private static void sized(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(number(bytes.length));
        out.writeBytes(bytes);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
