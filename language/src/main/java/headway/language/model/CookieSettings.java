package headway.language.model;

import java.util.List;
import java.util.Set;

/**
 * {@code cookie}: how clients find back to their server.
 *
 * @param maxIdleSeconds {@code maxidle}; 0 when unset
 * @param maxLifeSeconds {@code maxlife}; 0 when unset
 */
public record CookieSettings(
        String name,
        Mode mode,
        Set<Flag> flags,
        List<String> domains,
        List<String> attributes,
        int maxIdleSeconds,
        int maxLifeSeconds) {
    public CookieSettings {
        flags = Set.copyOf(flags);
        domains = List.copyOf(domains);
        attributes = List.copyOf(attributes);
    }

    /** Who makes the cookie. */
    public enum Mode {
        /** The server does, and nothing is changed. */
        PASSIVE,
        REWRITE,
        INSERT,
        PREFIX
    }

    /** Words that stand alone. */
    public enum Flag {
        INDIRECT,
        NO_CACHE,
        POST_ONLY,
        PRESERVE,
        HTTP_ONLY,
        SECURE,
        DYNAMIC
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** Cookies carry the times of the first and the last visit. */
    public boolean isDated() {
        return maxIdleSeconds > 0 || maxLifeSeconds > 0;
    }

    /** Some word stands behind the name; without one HAProxy logs nothing of it. */
    public boolean isLogged() {
        return mode != Mode.PASSIVE || !flags.isEmpty();
    }
}
