package headway.traffic.route;

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
public final class Backend {
    private final ServerGroup group;
    private final Balancer balancer;
    private final boolean prefersLast;

    /**
     * @param prefersLast {@code option prefer-last-server}
     */
    public Backend(ServerGroup group, Balancer balancer, boolean prefersLast) {
        this.group = group;
        this.balancer = balancer;
        this.prefersLast = prefersLast;
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
        if (outcome == Outcome.TAKEN && server != null) count(choice.loop, server);
        return outcome;
    }

    private Outcome choosing(Choice choice) {
        var last = choice.last;
        if (last != null
                && last != choice.avoid
                && (prefersLast || choice.isBound)
                && last.state().isUsable()) {
            if (last.take()) {
                choice.server = last;
                return Outcome.TAKEN;
            }
            if (choice.isBound && !last.isQueueFull()) {
                choice.server = last;
                return Outcome.SERVER_FULL;
            }
        }
        return balancer.choose(choice);
    }

    /** A server got a session in another way than by {@link #choose}: from the queue. */
    public void count(Loop loop, Server server) {
        group.tally().chosen(loop.index(), loop.nanos());
        server.chosen(loop);
    }
}
