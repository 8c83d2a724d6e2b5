package headway.traffic.balance;

import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code balance leastconn}: who has the fewest sessions and waiters for its weight; of those with as few, whose turn was longest ago. */
public final class LeastConnections extends Balancer {
    private final AtomicLong turns = new AtomicLong();
    private volatile Server[] servers = {};

    @Override
    public String name() {
        return "leastconn";
    }

    @Override
    public Outcome choose(Choice choice) {
        var candidates = servers;
        // Somebody may take the last slot of the best between the look and the grasp.
        for (var tries = candidates.length; tries > 0; tries--) {
            var best = best(candidates, choice.avoid);
            if (best == null) break;
            if (take(choice, best)) {
                best.turn(turns.incrementAndGet());
                return Outcome.TAKEN;
            }
        }
        return fallBack(choice, candidates);
    }

    private static @Nullable Server best(Server[] candidates, @Nullable Server avoid) {
        Server best = null;
        for (var server : candidates) {
            if (server == avoid || server.isFull() || !server.isReachable()) continue;
            if (best == null || Load.compare(server, best) < 0) best = server;
        }
        return best;
    }

    @Override
    public void changed(ServerGroup group) {
        servers = group.inUse();
    }
}
