package headway.traffic.check;

import headway.base.units.Address;
import headway.language.model.Check;
import headway.traffic.server.Server;
import headway.wire.engine.ConnectTarget;
import org.jspecify.annotations.Nullable;

/** Where a check connects to: {@code addr} and {@code port} if given, otherwise where the server is. */
final class CheckTargets {
    private CheckTargets() {}

    /** Null while the server has no address. */
    static @Nullable ConnectTarget of(Server server, Check check) {
        var target = server.target();
        if (target == null) return null;
        var address = check.address() == null ? target.address() : check.address();
        if (address instanceof Address.Inet inet) {
            var port = check.port() > 0 ? check.port() : inet.port() > 0 ? inet.port() : port(target.address());
            address = new Address.Inet(inet.bytes(), port);
        }
        if (address.equals(target.address())) return target;
        return new ConnectTarget(address, target.source(), target.options());
    }

    private static int port(Address address) {
        return address instanceof Address.Inet inet ? inet.port() : 0;
    }
}
