package headway.wire.engine.nio;

import headway.base.units.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/** Between our addresses and Java's. */
final class NioAddresses {
    private NioAddresses() {}

    static SocketAddress of(Address address) throws IOException {
        return switch (address) {
            case Address.Inet inet -> new InetSocketAddress(InetAddress.getByAddress(inet.bytes()), inet.port());
            case Address.Unix unix -> UnixDomainSocketAddress.of(unix.path());
            case Address.Abstract _ -> throw new IOException("the portable engine has no abstract sockets");
            case Address.Descriptor _ -> throw new IOException("the portable engine has no descriptors");
        };
    }

    static Address from(@Nullable SocketAddress address) {
        return switch (address) {
            case InetSocketAddress inet -> new Address.Inet(inet.getAddress().getAddress(), inet.getPort());
            case UnixDomainSocketAddress unix -> new Address.Unix(unix.getPath().toString());
            case null, default -> new Address.Unix("");
        };
    }
}
