package headway.traffic.balance;

import headway.traffic.server.Server;

/** How busy servers are for their weights. */
final class Load {
    private Load() {}

    /** Below 0 when the first is to be preferred: fewer sessions and waiters for its weight, or as few and its turn longer ago. */
    static int compare(Server a, Server b) {
        var ofA = (long) load(a) * b.state().effectiveWeight();
        var ofB = (long) load(b) * a.state().effectiveWeight();
        if (ofA != ofB) return ofA < ofB ? -1 : 1;
        return Long.compare(a.turn(), b.turn());
    }

    /** An idle server counts as 0 whatever its weight; a busy one as if it had the next session already, so that of two with 1 the heavier one is preferred. */
    private static int load(Server server) {
        var busy = server.sessions() + server.queue().length();
        return busy == 0 ? 0 : busy + 1;
    }
}
