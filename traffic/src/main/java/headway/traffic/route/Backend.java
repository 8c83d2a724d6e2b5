package headway.traffic.route;

import headway.language.sample.Measure;
import headway.language.sample.Meter;
import headway.traffic.balance.Balancer;
import headway.traffic.balance.Choice;
import headway.traffic.balance.Outcome;
import headway.traffic.counter.Tally;
import headway.traffic.server.Admission;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import headway.wire.engine.Loop;
import org.jspecify.annotations.Nullable;

/** A backend at run time: its servers, how one is chosen, who waits, and what is counted. */
public final class Backend implements Meter {
    private final ServerGroup group;
    private final Balancer balancer;
    private final LastServer lastServer;

    /**
     * What becomes of a client whose last request went to a server to which it has a connection for itself.
     *
     * @param isPreferred {@code option prefer-last-server}
     * @param queue {@code max-keep-alive-queue}: with so many waiting for it another is preferred; -1 for any number
     */
    public record LastServer(boolean isPreferred, int queue) {
        boolean waits(Server last) {
            return isPreferred && (queue < 0 || last.queue().length() < queue);
        }
    }

    public Backend(ServerGroup group, Balancer balancer, LastServer lastServer) {
        this.group = group;
        this.balancer = balancer;
        this.lastServer = lastServer;
        group.listener(balancer);
    }

    public String name() {
        return group.name();
    }

    public ServerGroup group() {
        return group;
    }

    public Balancer balancer() {
        return balancer;
    }

    public Tally tally() {
        return group.tally();
    }

    /** Its queues: {@code await} and {@code cancel}. */
    public Admission admission() {
        return group.admission();
    }

    public @Nullable Server server(String name) {
        return group.server(name);
    }

    /** At least one server can be chosen. */
    public boolean isUp() {
        return group.inUse().length > 0;
    }

    /**
     * Chooses a server for a new session or request and takes one of its slots: {@link Server#release} gives it back. What follows from each outcome is the
     * caller's matter: TAKEN: connect; SERVER_FULL: wait for {@link Choice#server}; ALL_FULL: wait for any (null); NONE: 503.
     */
    public Outcome choose(Choice choice) {
        choice.server = null;
        var outcome = group.inUse().length == 0 ? Outcome.NONE : choosing(choice);
        var server = choice.server;
        if (outcome == Outcome.TAKEN && server != null) give(choice.loop, server);
        return outcome;
    }

    private Outcome choosing(Choice choice) {
        var last = choice.last;
        if (last != null
                && last != choice.avoid
                && (lastServer.isPreferred || choice.isBound)
                && last.state().isUsable()) {
            if (last.take()) {
                choice.server = last;
                return Outcome.TAKEN;
            }
            if ((choice.isBound || lastServer.waits(last)) && !last.isQueueFull()) {
                choice.server = last;
                return Outcome.SERVER_FULL;
            }
        }
        return balancing(choice);
    }

    /** HAProxy counts a choice when it is made, also of a server that is waited for then. */
    private Outcome balancing(Choice choice) {
        var outcome = balancer.choose(choice);
        var server = choice.server;
        if (server == null || outcome != Outcome.TAKEN && outcome != Outcome.SERVER_FULL) return outcome;
        group.tally().chosen(choice.loop.index());
        server.chosen(choice.loop);
        return outcome;
    }

    @Override
    public long read(Measure measure, long nanos) {
        return switch (measure) {
            case SESSIONS -> group.tally().sessions.current();
            case SESSIONS_PER_SECOND -> group.tally().sessionRate.perSecond(nanos);
            case REQUESTS_PER_SECOND -> group.tally().requestRate.perSecond(nanos);
            case QUEUED -> group.admission().waiting();
            case QUEUED_PER_SERVER -> queuedPerServer();
            case SERVERS -> group.inUse().length;
            case FREE_SLOTS -> freeSlots(nanos);
            case FREE_PLACES -> freePlaces(nanos);
            case IS_UP -> isUp() ? 1 : 0;
            case INITIAL_WEIGHT, WEIGHT, EFFECTIVE_WEIGHT -> group.weight();
        };
    }

    private long queuedPerServer() {
        var queued = group.admission().waiting();
        var servers = group.inUse().length;
        return servers == 0 ? queued * 2L : (queued + servers - 1) / servers;
    }

    /** As watched: backups count when they are what is in use, and one server without a limit makes the whole unlimited. */
    private long freeSlots(long nanos) {
        var sum = 0L;
        for (var server : group.inUse()) {
            var free = server.read(Measure.FREE_SLOTS, nanos);
            if (free < 0) return -1;
            sum += free;
        }
        return sum;
    }

    /** As watched: backups count in any case. */
    private long freePlaces(long nanos) {
        var sum = 0L;
        var servers = group.servers();
        for (var i = 0; i < servers.size(); i++) {
            var server = servers.get(i);
            if (!server.isReachable()) continue;
            var free = server.read(Measure.FREE_PLACES, nanos);
            if (free < 0) return -1;
            sum += free;
        }
        return sum;
    }

    /** A server has got a session, by {@link #choose} or in another way. */
    public void give(Loop loop, Server server) {
        group.tally().given(loop.nanos());
        server.given(loop);
    }
}
