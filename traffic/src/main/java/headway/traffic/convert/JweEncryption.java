package headway.traffic.convert;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How the content of a token is encrypted: RFC 7518 5. */
enum JweEncryption {
    CBC_128("A128CBC-HS256", 256),
    CBC_192("A192CBC-HS384", 384),
    CBC_256("A256CBC-HS512", 512),
    GCM_128("A128GCM", 128),
    GCM_192("A192GCM", 192),
    GCM_256("A256GCM", 256);

    private static final int GCM_TAG = 16;

    private final String word;
    /** Of the key, which of the chained ones is two. */
    private final int bits;

    JweEncryption(String word, int bits) {
        this.word = word;
        this.bits = bits;
    }

    /** The one of that name, or null. */
    static @Nullable JweEncryption of(String word) {
        for (var encryption : values()) if (encryption.word.equals(word)) return encryption;
        return null;
    }

    String word() {
        return word;
    }

    int bytes() {
        return bits / 8;
    }

    /**
     * What a token has for its content.
     *
     * @param protectedHeader as it is written, in base64url
     */
    record Sealed(byte[] protectedHeader, byte[] nonce, byte[] text, byte[] tag) {}

    /**
     * The content.
     *
     * @throws GeneralSecurityException when it was not sealed with that key
     */
    byte[] open(byte[] key, Sealed sealed) throws GeneralSecurityException {
        if (key.length != bytes()) throw new GeneralSecurityException("a key of another length");
        return word.endsWith("GCM") ? openGalois(key, sealed) : openChained(key, sealed);
    }

    static byte[] openGalois(byte[] key, Sealed sealed) throws GeneralSecurityException {
        // A shorter tag would be easier to guess: RFC 7518 5.3.
        if (sealed.tag.length != GCM_TAG) throw new GeneralSecurityException("a tag of another length");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(GCM_TAG * 8, sealed.nonce));
        cipher.updateAAD(sealed.protectedHeader);
        var both = Arrays.copyOf(sealed.text, sealed.text.length + GCM_TAG);
        System.arraycopy(sealed.tag, 0, both, sealed.text.length, GCM_TAG);
        return cipher.doFinal(both);
    }

    /** RFC 7518 5.2.2.2: the first half of the key is for the tag, and that is looked at first. */
    private byte[] openChained(byte[] key, Sealed sealed) throws GeneralSecurityException {
        var half = key.length / 2;
        var name = "HmacSHA" + bits;
        var mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, 0, half, name));
        mac.update(sealed.protectedHeader);
        mac.update(sealed.nonce);
        mac.update(sealed.text);
        mac.update(ByteBuffer.allocate(Long.BYTES)
                .putLong(sealed.protectedHeader.length * 8L)
                .flip());
        if (!MessageDigest.isEqual(Arrays.copyOf(mac.doFinal(), half), sealed.tag))
            throw new GeneralSecurityException("a wrong tag");
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, half, half, "AES"), new IvParameterSpec(sealed.nonce));
        return cipher.doFinal(sealed.text);
    }
}
