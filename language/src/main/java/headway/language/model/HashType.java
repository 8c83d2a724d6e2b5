package headway.language.model;

/**
 * {@code hash-type}.
 *
 * @param balanceFactor {@code hash-balance-factor} in per cent; 0: off
 * @param affinity {@code hash-preserve-affinity}
 */
public record HashType(Method method, Function function, boolean avalanche, int balanceFactor, Affinity affinity) {
    public HashType(Method method, Function function, boolean avalanche, int balanceFactor) {
        this(method, function, avalanche, balanceFactor, Affinity.ALWAYS);
    }

    /** How a hash becomes a server. */
    public enum Method {
        MAP_BASED,
        CONSISTENT
    }

    /** How a key becomes a hash. */
    public enum Function {
        SDBM,
        DJB2,
        WT6,
        CRC32,
        NONE
    }

    /** Until when the server that the hash means is taken. */
    public enum Affinity {
        ALWAYS,
        /** Until its slots are taken. */
        MAX_CONNECTIONS,
        /** Until its queue is full too. */
        MAX_QUEUE
    }

    /** The same with another factor. */
    public HashType withFactor(int percent) {
        return new HashType(method, function, avalanche, percent, affinity);
    }

    public HashType with(Affinity other) {
        return new HashType(method, function, avalanche, balanceFactor, other);
    }
}
