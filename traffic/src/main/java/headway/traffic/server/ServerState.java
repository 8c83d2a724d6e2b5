package headway.traffic.server;

/**
 * One server's state at one moment; replaced as a whole.
 *
 * @param admin bits of {@link Admin}
 * @param weight 0 to 256, as configured or set by the operator
 * @param throttle per cent of the weight that counts; below 100 during {@code slowstart} only
 * @param changedNanos when it last came up or went down
 */
public record ServerState(OperationalState operational, int admin, int weight, int throttle, long changedNanos) {
    /** Sixteen units for one of weight, so that slowstart has steps. */
    public static final int SCALE = 16;

    public boolean isMaint() {
        return (admin & Admin.MAINT) != 0;
    }

    public boolean isDrain() {
        return (admin & Admin.DRAIN) != 0;
    }

    /** Connections may be made to it, be it for those only whom a cookie or table sends there. */
    public boolean isReachable() {
        return operational != OperationalState.STOPPED && !isMaint();
    }

    /** The balancing may choose it. */
    public boolean isUsable() {
        return isReachable() && !isDrain() && operational != OperationalState.STOPPING && weight > 0;
    }

    /** What the balancing reckons with: {@link #SCALE} times the weight, less what slowstart holds back; at least 1 while there is any weight. */
    public int effectiveWeight() {
        var full = weight * SCALE;
        return throttle >= 100 ? full : Math.min(full, (full * throttle + 99) / 100);
    }

    ServerState with(OperationalState next, long nanos) {
        return new ServerState(next, admin, weight, throttle, nanos);
    }

    ServerState withAdmin(int bits, long nanos) {
        return new ServerState(operational, bits, weight, throttle, nanos);
    }

    ServerState withWeight(int next) {
        return new ServerState(operational, admin, next, throttle, changedNanos);
    }

    ServerState withThrottle(int percent) {
        return new ServerState(operational, admin, weight, percent, changedNanos);
    }
}
