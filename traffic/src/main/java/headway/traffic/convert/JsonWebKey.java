package headway.traffic.convert;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import org.jspecify.annotations.Nullable;

/** A key that opens tokens: what a JSON Web Key says (RFC 7517, RFC 7518 6). */
sealed interface JsonWebKey {
    /** {@code oct}. */
    record Secret(byte[] bytes) implements JsonWebKey {}

    /** {@code RSA}. */
    record Rsa(RSAPrivateKey key) implements JsonWebKey {}

    /** {@code EC}. */
    record Elliptic(ECPrivateKey key) implements JsonWebKey {}

    /** The key, or null when the text is none that could open anything. */
    static @Nullable JsonWebKey of(JsonFields json) {
        try {
            return switch (json.text("kty")) {
                case "oct" -> new Secret(json.bytes("k"));
                case "RSA" -> new Rsa(rsa(json));
                case "EC" -> new Elliptic(elliptic(json));
                default -> null;
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private static BigInteger number(JsonFields json, String name) {
        return new BigInteger(1, json.bytes(name));
    }

    /** The primes are not needed, and make it some four times as fast. */
    private static RSAPrivateKey rsa(JsonFields json) throws GeneralSecurityException {
        var modulus = number(json, "n");
        var exponent = number(json, "d");
        var spec = json.text("p").isEmpty()
                ? new RSAPrivateKeySpec(modulus, exponent)
                : new RSAPrivateCrtKeySpec(
                        modulus,
                        number(json, "e"),
                        exponent,
                        number(json, "p"),
                        number(json, "q"),
                        number(json, "dp"),
                        number(json, "dq"),
                        number(json, "qi"));
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    private static ECPrivateKey elliptic(JsonFields json) throws GeneralSecurityException {
        var spec = new ECPrivateKeySpec(number(json, "d"), curve(json.text("crv")));
        return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    }

    private static ECParameterSpec curve(String name) throws GeneralSecurityException {
        var known =
                switch (name) {
                    case "P-256" -> "secp256r1";
                    case "P-384" -> "secp384r1";
                    case "P-521" -> "secp521r1";
                    default -> throw new GeneralSecurityException("another curve");
                };
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(known));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** The key of the sender, which comes with the token ({@code epk}); it has to be a point of the curve, since others give the own key away bit by bit. */
    static ECPublicKey sender(JsonFields json) throws GeneralSecurityException {
        if (!json.text("kty").equals("EC")) throw new GeneralSecurityException("a key of another kind");
        var curve = curve(json.text("crv"));
        var point = new ECPoint(number(json, "x"), number(json, "y"));
        var prime = ((ECFieldFp) curve.getCurve().getField()).getP();
        var x = point.getAffineX();
        var right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB());
        var isInField = x.compareTo(prime) < 0 && point.getAffineY().compareTo(prime) < 0;
        if (!isInField || !point.getAffineY().pow(2).mod(prime).equals(right.mod(prime)))
            throw new GeneralSecurityException("a point beside the curve");
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }
}
