package headway.wire.engine.epoll;

import headway.base.memory.Slab;
import headway.base.units.Address;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code sockaddr_in}, {@code sockaddr_in6} and {@code sockaddr_un}, in the slab. */
final class SocketAddresses {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    /** Room that takes every kind, {@code sizeof(sockaddr_un)} rounded up. */
    static final int SIZE = 112;

    static final int SIZE_4 = 16;
    static final int SIZE_6 = 28;
    static final int PORT = 2;
    static final int BYTES_4 = 4;
    static final int BYTES_6 = 8;
    static final int PATH = 2;
    static final int LONGEST_PATH = 108;

    private SocketAddresses() {}

    static int family(Address address) {
        return switch (address) {
            case Address.Inet inet -> inet.isV6() ? AF_INET6 : AF_INET;
            case Address.Unix _, Address.Abstract _ -> AF_UNIX;
            case Address.Descriptor _ ->
                throw new IllegalArgumentException("a descriptor has no family before it is asked");
        };
    }

    /** Writes the structure; returns its length, or -1 for a path that is too long. */
    static int write(Address address, int at) {
        for (var i = 0; i < SIZE; i += 8) Slab.putLong(at + i, 0);
        Slab.putShort(at, family(address));
        return switch (address) {
            case Address.Inet inet -> writeInet(inet, at);
            case Address.Unix unix -> writePath(unix.path(), at + PATH, true);
            case Address.Abstract name -> writePath(name.name(), at + PATH + 1, false);
            case Address.Descriptor _ -> -1;
        };
    }

    private static int writeInet(Address.Inet inet, int at) {
        Slab.putByte(at + PORT, (byte) (inet.port() >> 8));
        Slab.putByte(at + PORT + 1, (byte) inet.port());
        var bytes = inet.bytes();
        var bytesAt = at + (inet.isV6() ? BYTES_6 : BYTES_4);
        for (var i = 0; i < bytes.length; i++) Slab.putByte(bytesAt + i, bytes[i]);
        return inet.isV6() ? SIZE_6 : SIZE_4;
    }

    private static int writePath(String path, int at, boolean terminated) {
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_PATH - 1) return -1;
        Slab.put(at, bytes);
        return terminated ? PATH + bytes.length + 1 : PATH + 1 + bytes.length;
    }

    /** Reads what the kernel wrote; null for a family that is not ours. */
    static @Nullable Address read(int at, int length) {
        return switch (familyAt(at)) {
            case AF_INET -> new Address.Inet(Slab.bytes(at + BYTES_4, 4), Slab.shortAt(at + PORT));
            case AF_INET6 -> new Address.Inet(Slab.bytes(at + BYTES_6, 16), Slab.shortAt(at + PORT));
            case AF_UNIX -> readPath(Slab.bytes(at + PATH, Math.max(0, length - PATH)));
            default -> null;
        };
    }

    static int familyAt(int at) {
        return Slab.byteAt(at) & 0xff | Slab.byteAt(at + 1) << 8;
    }

    private static Address readPath(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == 0) {
            return new Address.Abstract(new String(Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8));
        }
        var end = 0;
        while (end < bytes.length && bytes[end] != 0) end++;
        return new Address.Unix(new String(bytes, 0, end, StandardCharsets.UTF_8));
    }
}
