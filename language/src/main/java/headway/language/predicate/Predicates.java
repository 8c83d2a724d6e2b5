package headway.language.predicate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All predicates: configuration manual 2.4. */
public final class Predicates {
    private static final List<Predicate> TABLE = List.of(
            predicate(
                    "defined",
                    1,
                    "The environment has that variable.",
                    "defined(HOME)",
                    (_, e, a) -> e.has(a.getFirst())),
            predicate(
                    "feature",
                    1,
                    "The program was built with that feature.",
                    "feature(THREAD)",
                    (f, _, a) -> f.features().contains(a.getFirst())),
            predicate(
                            "enabled",
                            1,
                            "That facility may be used in this run.",
                            "enabled(EPOLL)",
                            (f, _, a) -> f.enabled().contains(a.getFirst()))
                    .only(Facts.OPTIONS),
            predicate(
                    "streq",
                    2,
                    "Both texts are equal.",
                    "streq(a,a)",
                    (_, _, a) -> a.get(0).equals(a.get(1))),
            predicate(
                    "strneq",
                    2,
                    "The texts differ.",
                    "strneq(a,b)",
                    (_, _, a) -> !a.get(0).equals(a.get(1))),
            predicate(
                    "strstr",
                    2,
                    "The first text contains the second.",
                    "strstr(abc,bc)",
                    (_, _, a) -> a.get(0).contains(a.get(1))),
            predicate(
                    "version_atleast",
                    1,
                    "The language is that version's or a newer one's.",
                    "version_atleast(2.4-dev19)",
                    (f, _, a) -> version(f).compareTo(Version.parse(a.getFirst())) >= 0),
            predicate(
                    "version_before",
                    1,
                    "The language is older than that version's.",
                    "version_before(99.0)",
                    (f, _, a) -> version(f).compareTo(Version.parse(a.getFirst())) < 0),
            predicate(
                    "ssllib_name_startswith",
                    1,
                    "The TLS library's name begins so.",
                    "ssllib_name_startswith()",
                    (f, _, a) -> f.tlsLibrary().startsWith(a.getFirst())),
            predicate(
                    "openssl_version_atleast",
                    1,
                    "The TLS library is that version of OpenSSL or newer.",
                    "!openssl_version_atleast(9999)",
                    (f, _, a) -> hasTls(f) && tls(f).compareTo(Version.parse(a.getFirst())) >= 0),
            predicate(
                    "openssl_version_before",
                    1,
                    "The TLS library is older than that version of OpenSSL.",
                    "!openssl_version_before(0.9)",
                    (f, _, a) -> hasTls(f) && tls(f).compareTo(Version.parse(a.getFirst())) < 0),
            predicate(
                    "awslc_api_atleast",
                    1,
                    "Never: the TLS library is not AWS-LC.",
                    "!awslc_api_atleast(1)",
                    (_, _, _) -> false),
            predicate(
                    "awslc_api_before",
                    1,
                    "Never: the TLS library is not AWS-LC.",
                    "!awslc_api_before(99)",
                    (_, _, _) -> false),
            predicate(
                    "fips_mode",
                    0,
                    "Never: the TLS library is not asked for its mode yet.",
                    "!fips_mode()",
                    (_, _, _) -> false));

    private static final Map<String, Predicate> BY_NAME =
            TABLE.stream().collect(Collectors.toMap(Predicate::name, Function.identity()));

    private Predicates() {}

    static @Nullable Predicate find(String name) {
        return BY_NAME.get(name);
    }

    static List<Predicate> all() {
        return TABLE;
    }

    private static Predicate predicate(
            String name, int arguments, String summary, String example, Predicate.Test test) {
        return new Predicate(name, arguments, summary, List.of(example), Set.of(), test);
    }

    private static Version version(Facts facts) {
        return Version.parse(facts.version());
    }

    private static boolean hasTls(Facts facts) {
        return !facts.tlsLibrary().isEmpty();
    }

    private static Version tls(Facts facts) {
        return Version.parse(facts.tlsLibrary().substring(facts.tlsLibrary().indexOf(' ') + 1));
    }
}
