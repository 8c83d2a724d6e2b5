package headway.traffic.server;

import headway.language.model.ServerLine;
import headway.traffic.counter.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one backend, and which of them the balancing uses: the active ones that are usable or, when there is none, the first usable backup (all of
 * them with {@code option allbackups}).
 *
 * <p>Changes of state are made one at a time under this object's monitor, which no request ever takes; what requests read is replaced as a whole.
 */
public final class ServerGroup {
    /**
     * What a group is made of beside its servers.
     *
     * @param kind as the log calls it: {@code backend}, or {@code proxy} for a {@code listen}
     * @param clock what {@code Loop.nanos()} counts
     * @param fullConnections {@code fullconn}, or a tenth of what the frontends before it may have
     */
    public record Setup(
            String kind,
            String name,
            int id,
            int loops,
            LongSupplier clock,
            int fullConnections,
            boolean allBackups,
            PoolPolicy poolPolicy,
            OperatorLog log) {}

    /** Told after each change of which servers are in use or of their weights, under the group's monitor. */
    public interface Listener {
        void changed(ServerGroup group);
    }

    /** Ends the sessions with a server, on whatever loops they are; asked under the group's monitor. */
    @FunctionalInterface
    public interface Shutdown {
        /**
         * @param isDown the server went down; else it is a backup and another came up
         */
        void end(Server server, boolean isDown);
    }

    /** What is in use at one moment. */
    private record Use(Server[] servers, int active, int backup) {}

    private final Setup setup;
    private final Tally tally;
    private final Admission admission;
    private final StateChanges changes;
    private final List<Server> servers;
    final Downtime downtime = new Downtime();
    private volatile Use use = new Use(new Server[0], 0, 0);
    private volatile long changedNanos;
    private volatile boolean published = true;
    private @Nullable Shutdown shutdown;
    private @Nullable Listener listener;

    /**
     * @param tally of the backend: its sessions are what {@code fullconn} is compared with
     */
    public ServerGroup(Setup setup, List<ServerLine> lines, Tally tally) {
        this.setup = setup;
        this.tally = tally;
        admission = new Admission(this, tally);
        changes = new StateChanges(this);
        var made = new ArrayList<Server>();
        for (var line : lines) made.add(new Server(this, line, made.size()));
        servers = List.copyOf(made);
        changedNanos = nanos();
        recount();
    }

    String kind() {
        return setup.kind();
    }

    long nanos() {
        return setup.clock().getAsLong();
    }

    public String name() {
        return setup.name();
    }

    public int id() {
        return setup.id();
    }

    public int loops() {
        return setup.loops();
    }

    public int fullConnections() {
        return setup.fullConnections();
    }

    PoolPolicy poolPolicy() {
        return setup.poolPolicy();
    }

    OperatorLog log() {
        return setup.log();
    }

    /** Writes to the proxy's log, and to the terminal as a warning. */
    public void tell(OperatorLog.Level level, String text) {
        setup.log().console(OperatorLog.Level.WARNING, text);
        setup.log().log(level, text);
    }

    public Tally tally() {
        return tally;
    }

    /** Who ends sessions for {@code on-marked-down} and {@code on-marked-up}; set before the first client. */
    public void shutdown(Shutdown to) {
        synchronized (this) {
            shutdown = to;
        }
    }

    void end(Server server, boolean isDown) {
        var to = shutdown;
        if (to != null) to.end(server, isDown);
    }

    /** Other proxies may lead here; {@code be-unpublished} and the runtime API say whether. */
    public boolean isPublished() {
        return published;
    }

    public void published(boolean yes) {
        published = yes;
    }

    public Admission admission() {
        return admission;
    }

    /** What changes the states of its servers. */
    public StateChanges changes() {
        return changes;
    }

    /** All of them, in the order of the configuration. */
    public List<Server> servers() {
        return servers;
    }

    public @Nullable Server server(String name) {
        for (var server : servers) if (server.name().equals(name)) return server;
        return null;
    }

    /** Those among which the balancing chooses; must not be changed. */
    public Server[] inUse() {
        return use.servers;
    }

    /** How many active servers are usable. */
    public int active() {
        return use.active;
    }

    /** How many backup servers are usable. */
    public int backup() {
        return use.backup;
    }

    /** The weights of the servers in use together. */
    public int weight() {
        var sum = 0;
        for (var server : use.servers) sum += server.state().weight();
        return sum;
    }

    /** When the first server came or the last one went; {@code Loop.nanos()}. */
    public long changedNanos() {
        return changedNanos;
    }

    public long downtimeSeconds(long nanos) {
        return downtime.seconds(nanos);
    }

    public long timesDown() {
        return downtime.times();
    }

    void changedNanos(long nanos) {
        changedNanos = nanos;
    }

    /** Who follows the changes; told at once of how it is now. */
    public synchronized void listener(Listener next) {
        listener = next;
        next.changed(this);
    }

    /** Counts anew which servers are in use, and tells the listener. */
    synchronized void recount() {
        var active = new ArrayList<Server>();
        var backup = new ArrayList<Server>();
        for (var server : servers) {
            if (server.state().isUsable()) (server.isBackup() ? backup : active).add(server);
        }
        var chosen = active;
        if (active.isEmpty())
            chosen = setup.allBackups() || backup.isEmpty() ? backup : new ArrayList<>(backup.subList(0, 1));
        for (var server : servers) server.inUse(chosen.contains(server));
        use = new Use(chosen.toArray(new Server[0]), active.size(), backup.size());
        var told = listener;
        if (told != null) told.changed(this);
    }
}
