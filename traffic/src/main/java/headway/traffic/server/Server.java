package headway.traffic.server;

import headway.base.units.Address;
import headway.language.model.ServerLine;
import headway.language.sample.Measure;
import headway.language.sample.Meter;
import headway.traffic.counter.Tally;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Loop;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A server at run time: what a {@code server} line has become. It lives as long as its name in its backend, over reloads.
 *
 * <p>Any loop may take slots, connections and the state; the state is changed by {@link StateChanges} only.
 */
public final class Server implements Meter {
    private final ServerGroup group;
    private final String name;
    private final int index;
    private final Tally tally;
    private final WaitQueue queue;
    private final ServerPool pool;
    private final ServerLine line;
    private volatile ServerLine.Limits limits;
    private volatile @Nullable ConnectTarget target;
    private volatile ServerState state;
    private volatile CheckReport check = CheckReport.NONE;
    private volatile boolean inUse;
    private final boolean followsPort;
    /** When the balancing last chose it, as a number that only grows; what {@code leastconn} breaks ties by. */
    private final AtomicLong turn = new AtomicLong();

    final Downtime downtime = new Downtime();

    Server(ServerGroup group, ServerLine line, int index) {
        this.group = group;
        this.line = line;
        this.index = index;
        name = line.name();
        limits = line.limits();
        followsPort = Addresses.followsClientsPort(line.address());
        tally = new Tally(group.loops());
        queue = group.admission().queue(tally.queued);
        pool = new ServerPool(line.pool(), group.poolPolicy(), group.loops());
        state = initialState(line, group.nanos());
        if (line.check().enabled())
            check = CheckReport.first(line.check().rise(), line.check().fall());
        if (line.disabled()) {
            check = check.pausing(true).healthy(0);
            downtime.down(group.nanos());
        }
    }

    private static ServerState initialState(ServerLine line, long nanos) {
        var admin = line.disabled() ? Admin.FORCED_MAINT | Admin.CONFIGURED_MAINT : 0;
        var operational = line.disabled() ? OperationalState.STOPPED : OperationalState.RUNNING;
        return new ServerState(operational, admin, line.weight(), 100, nanos);
    }

    public String name() {
        return name;
    }

    public String backend() {
        return group.name();
    }

    public ServerGroup group() {
        return group;
    }

    /** {@code id}: unique in its backend, from 1. */
    public int id() {
        return line.id();
    }

    /** Its place among the servers of the backend, from 0. */
    public int index() {
        return index;
    }

    public ServerLine line() {
        return line;
    }

    public boolean isBackup() {
        return line.backup();
    }

    /** {@code redir}: GET and HEAD are answered with a redirect there; null for none. */
    public @Nullable String redirect() {
        return line.redirect();
    }

    public ServerLine.Limits limits() {
        return limits;
    }

    void limits(ServerLine.Limits next) {
        limits = next;
    }

    /** {@code maxconn} is set. */
    public boolean isLimited() {
        return limits.maxConnections() > 0;
    }

    /** Where to connect, null while its name has no address. */
    public @Nullable ConnectTarget target() {
        return target;
    }

    /** Its address: where it is connected to or, before that is set, what its line says. */
    public @Nullable Address address() {
        var known = target;
        return known == null ? Addresses.of(line.address()) : known.address();
    }

    /** The server line has no port of its own: it goes by the port that the client connected to. */
    public boolean followsClientsPort() {
        return followsPort;
    }

    /** Where to connect for a client that connected there; of a server that {@link #followsClientsPort}. Null as {@link #target}. */
    public @Nullable ConnectTarget targetFor(Address clientsDestination) {
        var known = target;
        if (known == null || !(known.address() instanceof Address.Inet inet)) return known;
        var clients = clientsDestination instanceof Address.Inet to ? to.port() : 0;
        var port = clients + Addresses.offset(line.address());
        return new ConnectTarget(new Address.Inet(inet.bytes(), port), known.source(), known.options());
    }

    /** Another address. Idle connections to the old one are closed by {@link ServerPool#clear}. */
    public void target(@Nullable ConnectTarget next) {
        target = next;
    }

    public Tally tally() {
        return tally;
    }

    public WaitQueue queue() {
        return queue;
    }

    public ServerPool pool() {
        return pool;
    }

    public ServerState state() {
        return state;
    }

    void state(ServerState next) {
        state = next;
    }

    public CheckReport check() {
        return check;
    }

    /** Set by the check, on its loop. */
    public void check(CheckReport next) {
        check = next;
    }

    /** A slot may be used now: up, and neither in maintenance nor without an address. */
    public boolean isReachable() {
        return state.isReachable();
    }

    /** The balancing chooses among these: usable, and not a backup while others are. */
    public boolean isInUse() {
        return inUse;
    }

    void inUse(boolean yes) {
        inUse = yes;
    }

    /** Sessions that have a slot now. */
    public int sessions() {
        return tally.sessions.current();
    }

    /** All slots are taken or somebody waits for one. */
    public boolean isFull() {
        return isLimited()
                && (queue.length() > 0 || sessions() >= group.admission().limit(this));
    }

    /** {@code maxqueue} is reached: nobody more may wait for it. */
    public boolean isQueueFull() {
        var max = limits.maxQueue();
        return max > 0 && queue.length() >= max;
    }

    /** Takes a slot; false when it is full. Whoever gets true calls {@link #release} once. */
    public boolean take() {
        return group.admission().take(this);
    }

    /** Gives the slot back; any loop. */
    public void release() {
        group.admission().release(this);
    }

    /** Counts that the balancing has chosen it, which {@link #given} follows at once or when a slot is free. */
    public void chosen(Loop loop) {
        tally.chosen(loop.index());
    }

    /** Counts that it has a session more, whoever it comes from: the balancing, a rule, a cookie, the queue, a retry. */
    public void given(Loop loop) {
        tally.began(loop.index(), loop.nanos());
        tally.given(loop.nanos());
    }

    /** A number that tells who was chosen longer ago. */
    public long turn() {
        return turn.getPlain();
    }

    public void turn(long number) {
        turn.setPlain(number);
    }

    @Override
    public long read(Measure measure, long nanos) {
        return switch (measure) {
            case SESSIONS -> sessions();
            case SESSIONS_PER_SECOND -> tally.sessionRate.perSecond(nanos);
            case QUEUED -> queue.length();
            case FREE_SLOTS -> isLimited() ? Math.max(0, limits.maxConnections() - sessions()) : -1;
            case FREE_PLACES -> freePlaces();
            case IS_UP -> isReachable() ? 1 : 0;
            case INITIAL_WEIGHT -> line.weight();
            case WEIGHT -> state.weight();
            case EFFECTIVE_WEIGHT -> (state.effectiveWeight() + ServerState.SCALE - 1) / ServerState.SCALE;
            case REQUESTS_PER_SECOND, QUEUED_PER_SERVER, SERVERS -> 0;
        };
    }

    private long freePlaces() {
        var now = limits;
        if (now.maxConnections() == 0 || now.maxQueue() <= 0) return -1;
        return (long) now.maxConnections() - sessions() + now.maxQueue() - queue.length();
    }

    /** Seconds of being down, as {@code downtime} of {@code show stat} counts them. */
    public long downtimeSeconds(long nanos) {
        return downtime.seconds(nanos);
    }

    /** Times it went from up to down: {@code chkdown}. */
    public long timesDown() {
        return downtime.times();
    }

    @Override
    public String toString() {
        return group.name() + "/" + name;
    }
}
