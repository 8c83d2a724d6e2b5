package headway.base.crypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Compares passwords with what crypt(3) has made of them: {@code $1$} (MD5), {@code $5$} (SHA-256), {@code $6$} (SHA-512) and {@code $2a$}, {@code $2b$}, {@code $2y$} (bcrypt). */
public final class Crypt {
    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Crypt() {}

    /** Whether the hash is of a kind that can be compared with. */
    public static boolean isKnown(String hash) {
        return hash.startsWith("$1$") || hash.startsWith("$5$") || hash.startsWith("$6$") || Bcrypt.isKnown(hash);
    }

    /** Whether this is the password; false for a hash of an unknown kind. Takes milliseconds, as it is meant to; of bcrypt the cost says how many. */
    public static boolean matches(byte[] password, String hash) {
        if (!isKnown(hash)) return false;
        if (hash.charAt(1) == '2') return Bcrypt.matches(password, hash);
        var made =
                switch (hash.charAt(1)) {
                    case '1' -> Md5Crypt.make(password, hash);
                    case '5' -> Sha2Crypt.SHA_256.make(password, hash);
                    default -> Sha2Crypt.SHA_512.make(password, hash);
                };
        return MessageDigest.isEqual(
                made.getBytes(StandardCharsets.ISO_8859_1), hash.getBytes(StandardCharsets.ISO_8859_1));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Six bits a character, the lowest first. */
    static void append(StringBuilder to, int bits, int characters) {
        var left = bits;
        for (var i = 0; i < characters; i++, left >>= 6) to.append(ALPHABET.charAt(left & 63));
    }

    /** The salt behind a prefix: up to the next dollar sign, no more than so many bytes. */
    static String salt(String hash, int from, int most) {
        var end = hash.indexOf('$', from);
        var salt = end < 0 ? hash.substring(from) : hash.substring(from, end);
        return salt.length() > most ? salt.substring(0, most) : salt;
    }
}
