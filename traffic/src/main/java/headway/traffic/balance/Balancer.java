package headway.traffic.balance;

import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;

/**
 * An algorithm of {@code balance}. {@link #choose} is called by all loops at once and takes no lock; {@link #changed} is called under the group's monitor and replaces what
 * {@code choose} looks at.
 */
public abstract class Balancer implements ServerGroup.Listener {
    /** As {@code show stat} names it. */
    public abstract String name();

    /** Chooses a server and takes a slot of it. */
    public abstract Outcome choose(Choice choice);

    @Override
    public abstract void changed(ServerGroup group);

    /** Takes a slot of this one if it may be chosen at all. */
    static boolean take(Choice choice, Server server) {
        if (!server.isReachable() || !server.take()) return false;
        choice.server = server;
        return true;
    }

    /** When none had a slot: wait for any, unless there is none to wait for. A server that was to be avoided is better than nothing. */
    static Outcome fallBack(Choice choice, Server[] servers) {
        var avoided = choice.avoid;
        if (avoided != null && avoided.isInUse() && take(choice, avoided)) return Outcome.TAKEN;
        return servers.length == 0 ? Outcome.NONE : Outcome.ALL_FULL;
    }
}
