package headway.traffic.balance;

import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code balance random(n)}: draws n servers by weight and takes the least loaded of them; of those with equal loads the one that was chosen longest ago, which is to
 * HAProxy's comparison of their rates what a clock is to a guess.
 */
public final class RandomDraws extends Balancer {
    private record Lots(Server[] servers, int[] upTo, int total) {}

    private final int draws;
    private final int balanceFactor;
    /** Counts the choices, from a random number on. */
    private final AtomicLong turns = new AtomicLong(new SplittableRandom().nextLong());

    private volatile Lots lots = new Lots(new Server[0], new int[0], 0);

    RandomDraws(int draws, int balanceFactor) {
        this.draws = draws;
        this.balanceFactor = balanceFactor;
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Outcome choose(Choice choice) {
        var current = lots;
        if (current.total == 0) return Outcome.NONE;
        var number = turns.incrementAndGet();
        var best = drawn(current, choice, number);
        if (best != null && take(choice, best)) {
            best.turn(number);
            return Outcome.TAKEN;
        }
        // All that were drawn are full: any that is not.
        var start = (int) Long.remainderUnsigned(mixed(number), current.servers.length);
        for (var i = 0; i < current.servers.length; i++) {
            var server = current.servers[(start + i) % current.servers.length];
            if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
        }
        return fallBack(choice, current.servers);
    }

    private @Nullable Server drawn(Lots current, Choice choice, long number) {
        var sessions = balanceFactor > 0 ? Bound.sessions(current.servers) : 0;
        Server best = null;
        for (var i = 0; i < draws; i++) {
            var server = draw(current, mixed(number * 31 + i));
            if (server == choice.avoid || server.isFull() || !server.isReachable()) continue;
            if (balanceFactor > 0 && Bound.isExceeded(server, sessions, balanceFactor, current.total)) continue;
            if (best == null || Load.compare(server, best) < 0) best = server;
        }
        return best;
    }

    private static Server draw(Lots lots, long random) {
        var ticket = (int) Long.remainderUnsigned(random, lots.total);
        var low = 0;
        var high = lots.upTo.length - 1;
        while (low < high) {
            var middle = low + high >>> 1;
            if (ticket < lots.upTo[middle]) high = middle;
            else low = middle + 1;
        }
        return lots.servers[low];
    }

    /** SplitMix64's finish: consecutive numbers become unrelated ones. */
    private static long mixed(long number) {
        var z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    @Override
    public void changed(ServerGroup group) {
        var servers = group.inUse();
        var upTo = new int[servers.length];
        var total = 0;
        for (var i = 0; i < servers.length; i++)
            upTo[i] = total += servers[i].state().effectiveWeight();
        lots = new Lots(servers, upTo, total);
    }
}
