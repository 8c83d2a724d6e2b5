package headway.traffic.server;

import headway.traffic.server.OperatorLog.Level;

/**
 * Every way in which a server's state changes, with what is logged about it in HAProxy's words. One at a time for a group, under its monitor; from any thread.
 *
 * <p>Before the log line is written the queue has been dealt with: who waited for a server that is gone chooses again, who waits for any gets the slots of one that came.
 */
public final class StateChanges {
    private final ServerGroup group;

    StateChanges(ServerGroup group) {
        this.group = group;
    }

    /** Checks (or the operator) found it dead. {@code why} begins with a comma or is empty. */
    public void down(Server server, String why) {
        synchronized (group) {
            var state = server.state();
            if (state.operational() == OperationalState.STOPPED || state.isMaint()) return;
            var before = count();
            var requeued = stop(server, state.with(OperationalState.STOPPED, now()));
            tell(lost(before), named(server) + " is DOWN" + why + left(server, requeued));
            backendEnds(before);
        }
    }

    /** Checks (or the operator) found it alive. */
    public void up(Server server, String why) {
        synchronized (group) {
            var state = server.state();
            if (state.operational() == OperationalState.RUNNING
                    || state.operational() == OperationalState.STARTING
                    || state.isMaint()) return;
            var before = count();
            var requeued = start(server, state);
            tell(Level.NOTICE, named(server) + " is UP" + why + online(server, requeued));
            backendBegins(before);
        }
    }

    /** It is alive and wants no new sessions. */
    public void stopping(Server server, String why) {
        synchronized (group) {
            var state = server.state();
            if (state.operational() == OperationalState.STOPPING || state.isMaint()) return;
            var before = count();
            server.downtime.up(now());
            change(server, state.with(OperationalState.STOPPING, now()));
            tell(Level.NOTICE, named(server) + " is stopping" + why + online(server, 0));
            backendEnds(before);
        }
    }

    /** {@code set server state maint}, {@code disable server}. */
    public void maint(Server server) {
        synchronized (group) {
            var state = server.state();
            if (state.isMaint()) return;
            var before = count();
            var admin = state.admin() & ~Admin.FORCED_DRAIN | Admin.FORCED_MAINT;
            server.check(server.check().pausing(true));
            if (state.operational() == OperationalState.STOPPED) {
                change(server, state.withAdmin(admin, state.changedNanos()));
                tell(Level.NOTICE, named(server) + " was DOWN and now enters maintenance.");
                return;
            }
            var stopped = state.withAdmin(admin, now()).with(OperationalState.STOPPED, now());
            var requeued = stop(server, stopped);
            server.check(server.check().healthy(0));
            tell(lost(before), named(server) + " is going DOWN for maintenance" + left(server, requeued));
            backendEnds(before);
        }
    }

    /** {@code set server state ready}, {@code enable server}. */
    public void ready(Server server) {
        synchronized (group) {
            if (server.state().isMaint()) leaveMaint(server, 0, "UP/READY");
            else if (server.state().isDrain()) leaveDrain(server);
        }
    }

    /** {@code set server state drain}: it keeps its sessions and those whom a cookie sends there. */
    public void drain(Server server) {
        synchronized (group) {
            var state = server.state();
            if (state.isMaint()) {
                leaveMaint(server, Admin.FORCED_DRAIN, "UP/DRAIN");
                tell(Level.NOTICE, named(server) + " remains in forced drain mode.");
                return;
            }
            if (state.isDrain()) return;
            var before = count();
            change(server, state.withAdmin(state.admin() | Admin.FORCED_DRAIN, now()));
            var counts = state.isReachable() ? online(server, 0) : left(server, 0);
            tell(Level.NOTICE, named(server) + " enters drain state" + counts);
            backendEnds(before);
        }
    }

    private void leaveMaint(Server server, int drain, String how) {
        var before = count();
        var state = server.state();
        var admin = state.admin() & ~(Admin.FORCED_MAINT | Admin.FORCED_DRAIN) | drain;
        server.check(server.check().pausing(false).healthy(server.check().rise()));
        start(server, state.withAdmin(admin, now()));
        tell(Level.NOTICE, named(server) + " is " + how + " (leaving forced maintenance).");
        backendBegins(before);
    }

    private void leaveDrain(Server server) {
        var before = count();
        var state = server.state();
        change(server, state.withAdmin(state.admin() & ~Admin.FORCED_DRAIN, now()));
        if (server.isReachable()) group.admission().dispatch(server);
        var word = state.isReachable() ? "UP" : "DOWN";
        tell(Level.NOTICE, named(server) + " is " + word + " (leaving forced drain).");
        backendBegins(before);
    }

    /** Its name has got an address, or has lost the last one. */
    public void resolved(Server server, boolean hasAddress) {
        synchronized (group) {
            var state = server.state();
            var unresolved = (state.admin() & Admin.UNRESOLVED) != 0;
            if (unresolved != hasAddress) return;
            var before = count();
            if (hasAddress) {
                start(server, state.withAdmin(state.admin() & ~Admin.UNRESOLVED, now()));
                backendBegins(before);
            } else {
                stop(
                        server,
                        state.withAdmin(state.admin() | Admin.UNRESOLVED, now()).with(OperationalState.STOPPED, now()));
                backendEnds(before);
            }
        }
    }

    /** Another weight, 0 to 256. Nothing is logged about the server itself. */
    public void weight(Server server, int weight) {
        synchronized (group) {
            var before = count();
            change(server, server.state().withWeight(weight));
            group.admission().dispatch(server);
            backendEnds(before);
            backendBegins(before);
        }
    }

    /** A step of {@code slowstart}: how many per cent of its weight count. At 100 it is over. */
    public void throttle(Server server, int percent) {
        synchronized (group) {
            var state = server.state();
            if (state.operational() != OperationalState.STARTING) return;
            var next = state.withThrottle(Math.min(100, percent));
            change(server, percent >= 100 ? next.with(OperationalState.RUNNING, state.changedNanos()) : next);
            group.admission().dispatch(server);
        }
    }

    private int stop(Server server, ServerState next) {
        server.downtime.down(now());
        change(server, next);
        if (server.line().shutdown().down()) group.end(server, true);
        return group.admission().redistribute(server);
    }

    private int start(Server server, ServerState state) {
        server.downtime.up(now());
        var slow = server.limits().slowStartNanos() > 0;
        var next = state.with(slow ? OperationalState.STARTING : OperationalState.RUNNING, now());
        if (next.isMaint()) next = next.with(OperationalState.STOPPED, now());
        change(server, slow ? next.withThrottle(1) : next);
        if (server.line().shutdown().up()
                && !server.isBackup()
                && server.state().isUsable()) endBackups();
        var before = server.sessions();
        group.admission().dispatch(server);
        return Math.max(0, server.sessions() - before);
    }

    private void endBackups() {
        for (var other : group.servers()) if (other.isBackup()) group.end(other, false);
    }

    private void change(Server server, ServerState next) {
        server.state(next);
        group.recount();
    }

    private void backendEnds(int before) {
        if (before == 0 || count() > 0) return;
        group.changedNanos(now());
        group.downtime.down(now());
        var kind = group.kind();
        group.log().console(Level.ALERT, kind + " '" + group.name() + "' has no server available!");
        group.log().log(Level.EMERG, kind + " " + group.name() + " has no server available!");
    }

    private void backendBegins(int before) {
        if (before > 0 || count() == 0) return;
        group.changedNanos(now());
        group.downtime.up(now());
    }

    private void tell(Level level, String text) {
        group.tell(level, text);
    }

    /** As long as there was a server to lose it is an alert. */
    private static Level lost(int before) {
        return before > 0 ? Level.ALERT : Level.NOTICE;
    }

    private static String named(Server server) {
        return (server.isBackup() ? "Backup Server " : "Server ") + server;
    }

    private String left(Server server, int requeued) {
        return counts("left") + " " + server.sessions() + " sessions active, " + requeued + " requeued, "
                + server.queue().length() + " remaining in queue.";
    }

    private String online(Server server, int requeued) {
        return counts("online") + " " + requeued + " sessions requeued, "
                + server.queue().length() + " total in queue.";
    }

    private String counts(String word) {
        var onBackup = group.active() == 0 && group.backup() > 0 ? " Running on backup." : "";
        return ". " + group.active() + " active and " + group.backup() + " backup servers " + word + "." + onBackup;
    }

    private int count() {
        return group.active() + group.backup();
    }

    private long now() {
        return group.nanos();
    }
}
