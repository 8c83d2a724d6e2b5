package headway.language.model;

/** {@code hash-type}, and {@code hash-balance-factor} in per cent (0: off). */
public record HashType(Method method, Function function, boolean avalanche, int balanceFactor) {
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
}
