package headway.traffic.balance;

import headway.traffic.server.Server;

/** {@code hash-balance-factor}: no server gets more than so many per cent of what would be its share. */
final class Bound {
    private Bound() {}

    /** The sessions of all servers. */
    static long sessions(Server[] servers) {
        var sum = 0L;
        for (var server : servers) sum += server.sessions();
        return sum;
    }

    /** With the session in question counted in, the share is rounded up, so that there is always a server that is within it. */
    static boolean isExceeded(Server server, long sessions, int percent, int weights) {
        var share = (sessions + 1) * percent * server.state().effectiveWeight();
        var whole = 100L * weights;
        return server.sessions() >= (share + whole - 1) / whole;
    }
}
