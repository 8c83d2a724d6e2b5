package headway.traffic.stream;

import headway.base.units.Address;
import headway.http.Head;
import headway.language.model.ProxyOption;
import headway.language.sample.StreamVariables;
import headway.traffic.counter.Count;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;
import headway.wire.exchange.RawExchange;
import headway.wire.exchange.ServerConnection;
import headway.wire.h1.H1Client;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection with what outlives its single requests. Between requests it is all there is of it, next to the connection itself, so it is kept small.
 */
public final class Session implements ExchangeListener {
    private static final long NEVER = Long.MAX_VALUE;

    private final Worker worker;
    private final Frontend frontend;
    private final Inlet inlet;
    private final Connection connection;
    /** Neighbours in the worker's list. */
    @Nullable
    Session previousSession;

    @Nullable
    Session nextSession;

    private final long acceptedNanos;
    private final long acceptedMillis;
    private long idleSinceNanos;
    private int requests;
    /** Chosen before the connection became HTTP: a {@code mode tcp} frontend with an HTTP backend. */
    @Nullable
    BackendTarget upgradedTo;

    private @Nullable Address source;
    private @Nullable Address destination;
    private @Nullable H1Client client;
    private @Nullable Rare rare;

    /** What most sessions never need. */
    private static final class Rare {
        @Nullable
        StreamVariables variables;

        final ArrayList<ServerConnection> own = new ArrayList<>();

        @Nullable
        Object lastServer;

        /** Its connection to {@link #lastServer} is authenticated. */
        boolean isBound;
    }

    private Session(Worker worker, Inlet inlet, Connection connection) {
        this.worker = worker;
        this.inlet = inlet;
        frontend = inlet.frontend();
        this.connection = connection;
        acceptedNanos = worker.loop().nanos();
        acceptedMillis = worker.loop().wallMillis();
        idleSinceNanos = acceptedNanos;
    }

    /**
     * A client has come in and is counted as a connection; as a session it counts once the rules want it.
     *
     * @return null when they do not: it is counted out again
     */
    public static @Nullable ConnectionHandler open(Worker worker, Inlet inlet, Connection connection) {
        var session = new Session(worker, inlet, connection);
        if (!worker.admits(session)) {
            session.refuse();
            return null;
        }
        session.count();
        session.begin();
        return connection.handler();
    }

    /** A client that may not even be asked what it wants: it is counted out again. */
    public static void refuse(Worker worker, Inlet inlet, Connection connection) {
        new Session(worker, inlet, connection).refuse();
    }

    private void refuse() {
        frontend.sessionLimit().giveBack();
        worker.traffic().tally().sessionLimit.giveBack();
        over();
    }

    private void count() {
        var loop = worker.index();
        frontend.tally().began(loop, acceptedNanos);
        worker.traffic().tally().sessionRate.add(loop, acceptedNanos);
        var socket = inlet.tally();
        if (socket != null) socket.add(loop, Count.SESSIONS);
    }

    private void begin() {
        var policy = frontend.policy();
        if (policy.isHttp()) becomeHttp();
        else if (policy.isAuto()) new Sniffer(worker, this, connection);
        else becomeTcp();
    }

    private void becomeTcp() {
        var raw = new RawExchange(connection, true, this);
        connection.handler(raw);
        frontend.tally().add(worker.index(), Count.OTHER_SESSIONS);
        worker.stream().beginTcp(this, raw);
    }

    Frontend frontend() {
        return frontend;
    }

    Inlet inlet() {
        return inlet;
    }

    Connection connection() {
        return connection;
    }

    long acceptedNanos() {
        return acceptedNanos;
    }

    long acceptedMillis() {
        return acceptedMillis;
    }

    /** When it was accepted, or had answered its last request; since 1970. */
    long readyMillis() {
        return acceptedMillis + (idleSinceNanos - acceptedNanos) / 1_000_000L;
    }

    /** How often the client broke the protocol of its connection. */
    int glitches() {
        var h1 = client;
        return h1 == null || h1.violation() == null ? 0 : 1;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    /** Requests begun so far. */
    int requests() {
        return requests;
    }

    void requestBegins() {
        requests++;
    }

    /** Asked of the connection once, for each time makes an object. */
    Address source() {
        var known = source;
        if (known == null) source = known = connection.remote();
        return known;
    }

    /** Asked of the kernel once, as long as the connection is there. */
    Address destination() {
        var known = destination;
        if (known == null) destination = known = connection.local();
        return known;
    }

    /** As rules have replaced it, or somebody has asked for it; null when neither. */
    @Nullable
    Address knownDestination() {
        return destination;
    }

    /** For all streams to come. */
    void source(Address address) {
        source = address;
    }

    void destination(Address address) {
        destination = address;
    }

    StreamVariables variables() {
        var all = rare();
        var variables = all.variables;
        if (variables == null)
            all.variables = variables = new StreamVariables(worker.loop().buffers(), worker.sessionBudget());
        return variables;
    }

    private Rare rare() {
        var all = rare;
        if (all == null) rare = all = new Rare();
        return all;
    }

    /** Speaks HTTP/1 from now on; bytes that were only looked at come first. */
    void becomeHttp() {
        var h1 = new H1Client(worker.h1(), frontend.h1Settings(), connection, this);
        client = h1;
        h1.deadline(deadline(idleSinceNanos, firstTimeout()));
        frontend.tally().add(worker.index(), Count.H1_CONNECTIONS);
        frontend.tally().add(worker.index(), Count.H1_OPEN_CONNECTIONS);
        frontend.tally().add(worker.index(), Count.H1_SESSIONS);
        worker.enter(this);
    }

    /** {@code timeout http-request} covers the whole first request, also its first byte. */
    private long firstTimeout() {
        var timeouts = frontend.policy().timeouts();
        return timeouts.httpRequest() >= 0 ? timeouts.httpRequest() : timeouts.client();
    }

    private long idleTimeout() {
        var timeouts = frontend.policy().timeouts();
        return timeouts.httpKeepAlive() >= 0 ? timeouts.httpKeepAlive() : firstTimeout();
    }

    static long deadline(long from, long timeout) {
        return timeout < 0 ? NEVER : from + timeout;
    }

    /** A request has been answered and another may follow. */
    void idle() {
        var h1 = http();
        idleSinceNanos = worker.loop().nanos();
        if (worker.isStopping()) {
            close();
            return;
        }
        h1.deadline(deadline(idleSinceNanos, idleTimeout()));
        h1.next(this);
    }

    private H1Client http() {
        var h1 = client;
        if (h1 == null) throw new IllegalStateException("the session does not speak HTTP");
        return h1;
    }

    /** Ends an idle connection, as at a soft stop. With {@code option idle-close-on-response} its next response, or its time-out, does. */
    void endIfIdle() {
        var h1 = client;
        if (h1 != null && h1.isIdle() && !frontend.policy().proxy().has(ProxyOption.IDLE_CLOSE_ON_RESPONSE)) close();
    }

    /** Closes without a word. */
    void close() {
        var h1 = client;
        if (h1 == null) connection.close();
        else h1.abort(false);
        over();
    }

    /** The connection is closed or will be by itself: what the session holds goes back. Called once. */
    void over() {
        if (client != null) {
            frontend.tally().add(worker.index(), Count.H1_OPEN_CONNECTIONS, -1);
            worker.leave(this);
        }
        inlet.clients().leave();
        frontend.sessionEnded();
        worker.traffic().sessionEnded();
        var all = rare;
        if (all == null) return;
        rare = null;
        if (all.variables != null) all.variables.clear();
        for (var own : all.own) own.close();
    }

    /** Keeps a server connection that belongs to this client alone; it is closed with the session, or at once when there are {@code max-session-srv-conns} already. */
    void keep(ServerConnection own) {
        var all = rare();
        if (all.own.size() >= frontend.policy().proxy().front().serverConnections()) {
            own.close();
            return;
        }
        all.own.add(own);
        if (!all.isBound) all.lastServer = own.server;
        own.owner = gone -> forget(gone);
        own.idle(false);
    }

    private void forget(ServerConnection gone) {
        var all = rare;
        if (all != null) all.own.remove(gone);
    }

    /** A connection of its own to that server, or null. */
    @Nullable
    ServerConnection takeOwn(Object server) {
        var all = rare;
        if (all == null) return null;
        for (var own : all.own) {
            if (own.server != server) continue;
            all.own.remove(own);
            return own.claim(worker.loop()) ? own : null;
        }
        return null;
    }

    /** The server that the last request went to, as long as there is a connection to it that nobody else may use. */
    @Nullable
    Object lastServer() {
        var all = rare;
        if (all == null) return null;
        for (var i = 0; i < all.own.size(); i++) if (all.own.get(i).server == all.lastServer) return all.lastServer;
        return null;
    }

    /** An authentication may be tied to its connection to {@link #lastServer}. */
    boolean isBound() {
        var all = rare;
        return all != null && all.isBound && !all.own.isEmpty();
    }

    /** What is authenticated is the connection to this server. */
    void bindTo(Object server) {
        var all = rare();
        all.lastServer = server;
        all.isBound = true;
    }

    // ---- while no stream runs

    @Override
    public void begun(Exchange from) {
        if (requests == 0) return;
        var timeouts = frontend.policy().timeouts();
        if (timeouts.httpRequest() >= 0) from.deadline(worker.loop().nanos() + timeouts.httpRequest());
    }

    @Override
    public void head(Exchange from) {
        requests++;
        worker.stream().beginHttp(this, http());
    }

    @Override
    public void failed(Exchange from, Failure failure) {
        if (failure == Failure.BUG) {
            close();
            return;
        }
        if (failure == Failure.RESET) {
            refuseSilently();
            return;
        }
        var h1 = http();
        if (failure == Failure.CLOSED && h1.isIdle()) {
            noRequest();
            return;
        }
        requests++;
        if (failure == Failure.CLOSED) worker.stream().beginRefusal(this, h1, 400, Termination.CLIENT);
        else worker.stream().beginRefusal(this, h1, refusal(h1, failure), Termination.PROXY);
    }

    private static int refusal(H1Client h1, Failure failure) {
        var violation = h1.violation();
        return violation == null || failure != Failure.VIOLATION ? 400 : violation.status();
    }

    /** Reset before anything could be answered. */
    private void refuseSilently() {
        if (http().isInHead()) {
            requests++;
            worker.stream().beginRefusal(this, http(), 400, Termination.CLIENT);
        } else {
            noRequest();
        }
    }

    /** The client has gone between two requests, or without a single one: only the latter is worth a line. */
    private void noRequest() {
        if (requests > 0) {
            // It may still be reading the last answer.
            http().finish(Ending.LINGER_NANOS);
            over();
            return;
        }
        if (frontend.policy().ignoresProbes()) {
            close();
            return;
        }
        requests++;
        worker.stream().beginRefusal(this, http(), 400, Termination.CLIENT);
    }

    @Override
    public void expired(Exchange from) {
        var h1 = http();
        if (h1.isIdle() && (requests > 0 || frontend.policy().ignoresProbes())) {
            close();
            return;
        }
        requests++;
        worker.stream().beginRefusal(this, h1, 408, Termination.CLIENT_TIMEOUT);
    }

    @Override
    public void data(Exchange from, int at, int length) {
        throw new IllegalStateException("data before a request");
    }

    @Override
    public void end(Exchange from, @Nullable Head trailers) {
        throw new IllegalStateException("an end before a request");
    }

    @Override
    public void congested(Exchange to) {}

    @Override
    public void room(Exchange to) {}
}
