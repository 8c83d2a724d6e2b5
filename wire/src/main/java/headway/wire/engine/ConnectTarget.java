package headway.wire.engine;

import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where to connect and how; made once a server, so that connecting allocates little.
 *
 * @param source local address to bind to, or null
 * @param options what to set on the socket before connecting
 */
public record ConnectTarget(Address address, @Nullable Address source, SocketOptions options) {}
