package headway.traffic.balance;

import headway.traffic.server.Server;

/** A table with as many places for each server as it has weight, spread as HAProxy's {@code static-rr} and map-based hashes have it. */
final class ServerMap {
    static final ServerMap EMPTY = new ServerMap(new Server[0]);

    final Server[] places;
    /** The servers in it, each once. */
    final Server[] servers;

    ServerMap(Server[] servers) {
        this.servers = servers;
        places = fill(servers);
    }

    /** In each place stands who is owed the most whole turns, the first of them in the order of the configuration. */
    private static Server[] fill(Server[] servers) {
        var weights = new int[servers.length];
        var divisor = 0;
        for (var i = 0; i < servers.length; i++) {
            weights[i] = servers[i].state().weight();
            divisor = divisor(weights[i], divisor);
        }
        var total = 0;
        for (var i = 0; i < weights.length; i++) total += weights[i] /= Math.max(1, divisor);
        var places = new Server[total];
        var owed = new long[servers.length];
        for (var place = 0; place < total; place++) {
            var best = 0;
            for (var i = 0; i < servers.length; i++) {
                owed[i] += weights[i];
                if (Math.floorDiv(owed[i], total) > Math.floorDiv(owed[best], total)) best = i;
            }
            owed[best] -= total;
            places[place] = servers[best];
        }
        return places;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
