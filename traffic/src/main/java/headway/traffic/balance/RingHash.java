package headway.traffic.balance;

import headway.base.hash.Avalanche;
import headway.language.model.HashType;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;

/** {@code hash-type consistent}: the server nearest to the hash on a {@link Ring}; when servers come or go, only their own sessions move. */
public final class RingHash extends Balancer {
    private final Key key;
    private final boolean avalanche;
    private final int balanceFactor;
    private final RoundRobin otherwise = new RoundRobin();
    private volatile Ring ring = Ring.EMPTY;

    RingHash(Key key, HashType type) {
        this.key = key;
        avalanche = type.avalanche();
        balanceFactor = type.balanceFactor();
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public Outcome choose(Choice choice) {
        var hash = key.hash(choice);
        if (hash == Key.NONE) return otherwise.choose(choice);
        var circle = ring;
        if (circle.length() == 0) return Outcome.NONE;
        var first = circle.nearest(avalanche ? Avalanche.of(hash) : hash);
        var total = balanceFactor > 0 ? Bound.sessions(circle.servers) : 0;
        for (var i = 0; i < circle.length(); i++) {
            var server = circle.owner((first + i) % circle.length());
            if (server == choice.avoid || isOverBound(server, total, circle)) continue;
            if (take(choice, server)) return Outcome.TAKEN;
            if (MapHash.waits(choice, server)) return Outcome.SERVER_FULL;
        }
        return fallBack(choice, circle.servers);
    }

    private boolean isOverBound(Server server, long total, Ring circle) {
        return balanceFactor > 0 && Bound.isExceeded(server, total, balanceFactor, circle.weight);
    }

    @Override
    public void changed(ServerGroup group) {
        ring = new Ring(group.inUse());
        otherwise.changed(group);
    }
}
