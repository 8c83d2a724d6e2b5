package headway.traffic.balance;

import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.Arrays;
import java.util.Comparator;

/** {@code balance first}: the one with the lowest number that has a free slot. */
public final class First extends Balancer {
    private volatile Server[] byId = {};

    @Override
    public String name() {
        return "first";
    }

    @Override
    public Outcome choose(Choice choice) {
        var servers = byId;
        for (var server : servers) {
            if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
        }
        return fallBack(choice, servers);
    }

    @Override
    public void changed(ServerGroup group) {
        var sorted = group.inUse().clone();
        Arrays.sort(sorted, Comparator.comparingInt(Server::id));
        byId = sorted;
    }
}
