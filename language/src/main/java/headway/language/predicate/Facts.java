package headway.language.predicate;

import java.util.Set;

/**
 * What the program is and can do, as configurations may ask.
 *
 * @param version of HAProxy's language, such as {@code 3.5.0}
 * @param features names as {@code -vv} lists them with a plus; one that is claimed and not there turns a test that would be skipped into a failure
 * @param enabled what works in this run: {@code EPOLL}, {@code SPLICE}, ...
 * @param tlsLibrary such as {@code OpenSSL 3.0.15}, empty when there is none
 */
public record Facts(String version, Set<String> features, Set<String> enabled, String tlsLibrary) {
    /** The version of HAProxy whose language this is. */
    public static final String VERSION = "3.5.0";

    /** All that {@code enabled()} may ask; another name is a mistake. */
    static final Set<String> OPTIONS = Set.of(
            "POLL",
            "EPOLL",
            "KQUEUE",
            "EVPORTS",
            "SPLICE",
            "GETADDRINFO",
            "REUSEPORT",
            "FAST-FORWARD",
            "SERVER-SSL-VERIFY-NONE");

    public Facts {
        features = Set.copyOf(features);
        enabled = Set.copyOf(enabled);
    }

    /** This program on Linux with everything switched on. */
    public static Facts all() {
        return new Facts(
                VERSION,
                Set.of("ACCEPT4", "EPOLL", "GETADDRINFO", "LINUX_SPLICE", "THREAD"),
                Set.of("EPOLL", "POLL", "SPLICE", "GETADDRINFO", "REUSEPORT", "FAST-FORWARD"),
                "");
    }
}
