package headway.wire.engine.epoll;

import headway.base.memory.Slab;
import headway.base.units.Address;

/** Who is at the other end, kept small for what an idle client costs. */
sealed interface Peer {
    int family();

    Address address();

    /** A server, or the listener by which a client of a UNIX socket came. */
    record Known(Address address) implements Peer {
        @Override
        public int family() {
            return SocketAddresses.family(address);
        }
    }

    /** A client with an IPv4 address. */
    record Client4(int bytes, int port) implements Peer {
        @Override
        public int family() {
            return SocketAddresses.AF_INET;
        }

        @Override
        public Address address() {
            return new Address.Inet(
                    new byte[] {(byte) bytes, (byte) (bytes >> 8), (byte) (bytes >> 16), (byte) (bytes >> 24)}, port);
        }
    }

    /** A client with an IPv6 address, in two halves. */
    record Client6(long first, long second, int port) implements Peer {
        @Override
        public int family() {
            return SocketAddresses.AF_INET6;
        }

        @Override
        public Address address() {
            var bytes = new byte[16];
            for (var i = 0; i < 8; i++) {
                bytes[i] = (byte) (first >> 8 * i);
                bytes[8 + i] = (byte) (second >> 8 * i);
            }
            return new Address.Inet(bytes, port);
        }
    }

    /** From what {@code accept} wrote; of a UNIX socket's client nothing is known but the listener. */
    static Peer accepted(int at, Known listener) {
        var port = Slab.shortAt(at + SocketAddresses.PORT);
        return switch (SocketAddresses.familyAt(at)) {
            case SocketAddresses.AF_INET -> new Client4(Slab.intAt(at + SocketAddresses.BYTES_4), port);
            case SocketAddresses.AF_INET6 ->
                new Client6(
                        Slab.longAt(at + SocketAddresses.BYTES_6), Slab.longAt(at + SocketAddresses.BYTES_6 + 8), port);
            default -> listener;
        };
    }
}
