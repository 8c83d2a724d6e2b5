package headway.traffic.balance;

import headway.base.hash.Avalanche;
import headway.base.hash.Hashes;
import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code balance} of a backend in {@code mode log}: who gets a message. A message takes no slot and is over at once, so servers have no load here; they have
 * weights.
 */
public abstract class LogBalance implements ServerGroup.Listener {
    private volatile Server[] places = {};

    /** The algorithm of those words; what is no algorithm of logs is taken for {@code random}. */
    public static LogBalance of(Balance balance, HashType type) {
        return switch (balance) {
            case Balance.RoundRobin _ -> new InTurn();
            case Balance.Sticky _ -> new Sticky();
            case Balance.LogHash _ -> new ByHash(type);
            default -> new Random();
        };
    }

    /**
     * The server of a message, null when there is none. Any thread.
     *
     * @param at where the key lies, of {@code log-hash}
     */
    public @Nullable Server choose(int at, int length) {
        var now = places;
        return now.length == 0 ? null : now[place(now.length, at, length)];
    }

    abstract int place(int places, int at, int length);

    @Override
    public void changed(ServerGroup group) {
        places = places(group);
    }

    Server[] places(ServerGroup group) {
        return new ServerMap(group.inUse()).places;
    }

    private static final class InTurn extends LogBalance {
        private final AtomicInteger turn = new AtomicInteger();

        @Override
        int place(int places, int at, int length) {
            return Integer.remainderUnsigned(turn.getAndIncrement(), places);
        }
    }

    private static final class Random extends LogBalance {
        @Override
        int place(int places, int at, int length) {
            return ThreadLocalRandom.current().nextInt(places);
        }
    }

    private static final class ByHash extends LogBalance {
        private final HashType type;

        ByHash(HashType type) {
            this.type = type;
        }

        @Override
        int place(int places, int at, int length) {
            var hash =
                    switch (type.function()) {
                        case SDBM, NONE -> Hashes.sdbm(at, length);
                        case DJB2 -> Hashes.djb2(at, length);
                        case WT6 -> Hashes.wt6(at, length);
                        case CRC32 -> Hashes.crc32(at, length);
                    };
            return (int) ((type.avalanche() ? Avalanche.of(hash) : hash) % places);
        }
    }

    /** The first of a list; who comes back goes to its end, so that the one in use stays it. */
    private static final class Sticky extends LogBalance {
        private final List<Server> order = new ArrayList<>();

        @Override
        int place(int places, int at, int length) {
            return 0;
        }

        @Override
        Server[] places(ServerGroup group) {
            var usable = Arrays.asList(group.inUse());
            order.retainAll(usable);
            for (var server : usable) if (!order.contains(server)) order.add(server);
            return order.toArray(new Server[0]);
        }
    }
}
