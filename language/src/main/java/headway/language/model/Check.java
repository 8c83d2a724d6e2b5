package headway.language.model;

import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/**
 * What a server line says of its health checks.
 *
 * @param enabled {@code check}
 * @param intervalNanos {@code inter}, 2 s unless set
 * @param fastIntervalNanos while it changes; -1 for {@code inter}
 * @param downIntervalNanos while it is down; -1 for {@code inter}
 * @param address {@code addr}, null for the server's own
 * @param port {@code port}, 0 for the address's own
 */
public record Check(
        boolean enabled,
        long intervalNanos,
        long fastIntervalNanos,
        long downIntervalNanos,
        int rise,
        int fall,
        @Nullable Address address,
        int port) {}
