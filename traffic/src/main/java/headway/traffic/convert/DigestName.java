package headway.traffic.convert;

import headway.language.sample.BindException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * A digest by OpenSSL's name and by Java's.
 *
 * @param length of the result in bytes; Java's may be longer
 */
record DigestName(String digest, int length) {
    static final DigestName SHA1 = new DigestName("SHA-1", Integer.MAX_VALUE);

    private static final Pattern SHA2 = Pattern.compile("sha-?(1|224|256|384|512)|sha2-(224|256|384|512)");
    private static final Pattern SHORT_SHA512 = Pattern.compile("sha-?512[-/](224|256)");

    static DigestName of(String name) throws BindException {
        var lower =
                name.toLowerCase(Locale.ROOT).replaceFirst("^rsa-(?!sha3-)", "").replaceFirst("^rsa-", "");
        var found = named(lower);
        try {
            MessageDigest.getInstance(found.digest);
            return found;
        } catch (GeneralSecurityException e) {
            throw new BindException("algorithm must be a valid OpenSSL message digest name that Java has too");
        }
    }

    private static DigestName named(String name) {
        var sha2 = SHA2.matcher(name);
        if (sha2.matches()) return whole("SHA-" + (sha2.group(1) == null ? sha2.group(2) : sha2.group(1)));
        var half = SHORT_SHA512.matcher(name);
        if (half.matches()) return whole("SHA-512/" + half.group(1));
        return switch (name) {
            // What OpenSSL gives when nobody says how long.
            case "shake128" -> new DigestName("SHAKE128-256", 16);
            case "shake256" -> new DigestName("SHAKE256-512", 32);
            default -> whole(name.toUpperCase(Locale.ROOT));
        };
    }

    private static DigestName whole(String digest) {
        return new DigestName(digest, Integer.MAX_VALUE);
    }

    /** The name of the message authentication code that is made of it. */
    String mac() throws BindException {
        var name = "Hmac" + (digest.startsWith("SHA-") ? "SHA" + digest.substring(4) : digest);
        try {
            Mac.getInstance(name);
            return name;
        } catch (GeneralSecurityException e) {
            throw new BindException("there is no message authentication code of '" + digest + "'");
        }
    }
}
