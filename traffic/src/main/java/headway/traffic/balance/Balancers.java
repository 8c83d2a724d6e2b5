package headway.traffic.balance;

import headway.language.model.Balance;
import headway.language.model.HashType;

/** From the words of {@code balance} and {@code hash-type} to an algorithm. */
public final class Balancers {
    private Balancers() {}

    public static Balancer of(Balance balance, HashType hashType) {
        return switch (balance) {
            case Balance.RoundRobin() -> new RoundRobin();
            case Balance.StaticRoundRobin() -> new StaticRoundRobin();
            case Balance.LeastConnections() -> new LeastConnections();
            case Balance.First() -> new First();
            case Balance.Source() -> hashing(new SourceKey(), hashType);
            case Balance.Random(var draws) -> new RandomDraws(draws, hashType.balanceFactor());
        };
    }

    private static Balancer hashing(Key key, HashType type) {
        return switch (type.method()) {
            case MAP_BASED -> new MapHash(key, type);
            case CONSISTENT -> new RingHash(key, type);
        };
    }
}
