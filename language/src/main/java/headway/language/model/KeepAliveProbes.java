package headway.language.model;

/** Of TCP: how many, after how many idle seconds, how many seconds apart; 0 leaves it to the system. */
public record KeepAliveProbes(int count, int idleSeconds, int intervalSeconds) {
    public static final KeepAliveProbes SYSTEM = new KeepAliveProbes(0, 0, 0);
}
