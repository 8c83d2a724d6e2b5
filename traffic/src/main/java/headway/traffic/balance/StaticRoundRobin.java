package headway.traffic.balance;

import headway.traffic.server.ServerGroup;
import java.util.concurrent.atomic.AtomicLong;

/** {@code balance static-rr}: in turn by the weights that were there when the servers last changed. */
public final class StaticRoundRobin extends Balancer {
    private final AtomicLong turns = new AtomicLong();
    private volatile ServerMap map = ServerMap.EMPTY;

    @Override
    public String name() {
        return "static-rr";
    }

    @Override
    public Outcome choose(Choice choice) {
        var places = map.places;
        for (var tries = places.length; tries > 0; tries--) {
            var server = places[(int) (turns.getAndIncrement() % places.length)];
            if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
        }
        return fallBack(choice, map.servers);
    }

    @Override
    public void changed(ServerGroup group) {
        map = new ServerMap(group.inUse());
    }
}
