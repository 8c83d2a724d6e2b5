package headway.traffic.balance;

import headway.base.hash.Avalanche;
import headway.language.model.HashType;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.concurrent.atomic.AtomicLong;

/** {@code hash-type consistent}: the server nearest to the hash on a {@link Ring}; when servers come or go, only their own sessions move. */
public final class RingHash extends Balancer {
    private final Key key;
    private final boolean avalanche;
    private final int balanceFactor;
    private final Affinity affinity;
    private final AtomicLong turns = new AtomicLong();
    private volatile Ring ring = Ring.EMPTY;

    RingHash(Key key, HashType type) {
        this.key = key;
        avalanche = type.avalanche();
        balanceFactor = type.balanceFactor();
        affinity = Affinity.of(type.affinity());
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public Outcome choose(Choice choice) {
        var hash = key.hash(choice);
        if (hash == Key.NONE) return inTurn(choice);
        var circle = ring;
        if (circle.length() == 0) return Outcome.NONE;
        var first = circle.nearest(avalanche ? Avalanche.of(hash) : hash);
        var total = balanceFactor > 0 ? Bound.sessions(circle.servers) : 0;
        for (var i = 0; i < circle.length(); i++) {
            var server = circle.owner((first + i) % circle.length());
            if (server == choice.avoid || !server.isReachable() || isOverBound(server, total, circle)) continue;
            if (take(choice, server)) return Outcome.TAKEN;
            if (affinity.keepsTo(server)) return Affinity.await(choice, server);
        }
        var before = circle.owner((first + circle.length() - 1) % circle.length());
        return affinity.whenAllAreFull(choice, before, circle.servers);
    }

    private boolean isOverBound(Server server, long total, Ring circle) {
        return balanceFactor > 0 && Bound.isExceeded(server, total, balanceFactor, circle.weight);
    }

    @Override
    public void changed(ServerGroup group) {
        ring = new Ring(group.inUse());
    }

    /** Without a key the points of the circle are taken one after the other. */
    private Outcome inTurn(Choice choice) {
        var circle = ring;
        for (var tries = circle.length(); tries > 0; tries--) {
            var server = circle.owner((int) (turns.getAndIncrement() % circle.length()));
            if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
        }
        return fallBack(choice, circle.servers);
    }
}
