package headway.traffic.balance;

import headway.base.hash.Avalanche;
import headway.language.model.HashType;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;

/** {@code hash-type map-based}: the hash modulo the number of places in a table of servers, made anew when servers come or go. */
public final class MapHash extends Balancer {
    private final Key key;
    private final boolean avalanche;
    private final RoundRobin otherwise = new RoundRobin();
    private volatile ServerMap map = ServerMap.EMPTY;

    MapHash(Key key, HashType type) {
        this.key = key;
        avalanche = type.avalanche();
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public Outcome choose(Choice choice) {
        var hash = key.hash(choice);
        if (hash == Key.NONE) return otherwise.choose(choice);
        var places = map.places;
        if (places.length == 0) return Outcome.NONE;
        var first = (int) ((avalanche ? Avalanche.of(hash) : hash) % places.length);
        for (var i = 0; i < places.length; i++) {
            var server = places[(first + i) % places.length];
            if (server == choice.avoid) continue;
            if (take(choice, server)) return Outcome.TAKEN;
            if (waits(choice, server)) return Outcome.SERVER_FULL;
        }
        return fallBack(choice, map.servers);
    }

    /** A full server is waited for, since the hash means this one; only a queue that is full itself sends the session on. */
    static boolean waits(Choice choice, Server server) {
        if (!server.isReachable() || server.isQueueFull()) return false;
        choice.server = server;
        return true;
    }

    @Override
    public void changed(ServerGroup group) {
        map = new ServerMap(group.inUse());
        otherwise.changed(group);
    }
}
