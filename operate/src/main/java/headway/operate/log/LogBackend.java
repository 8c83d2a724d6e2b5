package headway.operate.log;

import headway.base.units.Address;
import headway.language.model.Proxy;
import headway.language.sample.Sample;
import headway.traffic.balance.LogBalance;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.ListenException;
import headway.wire.engine.Loop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backend in {@code mode log}: hands each message to one of its servers. */
final class LogBackend {
    private static final int SYSLOG_PORT = 514;

    private final Proxy proxy;
    private final @Nullable LogHash hash;
    private final LogBalance balance;
    private final Rings rings;
    private final Sending sending;
    private final List<Desk> desks = new ArrayList<>();
    private final Map<Server, MessageRing> streams = new HashMap<>();
    private @Nullable ServerGroup group;

    /** Opens a socket for datagrams to an address. */
    @FunctionalInterface
    interface Sending {
        DatagramSender to(Address address) throws ListenException;
    }

    /**
     * @param hash of {@code balance log-hash}, else null
     */
    LogBackend(Proxy proxy, @Nullable LogHash hash, Rings rings, Sending sending) {
        this.proxy = proxy;
        this.hash = hash;
        this.rings = rings;
        this.sending = sending;
        balance = LogBalance.of(proxy.back().balance(), proxy.back().hashType());
    }

    /**
     * Its servers are there; before the loops start.
     *
     * @throws ListenException when a socket towards one cannot be had
     */
    synchronized void begin(ServerGroup servers) throws ListenException {
        group = servers;
        servers.listener(balance);
        for (var desk : desks) desk.open(servers);
    }

    /**
     * Its end on one loop, for one {@code log} line.
     *
     * @param header of the line that tells of what a server's ring had no room for
     * @param longest message
     * @param loop null for threads that are no loops
     */
    synchronized Outlet outlet(int longest, SyslogHeader header, LogClock clock, @Nullable Loop loop)
            throws ListenException {
        var desk = new Desk(longest, header, clock, loop);
        desks.add(desk);
        if (group != null) desk.open(group);
        return desk;
    }

    private Outlet towards(Server server, Desk desk) throws ListenException {
        var target = server.target();
        if (target == null) throw new ListenException("server " + server + " has no address");
        if (server.line().logs().datagrams())
            return Logs.datagrams(sending.to(port(target.address())), desk.loop, desk.longest);
        var ring = streams.computeIfAbsent(server, s -> rings.of(s.line(), proxy.name(), target));
        return new RingOutlet(ring, desk.longest, desk.header, desk.clock);
    }

    private static Address port(Address address) {
        return address instanceof Address.Inet inet && inet.port() == 0
                ? new Address.Inet(inet.bytes(), SYSLOG_PORT)
                : address;
    }

    /** One loop's sockets and the like. */
    private final class Desk implements Outlet {
        private final int longest;
        private final SyslogHeader header;
        private final LogClock clock;
        private final @Nullable Loop loop;
        private final MessageScope scope = new MessageScope();
        private final Sample key = new Sample();
        private Outlet[] outlets = {};
        private volatile long lost;

        Desk(int longest, SyslogHeader header, LogClock clock, @Nullable Loop loop) {
            this.longest = longest;
            this.header = header;
            this.clock = clock;
            this.loop = loop;
        }

        void open(ServerGroup servers) throws ListenException {
            outlets = new Outlet[servers.servers().size()];
            for (var server : servers.servers())
                if (server.target() != null) outlets[server.index()] = towards(server, this);
        }

        @Override
        public int longest() {
            return longest;
        }

        @Override
        public int longestText() {
            return longest;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
        public boolean send(int at, int length, int textAt) {
            var server = choose(textAt, Math.max(0, at + length - textAt));
            if (server != null && outlets[server.index()].send(at, length, textAt)) return true;
            lost++;
            return false;
        }

        private @Nullable Server choose(int at, int length) {
            if (hash == null) return balance.choose(at, length);
            scope.at = at;
            scope.length = length;
            var mark = scope.scratch().mark();
            var server = hash.read(scope, key) ? balance.choose(key.at, key.length) : balance.choose(at, 0);
            scope.scratch().reset(mark);
            return server;
        }

        @Override
        public long dropped() {
            return lost;
        }

        @Override
        public void close() {
            for (var outlet : outlets) if (outlet != null) outlet.close();
        }
    }
}
