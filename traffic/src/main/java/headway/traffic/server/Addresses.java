package headway.traffic.server;

import headway.base.units.Address;
import headway.language.model.ServerAddress;
import headway.language.model.ServerAddress.HostName;
import headway.language.model.ServerAddress.Literal;
import headway.language.model.ServerAddress.Ports;
import org.jspecify.annotations.Nullable;

/** What the address of a server line says once names have been looked up. */
final class Addresses {
    private Addresses() {}

    /** Null for a name that has no address and may start without one. */
    static @Nullable Address of(ServerAddress written) {
        return switch (written) {
            case Literal literal -> literal.address();
            case HostName name -> {
                var found = name.found();
                yield found == null ? null : new Address.Inet(found.bytes(), name.port());
            }
        };
    }

    /** The port is the one that the client connected to, plus {@link #offset}. */
    static boolean followsClientsPort(ServerAddress address) {
        return switch (address) {
            case Literal literal -> literal.ports() == Ports.CLIENTS_PLUS_OFFSET;
            case HostName name -> name.ports() == Ports.CLIENTS_PLUS_OFFSET;
        };
    }

    static int offset(ServerAddress address) {
        return switch (address) {
            case Literal literal -> literal.offset();
            case HostName name -> name.offset();
        };
    }
}
