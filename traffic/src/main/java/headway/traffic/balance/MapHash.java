package headway.traffic.balance;

import headway.base.hash.Avalanche;
import headway.language.model.HashType;
import headway.traffic.server.ServerGroup;
import java.util.concurrent.atomic.AtomicLong;

/** {@code hash-type map-based}: the hash modulo the number of places in a table of servers, made anew when servers come or go. */
public final class MapHash extends Balancer {
    private final Key key;
    private final boolean avalanche;
    private final Affinity affinity;
    private final AtomicLong turns = new AtomicLong();
    private volatile ServerMap map = ServerMap.EMPTY;

    MapHash(Key key, HashType type) {
        this.key = key;
        avalanche = type.avalanche();
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
        var places = map.places;
        if (places.length == 0) return Outcome.NONE;
        var first = (int) ((avalanche ? Avalanche.of(hash) : hash) % places.length);
        for (var i = 0; i < places.length; i++) {
            var server = places[(first + i) % places.length];
            if (server == choice.avoid || !server.isReachable()) continue;
            if (take(choice, server)) return Outcome.TAKEN;
            if (affinity.keepsTo(server)) return Affinity.await(choice, server);
        }
        return affinity.whenAllAreFull(choice, places[(first + places.length - 1) % places.length], map.servers);
    }

    @Override
    public void changed(ServerGroup group) {
        map = new ServerMap(group.inUse());
    }

    /** Without a key the places of the table are taken one after the other. */
    private Outcome inTurn(Choice choice) {
        var places = map.places;
        for (var tries = places.length; tries > 0; tries--) {
            var server = places[(int) (turns.getAndIncrement() % places.length)];
            if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
        }
        return fallBack(choice, map.servers);
    }
}
