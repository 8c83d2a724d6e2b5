package headway.traffic.balance;

import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import org.jspecify.annotations.Nullable;

/** {@code balance roundrobin}: in turn by weight, which may change at any time. */
public final class RoundRobin extends Balancer {
    private static final int HASTY = 8;

    private volatile Turns turns = new Turns(new Rotation(), new Server[0]);
    private volatile Server[] servers = {};

    @Override
    public String name() {
        return "roundrobin";
    }

    @Override
    public Outcome choose(Choice choice) {
        var inUse = servers;
        // Twice around at most: in a table of turns the light ones may lie far apart.
        for (var tries = 2 * inUse.length; tries > 0; tries--) {
            var server = next();
            if (server == null) break;
            if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
            if (inUse.length == 1) break;
        }
        for (var server : inUse) if (server != choice.avoid && take(choice, server)) return Outcome.TAKEN;
        return fallBack(choice, inUse);
    }

    private @Nullable Server next() {
        while (true) {
            var table = turns;
            if (table.length() == 0) return null;
            var turn = table.draw();
            if (turn >= 0) return table.at(turn);
            // The next table is being written at this moment.
            while (turns == table) Thread.onSpinWait();
        }
    }

    /** Goes on from the turn that was reached. The next table is written while the old one is still drawn from, if that is possible without losing a turn. */
    @Override
    public void changed(ServerGroup group) {
        var old = turns;
        for (var i = 0; i < HASTY; i++) {
            var reached = old.drawn();
            var next = table(old.after(reached), group);
            if (old.closeAt(reached)) {
                publish(next, group);
                return;
            }
        }
        publish(table(old.after(old.close()), group), group);
    }

    private void publish(Turns next, ServerGroup group) {
        servers = group.inUse();
        turns = next;
    }

    private static Turns table(Rotation rotation, ServerGroup group) {
        var byKey = group.servers().toArray(new Server[0]);
        for (var key : rotation.keys()) if (!byKey[key].isInUse()) rotation.remove(key);
        var begins = rotation.isEmpty();
        for (var server : group.inUse()) {
            var key = server.index();
            var weight = server.state().effectiveWeight();
            if (begins) rotation.add(key, server.id(), weight);
            else if (rotation.weight(key) == 0) rotation.join(key, server.id(), weight);
            else rotation.weight(key, weight);
        }
        return new Turns(rotation, byKey);
    }
}
