package headway.traffic.convert;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How the signature of a token is made: RFC 7518 3.1. */
enum JwtAlgorithm {
    NONE(0),
    HS256(256),
    HS384(384),
    HS512(512),
    RS256(256),
    RS384(384),
    RS512(512),
    ES256(256),
    ES384(384),
    ES512(521),
    PS256(256),
    PS384(384),
    PS512(512);

    /** Of the digest; of ES512 the curve's, which is P-521. */
    private final int bits;

    JwtAlgorithm(int bits) {
        this.bits = bits;
    }

    /** The algorithm of a name, or null. */
    static @Nullable JwtAlgorithm of(String name) {
        if (name.equals("none")) return NONE;
        for (var algorithm : values()) if (algorithm != NONE && algorithm.name().equals(name)) return algorithm;
        return null;
    }

    boolean hasSecret() {
        return name().startsWith("HS");
    }

    private String digest() {
        return this == ES512 ? "512" : String.valueOf(bits);
    }

    /** Whether the secret gives this code. */
    boolean isSecret(byte[] secret, byte[] data, byte[] code) throws GeneralSecurityException {
        var name = "HmacSHA" + digest();
        var mac = Mac.getInstance(name);
        // RFC 2104 2: a key is filled up with zeros, so an empty one is one of a zero; Java refuses it.
        mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, name));
        return MessageDigest.isEqual(mac.doFinal(data), code);
    }

    /** Whether the owner of the key has signed. */
    boolean isSigned(PublicKey key, byte[] data, byte[] signed) throws GeneralSecurityException {
        var isElliptic = name().startsWith("ES");
        if (isElliptic ? !(key instanceof ECPublicKey ec && isOfCurve(ec)) : !(key instanceof RSAPublicKey))
            return false;
        var signature = Signature.getInstance(
                isElliptic
                        ? "SHA" + digest() + "withECDSAinP1363Format"
                        : name().startsWith("PS") ? "RSASSA-PSS" : "SHA" + digest() + "withRSA");
        if (name().startsWith("PS")) {
            var sha = new MGF1ParameterSpec("SHA-" + bits);
            signature.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", sha, bits / 8, 1));
        }
        signature.initVerify(key);
        signature.update(data);
        return signature.verify(signed);
    }

    private boolean isOfCurve(ECPublicKey key) {
        return key.getParams().getCurve().getField().getFieldSize() == bits;
    }
}
