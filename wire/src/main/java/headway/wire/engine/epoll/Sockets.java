package headway.wire.engine.epoll;

import static headway.wire.engine.epoll.SocketAddresses.AF_INET;
import static headway.wire.engine.epoll.SocketAddresses.AF_INET6;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Calls on sockets, of one thread: their arguments lie in scratch room of the slab. */
final class Sockets {
    static final int SOCK_STREAM = 1;
    static final int SOCK_DATAGRAM = 2;
    static final int NONBLOCK_CLOEXEC = 0x80800;

    private static final int SOL_SOCKET = 1;
    private static final int IPPROTO_IP = 0;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_IPV6 = 41;
    private static final int SO_ERROR = 4;
    private static final int SO_LINGER = 13;
    private static final int SO_BINDTODEVICE = 25;
    private static final int IP_BIND_ADDRESS_NO_PORT = 24;
    private static final int IP_TTL = 2;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int TCP_NODELAY = 1;
    private static final int TCP_REPAIR = 19;
    private static final int TCP_FASTOPEN_CONNECT = 30;
    private static final int TCP_CONGESTION = 13;
    private static final int TCP_NOTSENT_LOWAT = 25;
    private static final int FIONREAD = 0x541B;

    final Kernel kernel;
    final TcpInfo info;
    /** {@link SocketAddresses#SIZE} bytes for an address, then its length. */
    final int addressAt = Buffers.reserve(SocketAddresses.SIZE + 8);

    final int addressLengthAt = addressAt + SocketAddresses.SIZE;
    private final int valueAt = Buffers.reserve(16);
    private final int valueLengthAt = valueAt + 8;

    Sockets(Kernel kernel) {
        this.kernel = kernel;
        info = new TcpInfo(kernel);
    }

    /** A non-blocking socket, or a negative error. */
    int socket(int family, int type) {
        return (int) kernel.call(Numbers.SOCKET, family, type | NONBLOCK_CLOEXEC, 0);
    }

    /** As {@link #socket(int, int)}, in the namespace that the options name. */
    int socket(int family, int type, SocketOptions options) {
        var namespace = options.namespace();
        return namespace == null ? socket(family, type) : new Namespaces(kernel).socket(namespace, family, type);
    }

    /** EINTR is not repeated: Linux has closed the descriptor by then. */
    void close(int fd) {
        kernel.call(Numbers.CLOSE, fd);
    }

    int connect(int fd, Address address) {
        var length = SocketAddresses.write(address, addressAt);
        return length < 0 ? Errno.EINVAL : (int) kernel.call(Numbers.CONNECT, fd, Slab.ADDRESS + addressAt, length);
    }

    int bind(int fd, Address address) {
        var length = SocketAddresses.write(address, addressAt);
        return length < 0 ? Errno.EINVAL : (int) kernel.call(Numbers.BIND, fd, Slab.ADDRESS + addressAt, length);
    }

    int listen(int fd, int backlog) {
        return (int) kernel.call(Numbers.LISTEN, fd, backlog);
    }

    /** The client's descriptor, its address in {@link #addressAt}; or a negative error. */
    int accept(int fd) {
        Slab.putInt(addressLengthAt, SocketAddresses.SIZE);
        return (int) kernel.call(
                Numbers.ACCEPT4, fd, Slab.ADDRESS + addressAt, Slab.ADDRESS + addressLengthAt, NONBLOCK_CLOEXEC);
    }

    @Nullable
    Address local(int fd) {
        Slab.putInt(addressLengthAt, SocketAddresses.SIZE);
        var result = kernel.call(Numbers.GETSOCKNAME, fd, Slab.ADDRESS + addressAt, Slab.ADDRESS + addressLengthAt);
        return result < 0 ? null : SocketAddresses.read(addressAt, Slab.intAt(addressLengthAt));
    }

    void shutdownOutput(int fd) {
        kernel.call(Numbers.SHUTDOWN, fd, 1);
    }

    /** The socket's pending error, negative, which is thereby cleared; 0 for none. */
    int error(int fd) {
        var value = get(fd, SOL_SOCKET, SO_ERROR);
        return value > 0 ? -value : value;
    }

    /** The option's value, or a negative error. */
    int get(int fd, int level, int name) {
        Slab.putInt(valueLengthAt, 4);
        var result = kernel.call(
                Numbers.GETSOCKOPT, fd, level, name, Slab.ADDRESS + valueAt, Slab.ADDRESS + valueLengthAt, 0);
        return result < 0 ? (int) result : Slab.intAt(valueAt);
    }

    int set(int fd, int level, int name, int value) {
        Slab.putInt(valueAt, value);
        return (int) kernel.call(Numbers.SETSOCKOPT, fd, level, name, Slab.ADDRESS + valueAt, 4, 0);
    }

    /** Closing will send RST and forget what is unsent. */
    void lingerNone(int fd) {
        Slab.putInt(valueAt, 1);
        Slab.putInt(valueAt + 4, 0);
        kernel.call(Numbers.SETSOCKOPT, fd, SOL_SOCKET, SO_LINGER, Slab.ADDRESS + valueAt, 8, 0);
    }

    int available(int fd) {
        Slab.putInt(valueAt, 0);
        kernel.call(Numbers.IOCTL, fd, FIONREAD, Slab.ADDRESS + valueAt);
        return Slab.intAt(valueAt);
    }

    void noDelay(int fd) {
        set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    }

    /** The port is chosen when connecting, so that one local port serves for many servers. */
    void sourcePortLater(int fd) {
        set(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
    }

    void reuseAddress(int fd) {
        set(fd, SOL_SOCKET, 2, 1);
    }

    boolean isListening(int fd) {
        return get(fd, SOL_SOCKET, 30) == 1;
    }

    static boolean isInet(int family) {
        return family == AF_INET || family == AF_INET6;
    }

    /** Sets all; the first error, or 0. */
    int apply(int fd, int family, SocketOptions options) {
        var error = 0;
        for (var entry : options.values().entrySet()) {
            var result = option(fd, family, entry.getKey(), entry.getValue());
            if (result < 0 && error == 0) error = result;
        }
        var device = options.device();
        if (device != null) {
            var result = bindToDevice(fd, device);
            if (result < 0 && error == 0) error = result;
        }
        return error;
    }

    /** Which algorithm controls congestion; false when the system has none of the name, or not for us. */
    boolean congestion(int fd, String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 15) return false;
        Slab.put(addressAt, bytes);
        return kernel.call(
                        Numbers.SETSOCKOPT, fd, IPPROTO_TCP, TCP_CONGESTION, Slab.ADDRESS + addressAt, bytes.length, 0)
                >= 0;
    }

    /** As {@link #apply}, before connecting: there fast open is another option. Only what would lead elsewhere is an error. */
    int applyToClient(int fd, int family, SocketOptions options) {
        for (var entry : options.values().entrySet()) {
            if (entry.getKey() != SocketOption.FAST_OPEN) option(fd, family, entry.getKey(), entry.getValue());
            else if (isInet(family)) set(fd, IPPROTO_TCP, TCP_FASTOPEN_CONNECT, entry.getValue() == 0 ? 0 : 1);
        }
        var congestion = options.congestion();
        if (congestion != null && isInet(family)) congestion(fd, congestion);
        var device = options.device();
        return device == null ? 0 : bindToDevice(fd, device);
    }

    private int bindToDevice(int fd, String device) {
        var bytes = device.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 15) return Errno.EINVAL;
        Slab.put(addressAt, bytes);
        return (int) kernel.call(
                Numbers.SETSOCKOPT, fd, SOL_SOCKET, SO_BINDTODEVICE, Slab.ADDRESS + addressAt, bytes.length, 0);
    }

    /** True when the address is one of this machine: it can be bound to. */
    boolean isLocal(Address address) {
        var family = SocketAddresses.family(address);
        if (!isInet(family)) return true;
        var fd = socket(family, SOCK_DATAGRAM);
        if (fd < 0) return false;
        var length = SocketAddresses.write(address, addressAt);
        // Any port.
        Slab.putShort(addressAt + SocketAddresses.PORT, 0);
        var result = kernel.call(Numbers.BIND, fd, Slab.ADDRESS + addressAt, length);
        close(fd);
        return result >= 0;
    }

    /** What has no meaning for the family is passed over. */
    int option(int fd, int family, SocketOption option, int value) {
        var inet = isInet(family);
        return switch (option) {
            case KEEPALIVE -> set(fd, SOL_SOCKET, 9, value);
            case KEEPALIVE_COUNT -> inet ? set(fd, IPPROTO_TCP, 6, value) : 0;
            case KEEPALIVE_IDLE_SECONDS -> inet ? set(fd, IPPROTO_TCP, 4, value) : 0;
            case KEEPALIVE_INTERVAL_SECONDS -> inet ? set(fd, IPPROTO_TCP, 5, value) : 0;
            case NO_DELAY -> inet ? set(fd, IPPROTO_TCP, TCP_NODELAY, value) : 0;
            case QUICK_ACK -> inet ? set(fd, IPPROTO_TCP, 12, value) : 0;
            case LINGER_NONE -> lingerOption(fd, value);
            case SEND_BUFFER -> set(fd, SOL_SOCKET, 7, value);
            case RECEIVE_BUFFER -> set(fd, SOL_SOCKET, 8, value);
            case NOT_SENT_LOW -> inet ? set(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, value) : 0;
            case MAXIMUM_SEGMENT -> inet ? set(fd, IPPROTO_TCP, 2, value) : 0;
            case USER_TIMEOUT_MILLIS -> inet ? set(fd, IPPROTO_TCP, 18, value) : 0;
            case DEFER_ACCEPT -> inet ? set(fd, IPPROTO_TCP, 9, value) : 0;
            case FAST_OPEN -> inet ? set(fd, IPPROTO_TCP, 23, value) : 0;
            case V6_ONLY -> family == AF_INET6 ? set(fd, IPPROTO_IPV6, 26, value) : 0;
            case TRANSPARENT -> transparent(fd, family, value);
            case MARK -> set(fd, SOL_SOCKET, 36, value);
            case TOS ->
                inet ? set(fd, family == AF_INET6 ? IPPROTO_IPV6 : IPPROTO_IP, family == AF_INET6 ? 67 : 1, value) : 0;
            case HOPS -> hops(fd, family, value);
            case REPAIR -> inet ? set(fd, IPPROTO_TCP, TCP_REPAIR, value) : Errno.EINVAL;
            case SAVE_SYN -> inet ? set(fd, IPPROTO_TCP, 27, value) : 0;
            case REUSE_PORT -> set(fd, SOL_SOCKET, 15, value);
        };
    }

    private int hops(int fd, int family, int value) {
        if (family == AF_INET) return set(fd, IPPROTO_IP, IP_TTL, value);
        return family == AF_INET6 ? set(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, value) : 0;
    }

    private int lingerOption(int fd, int value) {
        if (value != 0) lingerNone(fd);
        return 0;
    }

    private int transparent(int fd, int family, int value) {
        if (family == AF_INET) return set(fd, IPPROTO_IP, 19, value);
        return family == AF_INET6 ? set(fd, IPPROTO_IPV6, 75, value) : 0;
    }
}
