package headway.language.model;

import org.jspecify.annotations.Nullable;

/**
 * What brings a client back to its server.
 *
 * @param cookie {@code cookie}, null for none
 * @param dynamicKey {@code dynamic-cookie-key}, null when unset
 * @param rdpCookie the name of {@code persist rdp-cookie}, null for none
 */
public record Persistence(
        @Nullable CookieSettings cookie,
        @Nullable String dynamicKey,
        @Nullable String rdpCookie) {}
