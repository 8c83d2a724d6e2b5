package headway.traffic.server;

import headway.base.units.Address;
import headway.language.model.KeepAliveProbes;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.ServerLine;
import headway.language.model.SocketBuffers;
import headway.language.model.Source;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a server line and its backend to where and how to connect. */
public final class Targets {
    private Targets() {}

    /** The target of a server, null for a name without an address. */
    public static @Nullable ConnectTarget of(ServerLine line, Proxy proxy, SocketBuffers buffers) {
        var address = Addresses.of(line.address());
        if (address == null) return null;
        var source = line.source() == null ? proxy.back().source() : line.source();
        return new ConnectTarget(address, from(source), options(line, proxy, buffers, source));
    }

    private static @Nullable Address from(@Nullable Source source) {
        return source == null ? null : source.address();
    }

    private static SocketOptions options(ServerLine line, Proxy proxy, SocketBuffers buffers, @Nullable Source source) {
        var values = new EnumMap<SocketOption, Integer>(SocketOption.class);
        // HAProxy: always, for it writes what belongs together at once.
        values.put(SocketOption.NO_DELAY, 1);
        if (proxy.has(ProxyOption.SERVER_KEEP_ALIVE_PROBES))
            probes(values, proxy.back().keepAliveProbes());
        if (proxy.has(ProxyOption.TCP_SMART_CONNECT)) values.put(SocketOption.QUICK_ACK, 0);
        if (proxy.has(ProxyOption.NO_LINGER)) values.put(SocketOption.LINGER_NONE, 1);
        put(values, SocketOption.USER_TIMEOUT_MILLIS, line.sockets().userTimeoutMillis());
        put(values, SocketOption.SEND_BUFFER, buffers.serverSend());
        put(values, SocketOption.RECEIVE_BUFFER, buffers.serverReceive());
        put(values, SocketOption.NOT_SENT_LOW, buffers.serverNotSentLow());
        if (line.sockets().fastOpen()) values.put(SocketOption.FAST_OPEN, 1);
        return new SocketOptions(
                values,
                source == null ? null : source.device(),
                line.sockets().namespace(),
                line.sockets().congestion());
    }

    private static void probes(Map<SocketOption, Integer> values, KeepAliveProbes probes) {
        values.put(SocketOption.KEEPALIVE, 1);
        put(values, SocketOption.KEEPALIVE_COUNT, probes.count());
        put(values, SocketOption.KEEPALIVE_IDLE_SECONDS, probes.idleSeconds());
        put(values, SocketOption.KEEPALIVE_INTERVAL_SECONDS, probes.intervalSeconds());
    }

    private static void put(Map<SocketOption, Integer> values, SocketOption option, int value) {
        if (value > 0) values.put(option, value);
    }
}
