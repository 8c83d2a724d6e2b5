package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The parts of a JSON Web Token in the compact form: texts in base64url with dots between them (RFC 7515 7.1, RFC 7516 7.1). */
final class JwtToken {
    private JwtToken() {}

    /** One of the first two parts becomes the value, decoded; false when it is not there or no base64url. */
    static boolean part(Scope scope, Sample token, int index) {
        var from = 0;
        for (var skip = index; skip > 0; skip--) {
            from = dot(token, from) + 1;
            if (from > token.length) return false;
        }
        token.text(token.at + from, dot(token, from) - from);
        return token.length > 0 && CodeConverters.fromBase64Url(scope, token) && token.text(token.at, token.length);
    }

    /** Where the next dot stands, or the end. */
    private static int dot(Sample token, int from) {
        var i = from;
        while (i < token.length && Slab.byteAt(token.at + i) != '.') i++;
        return i;
    }

    /** All parts as they are written, however many; copied to the heap. */
    static String[] split(Sample token) {
        return Slab.text(token.at, token.length).split("\\.", -1);
    }

    /** The bytes of a part, or null when it is no base64url (RFC 4648 5) without padding. */
    static byte @Nullable [] decode(String part) {
        if (part.indexOf('=') >= 0) return null;
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
