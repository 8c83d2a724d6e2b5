package headway.app;

import headway.base.units.Address;
import headway.language.model.Bind;
import headway.language.model.Global;
import headway.language.model.KeepAliveProbes;
import headway.language.model.Proxy;
import headway.language.model.ProxyOption;
import headway.language.model.SocketBuffers;
import headway.language.model.Tuning;
import headway.operate.stats.AddressWords;
import headway.operate.stats.ProxyFigures;
import headway.traffic.counter.Gauge;
import headway.traffic.counter.Tally;
import headway.traffic.listen.Entrance;
import headway.traffic.stream.Frontend;
import headway.traffic.stream.Inlet;
import headway.wire.engine.Engine;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the listening sockets of all binds. */
final class Doors {
    private static final int BACKLOG = 4096;

    /**
     * An open socket, and what stands behind it.
     *
     * @param shard which part of the loops accepts from it
     * @param shards into how many parts the loops are divided; 1 for all of them together
     */
    record Open(Listener listener, Entrance.Door door, int shard, int shards) {
        boolean isFor(int loop) {
            return loop % shards == shard;
        }

        /** With {@code option socket-stats}. */
        Optional<ProxyFigures.ListenerFigures> figures() {
            var inlet = door.inlet();
            var tally = inlet.tally();
            if (tally == null) return Optional.empty();
            var limit = door.maxConnections() == Integer.MAX_VALUE ? 0 : door.maxConnections();
            var address = AddressWords.withPort(listener.address());
            return Optional.of(new ProxyFigures.ListenerFigures(inlet.name(), inlet.id(), address, limit, tally));
        }
    }

    private final Engine engine;
    private final SocketBuffers buffers;
    private final Tuning.Engine tuning;
    private final boolean privilegedPorts;
    private final int loops;
    private final boolean reusesPorts;
    private final Consumer<String> warnings;

    /**
     * @param reusesPorts a new process may listen beside an old one, which is what {@code -sf} and {@code -st} live on; off by {@code noreuseport} or {@code -dR}
     * @param warnings is told what is not as the file wants it but does not hinder the start
     */
    Doors(Engine engine, Global global, int loops, boolean reusesPorts, Consumer<String> warnings) {
        this.engine = engine;
        this.buffers = global.socketBuffers();
        this.tuning = global.tuning().engine();
        privilegedPorts = global.tuning().leniency().privilegedPorts();
        this.loops = loops;
        this.reusesPorts = reusesPorts;
        this.warnings = warnings;
    }

    /**
     * Opens the sockets of a frontend.
     *
     * @param exhausted is told why, when a client cannot be taken in for want of a descriptor or of memory
     * @throws ListenException for the first one that cannot be had, in HAProxy's words
     */
    List<Open> open(Proxy proxy, Frontend frontend, Consumer<NetworkFailure> exhausted) throws ListenException {
        var opened = new ArrayList<Open>();
        var numbers = new SocketNumbers(proxy.front().binds());
        for (var bind : proxy.front().binds()) {
            for (var address : bind.addresses()) {
                var shards = shards(bind, address);
                var place = address;
                for (var shard = 0; shard < shards; shard++) {
                    var listener = listen(proxy, bind, place);
                    // Of port 0 the others get the port that the first was given.
                    place = listener.address();
                    opened.add(new Open(listener, door(frontend, bind, numbers.next(bind), exhausted), shard, shards));
                }
            }
        }
        return opened;
    }

    private Entrance.Door door(Frontend frontend, Bind bind, int id, Consumer<NetworkFailure> exhausted) {
        var limit = bind.limits().maxConnections() > 0 ? bind.limits().maxConnections() : Integer.MAX_VALUE;
        var name = bind.name() == null ? "sock-" + id : bind.name();
        var tally = frontend.policy().proxy().has(ProxyOption.SOCKET_STATISTICS) ? new Tally(loops) : null;
        var clients = tally == null ? new Gauge() : tally.sessions;
        return new Entrance.Door(new Inlet(frontend, name, id, clients, tally), limit, privilegedPorts, exhausted);
    }

    /** How many sockets for the address: as HAProxy's, never more than loops, and one where an address cannot be bound twice. All loops are one thread group. */
    private int shards(Bind bind, Address address) {
        if (!reusesPorts || !(address instanceof Address.Inet)) return 1;
        var wanted = bind.limits().shards();
        if (wanted == Bind.Limits.SHARDS_UNSET) {
            return switch (tuning.shards()) {
                case BY_THREAD -> loops;
                case BY_GROUP, BY_PROCESS -> 1;
            };
        }
        return wanted == Bind.Limits.SHARDS_BY_THREAD ? loops : Math.min(wanted, loops);
    }

    private Listener listen(Proxy proxy, Bind bind, Address address) throws ListenException {
        try {
            var listener = engine.listen(spec(proxy, bind, address));
            if (!listener.shortcoming().isEmpty())
                warnings.accept("Binding [" + bind.position() + "] for " + kind(proxy) + " " + proxy.name() + ": "
                        + listener.shortcoming() + " for [" + AddressWords.place(address) + "]");
            return listener;
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
                values,
                bind.sockets().device(),
                bind.sockets().namespace(),
                bind.sockets().congestion());
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
        put(values, SocketOption.SAVE_SYN, bind.sockets().savedSyn());
        put(values, SocketOption.SEND_BUFFER, buffers.clientSend());
        put(values, SocketOption.NOT_SENT_LOW, buffers.clientNotSentLow());
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
}
