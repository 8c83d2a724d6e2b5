package headway.app;

import headway.base.units.Address;
import headway.language.model.Bind;
import headway.language.model.KeepAliveProbes;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.SocketBuffers;
import headway.operate.stats.AddressWords;
import headway.traffic.counter.Gauge;
import headway.traffic.listen.Entrance;
import headway.traffic.stream.Frontend;
import headway.wire.engine.Engine;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Opens the listening sockets of all binds. */
final class Doors {
    private static final int BACKLOG = 4096;

    /** An open socket, and what stands behind it. */
    record Open(Listener listener, Entrance.Door door) {}

    private final Engine engine;
    private final SocketBuffers buffers;
    private final boolean reusesPorts;

    /**
     * @param reusesPorts a new process may listen beside an old one, which is what {@code -sf} and {@code -st} live on; off by {@code noreuseport} or {@code -dR}
     */
    Doors(Engine engine, SocketBuffers buffers, boolean reusesPorts) {
        this.engine = engine;
        this.buffers = buffers;
        this.reusesPorts = reusesPorts;
    }

    /**
     * Opens the sockets of a frontend.
     *
     * @throws ListenException for the first one that cannot be had, in HAProxy's words
     */
    List<Open> open(Proxy proxy, Frontend frontend) throws ListenException {
        var opened = new ArrayList<Open>();
        for (var bind : proxy.front().binds()) {
            var clients = new Gauge();
            for (var address : bind.addresses()) {
                var limit = bind.limits().maxConnections() > 0 ? bind.limits().maxConnections() : Integer.MAX_VALUE;
                var name = bind.name() == null ? text(address) : bind.name();
                var door = new Entrance.Door(frontend, name, bind.id(), limit, clients, () -> {});
                opened.add(new Open(listen(proxy, bind, address), door));
            }
        }
        return opened;
    }

    private Listener listen(Proxy proxy, Bind bind, Address address) throws ListenException {
        try {
            return engine.listen(spec(proxy, bind, address));
        } catch (ListenException e) {
            throw new ListenException("Binding [" + bind.position() + "] for " + kind(proxy) + " " + proxy.name() + ": "
                    + e.getMessage() + " for [" + AddressWords.place(address) + "]");
        }
    }

    /** HAProxy calls the frontend half of a {@code listen} a proxy. */
    private static String kind(Proxy proxy) {
        return proxy.kind() == Proxy.Kind.LISTEN ? "proxy" : proxy.kind().word();
    }

    private ListenSpec spec(Proxy proxy, Bind bind, Address address) {
        var rights = bind.permissions();
        var values = values(proxy, bind);
        if (reusesPorts && address instanceof Address.Inet) values.put(SocketOption.REUSE_PORT, 1);
        var options = new SocketOptions(
                values, bind.sockets().device(), bind.sockets().namespace());
        return rights == null
                ? new ListenSpec(address, backlog(proxy, bind), options, -1, -1, -1)
                : new ListenSpec(address, backlog(proxy, bind), options, rights.mode(), rights.uid(), rights.gid());
    }

    private static int backlog(Proxy proxy, Bind bind) {
        if (bind.limits().backlog() > 0) return bind.limits().backlog();
        if (proxy.front().backlog() > 0) return proxy.front().backlog();
        return proxy.front().maxConnections() > 0 ? proxy.front().maxConnections() : BACKLOG;
    }

    /** Options that accepted sockets inherit are set here once instead of at each accept. */
    private Map<SocketOption, Integer> values(Proxy proxy, Bind bind) {
        var values = new EnumMap<SocketOption, Integer>(SocketOption.class);
        for (var flag : bind.sockets().flags()) {
            switch (flag) {
                case DEFER_ACCEPT -> values.put(SocketOption.DEFER_ACCEPT, 1);
                case FAST_OPEN -> values.put(SocketOption.FAST_OPEN, 1);
                case V6_ONLY -> values.put(SocketOption.V6_ONLY, 1);
                case V4V6 -> values.put(SocketOption.V6_ONLY, 0);
                case TRANSPARENT -> values.put(SocketOption.TRANSPARENT, 1);
            }
        }
        if (bind.sockets().maximumSegment() != 0)
            values.put(SocketOption.MAXIMUM_SEGMENT, bind.sockets().maximumSegment());
        put(values, SocketOption.USER_TIMEOUT_MILLIS, bind.sockets().userTimeoutMillis());
        put(values, SocketOption.SEND_BUFFER, buffers.clientSend());
        put(values, SocketOption.RECEIVE_BUFFER, buffers.clientReceive());
        if (proxy.has(ProxyOption.CLIENT_KEEP_ALIVE_PROBES))
            probes(values, proxy.front().keepAliveProbes());
        if (proxy.has(ProxyOption.NO_LINGER)) values.put(SocketOption.LINGER_NONE, 1);
        if (proxy.has(ProxyOption.TCP_SMART_ACCEPT)) values.put(SocketOption.QUICK_ACK, 0);
        return values;
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

    private static String text(Address address) {
        return switch (address) {
            case Address.Inet inet -> inet.toString();
            case Address.Unix unix -> unix.path();
            case Address.Abstract name -> name.name();
            case Address.Descriptor descriptor -> "fd@" + descriptor.number();
        };
    }
}
