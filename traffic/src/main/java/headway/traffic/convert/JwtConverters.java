package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;
import static headway.traffic.convert.Written.written;

import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import java.util.List;

/** JSON Web Tokens: RFC 7519. Signatures and encryption are computed by the JDK, on copies in the heap. */
final class JwtConverters {
    private static final String TOKEN =
            "str(eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.XbPfbIHMI6arZ3Y922BhjWgQzWXcXNrz0ogtVhfEd2o)";

    /** RFC 7516 A.3. */
    private static final String SEALED =
            "str(eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ)";

    private JwtConverters() {}

    /**
     * The table.
     *
     * @param keys where keys go that its converters name, for all of a configuration
     */
    static List<ConverterEntry> table(JwtKeys keys) {
        return List.of(
                converter("jwt_header_query", BIN, ANY)
                        .summary(
                                "A value in the header of a JSON Web Token, by its path as in json_query; without one the whole header.")
                        .example(TOKEN + ",jwt_header_query($.alg)", "", "HS256")
                        .example(TOKEN + ",jwt_header_query", "", "{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                        .binds(
                                orElse(string("json_path"), ""),
                                orElse(string("output_type"), ""),
                                (path, type) -> query(0, path, type)),
                converter("jwt_payload_query", BIN, ANY)
                        .summary(
                                "A value in the payload of a JSON Web Token, by its path as in json_query; without one the whole payload.")
                        .example(TOKEN + ",jwt_payload_query($.name)", "", "John Doe")
                        .example(TOKEN + ",jwt_payload_query($.iat,int)", "", "1516239022")
                        .binds(
                                orElse(string("json_path"), ""),
                                orElse(string("output_type"), ""),
                                (path, type) -> query(1, path, type)),
                converter("jwt_verify", BIN, SINT)
                        .summary(
                                "1 when the signature of a JSON Web Token is good, 0 when it is not, negative when that cannot be told; by a secret, or by a public key's file.")
                        .example(TOKEN + ",jwt_verify(HS256,secret)", "", "1")
                        .example(TOKEN + ",jwt_verify(HS256,other)", "", "0")
                        .example(TOKEN + ",jwt_verify(txn.alg,secret)", "txn.alg=HS1", "-1")
                        .binds(
                                written("alg"),
                                written("key"),
                                (algorithm, key) -> new JwtVerifier(algorithm, key, keys)::verify),
                converter("jwt_decrypt_secret", BIN, BIN)
                        .summary(
                                "The content of an encrypted JSON Web Token, opened with a secret in base64url or a variable that has it; empty when it cannot be opened.")
                        .example(SEALED + ",jwt_decrypt_secret(GawgguFyGrWKav7AX4VKUg)", "", "Live long and prosper.")
                        .example(SEALED + ",jwt_decrypt_secret(AawgguFyGrWKav7AX4VKUg)", "", "")
                        .binds(JweOpener.secret(), given -> new JweOpener(given)::open),
                converter("jwt_decrypt_jwk", BIN, BIN)
                        .summary(
                                "The content of an encrypted JSON Web Token, opened with a JSON Web Key or a variable that has it; empty when it cannot be opened.")
                        .example(
                                SEALED + ",jwt_decrypt_jwk(txn.key)",
                                "txn.key={\"kty\":\"oct\",\"k\":\"GawgguFyGrWKav7AX4VKUg\"}",
                                "Live long and prosper.")
                        .binds(JweOpener.jwk(), given -> new JweOpener(given)::open));
    }

    private static Converter query(int part, String path, String type) throws BindException {
        if (path.isEmpty()) return (scope, token) -> JwtToken.part(scope, token, part);
        var query = JsonConverters.query(path, type);
        return (scope, token) -> JwtToken.part(scope, token, part) && query.convert(scope, token);
    }
}
