package headway.wire.engine.nio;

import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import jdk.net.ExtendedSocketOptions;

/** The socket options that Java knows; the others are passed over, as are those that this system or socket does not support. */
final class NioOptions {
    private NioOptions() {}

    /** A socket that would go another way than it was told to is an error. */
    static void apply(NetworkChannel channel, SocketOptions options) throws IOException {
        if (options.device() != null) throw new IOException("the portable engine cannot bind to an interface");
        if (options.namespace() != null) throw new IOException("the portable engine has no network namespaces");
        for (var entry : options.values().entrySet()) set(channel, entry.getKey(), entry.getValue());
    }

    /** False when it was passed over. */
    static boolean set(NetworkChannel channel, SocketOption option, int value) throws IOException {
        return switch (option) {
            case KEEPALIVE -> set(channel, StandardSocketOptions.SO_KEEPALIVE, value != 0);
            case KEEPALIVE_COUNT -> set(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, value);
            case KEEPALIVE_IDLE_SECONDS -> set(channel, ExtendedSocketOptions.TCP_KEEPIDLE, value);
            case KEEPALIVE_INTERVAL_SECONDS -> set(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, value);
            case NO_DELAY -> set(channel, StandardSocketOptions.TCP_NODELAY, value != 0);
            case QUICK_ACK -> set(channel, ExtendedSocketOptions.TCP_QUICKACK, value != 0);
            case LINGER_NONE -> set(channel, StandardSocketOptions.SO_LINGER, value != 0 ? 0 : -1);
            case SEND_BUFFER -> set(channel, StandardSocketOptions.SO_SNDBUF, value);
            case RECEIVE_BUFFER -> set(channel, StandardSocketOptions.SO_RCVBUF, value);
            case TOS -> set(channel, StandardSocketOptions.IP_TOS, value);
            case REUSE_PORT -> set(channel, StandardSocketOptions.SO_REUSEPORT, value != 0);
            case NOT_SENT_LOW,
                    MAXIMUM_SEGMENT,
                    USER_TIMEOUT_MILLIS,
                    DEFER_ACCEPT,
                    FAST_OPEN,
                    V6_ONLY,
                    TRANSPARENT,
                    MARK,
                    HOPS,
                    REPAIR,
                    SAVE_SYN -> false;
        };
    }

    private static <T> boolean set(NetworkChannel channel, java.net.SocketOption<T> option, T value)
            throws IOException {
        if (!channel.supportedOptions().contains(option)) return false;
        channel.setOption(option, value);
        return true;
    }
}
