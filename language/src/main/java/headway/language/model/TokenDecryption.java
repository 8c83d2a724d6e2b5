package headway.language.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which encrypted JSON Web Tokens are opened at all ({@code jwt.decrypt_alg_list}, {@code jwt.decrypt_enc_list}).
 *
 * @param algorithms by which the key may be given: names of RFC 7518 4.1
 * @param encryptions of the content: names of RFC 7518 5.1
 */
public record TokenDecryption(Set<String> algorithms, Set<String> encryptions) {
    /** RSA1_5 is off unless it is asked for: RFC 8725 3.2. */
    private static final String WEAK = "RSA1_5";

    public static final List<String> ALGORITHMS = List.of(
            WEAK,
            "RSA-OAEP",
            "RSA-OAEP-256",
            "A128KW",
            "A192KW",
            "A256KW",
            "A128GCMKW",
            "A192GCMKW",
            "A256GCMKW",
            "dir",
            "ECDH-ES",
            "ECDH-ES+A128KW",
            "ECDH-ES+A192KW",
            "ECDH-ES+A256KW");
    public static final List<String> ENCRYPTIONS =
            List.of("A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");
    /** Without a word about it. */
    public static final TokenDecryption USUAL = new TokenDecryption(without(WEAK), Set.copyOf(ENCRYPTIONS));

    public TokenDecryption {
        algorithms = Set.copyOf(algorithms);
        encryptions = Set.copyOf(encryptions);
    }

    private static Set<String> without(String name) {
        var names = new LinkedHashSet<>(ALGORITHMS);
        names.remove(name);
        return names;
    }
}
