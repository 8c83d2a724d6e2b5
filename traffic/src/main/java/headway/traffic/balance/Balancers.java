package headway.traffic.balance;

import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.language.sample.Expression;
import org.jspecify.annotations.Nullable;

/** From the words of {@code balance} and {@code hash-type} to an algorithm. */
public final class Balancers {
    private Balancers() {}

    /**
     * @param expression of {@code balance hash}, bound
     */
    public static Balancer of(Balance balance, HashType hashType, @Nullable Expression expression) {
        var function = KeyHash.of(hashType.function());
        return switch (balance) {
            case Balance.RoundRobin() -> new RoundRobin();
            case Balance.StaticRoundRobin() -> new StaticRoundRobin();
            case Balance.LeastConnections() -> new LeastConnections();
            case Balance.First() -> new First();
            case Balance.Random(var draws) -> new RandomDraws(draws, hashType.balanceFactor());
            case Balance.Source() -> hashing(new SourceKey(), hashType);
            case Balance.Uri uri -> hashing(new UriKey(uri, function), hashType);
            case Balance.UrlParameter parameter -> hashing(new ParameterKey(parameter, function), hashType);
            case Balance.Header header -> hashing(new HeaderKey(header, function), hashType);
            case Balance.RdpCookie(var name) -> hashing(new RdpCookieKey(name, function), hashType);
            case Balance.Hash _ -> hashing(key(expression, hashType), hashType);
            case Balance.Sticky _, Balance.LogHash _ ->
                throw new IllegalArgumentException("messages have no sessions to be balanced");
        };
    }

    private static Key key(@Nullable Expression expression, HashType type) {
        if (expression == null) throw new IllegalArgumentException("balance hash without its expression");
        return new ExpressionKey(expression, type.function());
    }

    private static Balancer hashing(Key key, HashType type) {
        return switch (type.method()) {
            case MAP_BASED -> new MapHash(key, type);
            case CONSISTENT -> new RingHash(key, type);
        };
    }
}
