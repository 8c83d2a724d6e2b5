package headway.traffic.convert;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Verifies signatures of tokens (RFC 7515 5.2), not what the tokens claim. The numbers are those of the configuration manual. */
final class JwtVerifier {
    private static final int GOOD = 1;
    private static final int BAD = 0;
    private static final int UNKNOWN_ALGORITHM = -1;
    private static final int INVALID_TOKEN = -3;
    private static final int UNKNOWN_KEY = -5;

    private final Written algorithm;
    private final Written key;
    private final JwtKeys keys;

    /** A file that is named as the key is read now. */
    JwtVerifier(Written algorithm, Written key, JwtKeys keys) throws BindException {
        var name = algorithm.constant();
        var known = name == null ? null : JwtAlgorithm.of(name);
        if (name != null && known == null) throw new BindException("unknown JWT algorithm: " + name);
        var file = key.constant();
        if (file != null && (known == null || !known.hasSecret())) keys.load(file, key.folder());
        this.algorithm = algorithm;
        this.key = key;
        this.keys = keys;
    }

    /** The token becomes the outcome; no value when a variable is not set. */
    boolean verify(Scope scope, Sample token) {
        var name = algorithm.text(scope);
        var secret = key.bytes(scope);
        if (name == null || secret == null) return false;
        var known = JwtAlgorithm.of(name);
        if (known == null) return token.integer(UNKNOWN_ALGORITHM);
        try {
            return token.integer(outcome(JwtToken.split(token), known, secret));
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length, or a key that cannot have made it.
            return token.integer(BAD);
        }
    }

    private int outcome(String[] parts, JwtAlgorithm known, byte[] secret) throws GeneralSecurityException {
        if (parts.length != 3) return INVALID_TOKEN;
        if (known == JwtAlgorithm.NONE) return parts[2].isEmpty() ? GOOD : BAD;
        var signed = JwtToken.decode(parts[2]);
        if (signed == null || signed.length == 0) return INVALID_TOKEN;
        var data = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.ISO_8859_1);
        if (known.hasSecret()) return known.isSecret(secret, data, signed) ? GOOD : BAD;
        var owner = keys.find(new String(secret, StandardCharsets.ISO_8859_1));
        if (owner == null) return UNKNOWN_KEY;
        return known.isSigned(owner, data, signed) ? GOOD : BAD;
    }
}
