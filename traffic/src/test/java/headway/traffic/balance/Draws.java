package headway.traffic.balance;

import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import headway.traffic.server.TestLoops;
import headway.wire.engine.Loop;

/** Asks a balancer again and again and writes down the numbers of the servers. */
final class Draws {
    private final Balancer balancer;
    private final Choice choice;

    Draws(Balancer balancer, ServerGroup group, Loop loop) {
        this.balancer = balancer;
        choice = new Choice(loop);
        group.listener(balancer);
    }

    static Draws of(Balancer balancer, ServerGroup group, TestLoops loops) {
        return new Draws(balancer, group, loops.all.getFirst());
    }

    /** The next sessions, each of which ends at once. */
    String next(int count) {
        var drawn = new StringBuilder();
        for (var i = 0; i < count; i++) {
            var server = draw();
            drawn.append(server.id());
            server.release();
        }
        return drawn.toString();
    }

    /** The next session, which stays. */
    Server draw() {
        choice.server = null;
        var outcome = balancer.choose(choice);
        if (outcome != Outcome.TAKEN || choice.server == null) throw new AssertionError(outcome);
        return choice.server;
    }

    Draws avoiding(Server server) {
        choice.avoid = server;
        return this;
    }

    Outcome ask() {
        return balancer.choose(choice);
    }

    Choice choice() {
        return choice;
    }
}
