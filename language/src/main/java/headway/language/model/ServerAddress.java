package headway.language.model;

import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/** Where a server is. */
public sealed interface ServerAddress {
    /** A literal; an {@link Address.Inet} carries port 0 when {@code ports} is not {@link Ports#FIXED}. */
    record Literal(Address address, Ports ports, int offset) implements ServerAddress {}

    /**
     * A name.
     *
     * @param found what its {@link InitialAddress} words gave at load; null when they allow none: the server then stays down
     * @param port the port, or 0 when {@code ports} is not {@link Ports#FIXED}
     */
    record HostName(String name, Family family, Address.@Nullable Inet found, int port, Ports ports, int offset)
            implements ServerAddress {}

    /** Which port is connected to: the one given, or the one the client connected to plus an offset (which may be 0). */
    enum Ports {
        FIXED,
        CLIENTS_PLUS_OFFSET
    }

    /** Which addresses of a name will do ({@code ipv4@}, {@code ipv6@}). */
    enum Family {
        ANY,
        V4,
        V6
    }
}
