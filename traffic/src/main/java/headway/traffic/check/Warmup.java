package headway.traffic.check;

import headway.traffic.server.OperationalState;
import headway.traffic.server.Server;
import headway.wire.engine.Loop;
import headway.wire.engine.Timer;

/** {@code slowstart}: raises the share of its weight that a server gets after it came up, step by step until the time is over. */
final class Warmup extends Timer {
    private static final long STEP_NANOS = 1_000_000_000L;

    private final Server server;
    private final Loop loop;

    Warmup(Server server, Loop loop) {
        this.server = server;
        this.loop = loop;
    }

    /** On its loop. */
    void start() {
        loop.arm(this, loop.nanos() + Math.min(STEP_NANOS, server.limits().slowStartNanos() / 20 + 1));
    }

    /** On its loop. */
    void stop() {
        loop.disarm(this);
    }

    @Override
    protected void expired() {
        var state = server.state();
        var length = server.limits().slowStartNanos();
        if (length > 0 && state.operational() == OperationalState.STARTING) {
            var since = loop.nanos() - state.changedNanos();
            var percent = since >= length ? 100 : Math.max(1, since * 100 / length);
            server.group().changes().throttle(server, (int) percent);
        }
        if (length > 0) start();
    }
}
