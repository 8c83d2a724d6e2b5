package headway.base.crypt;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Provos and Mazieres' scheme, "A Future-Adaptable Password Scheme": 2^cost rounds of a Blowfish key schedule. */
final class Bcrypt {
    /** Salt and hash are 16 and 23 bytes in its own base64. {@code $2x$} stands for a mistake of one old implementation and is left out. */
    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

    /** As crypt(3): what is beyond 72 bytes does not count. */
    private static final BCrypt.Verifyer VERIFYER =
            BCrypt.verifyer(BCrypt.Version.VERSION_2B, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2B));

    private Bcrypt() {}

    static boolean isKnown(String hash) {
        return FORM.matcher(hash).matches();
    }

    /** The letter makes no difference to how it is reckoned. */
    static boolean matches(byte[] password, String hash) {
        return VERIFYER.verify(password, hash.getBytes(StandardCharsets.ISO_8859_1)).verified;
    }
}
