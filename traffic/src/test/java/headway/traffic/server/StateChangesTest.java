package headway.traffic.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The words are those that HAProxy 2.6 was watched to write. */
class StateChangesTest {
    private static final String NONE_LEFT =
            " 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.";

    private final Farm farm = new Farm(1).server(1, 0).backup(7);
    private final ServerGroup group = farm.group();
    private final Server active = group.servers().get(0);
    private final Server backup = group.servers().get(1);
    private final StateChanges changes = group.changes();

    @Test
    void maintenanceOfTheLastActiveServerIsAnAlertAndTheBackupTakesOver() {
        changes.maint(active);
        assertThat(farm.log)
                .containsExactly("ALERT Server b/s1 is going DOWN for maintenance. 0 active and 1 backup servers left."
                        + " Running on backup. 0 sessions active, 0 requeued, 0 remaining in queue.");
        assertThat(farm.console).allMatch(line -> line.startsWith("WARNING Server b/s1"));
        assertThat(group.inUse()).containsExactly(backup);
    }

    @Test
    void theLastServerTakesTheBackendWithIt() {
        changes.maint(backup);
        changes.down(active, ", reason: Layer4 timeout, check duration: 1ms");
        assertThat(farm.log)
                .containsExactly(
                        "ALERT Backup Server b/s2 is going DOWN for maintenance. 1 active and 0 backup servers left."
                                + " 0 sessions active, 0 requeued, 0 remaining in queue.",
                        "ALERT Server b/s1 is DOWN, reason: Layer4 timeout, check duration: 1ms." + NONE_LEFT,
                        "EMERG backend b has no server available!");
        assertThat(farm.console).last().isEqualTo("ALERT backend 'b' has no server available!");
        assertThat(group.timesDown()).isEqualTo(1);
    }

    @Test
    void aListenIsCalledAProxy() {
        var listen = new Farm(1).kind("proxy").server(1, 0);
        var only = listen.group();
        only.changes().maint(only.servers().getFirst());
        assertThat(listen.log).last().isEqualTo("EMERG proxy b has no server available!");
    }

    @Test
    void leavingMaintenanceMakesItReadyUntilTheNextCheck() {
        changes.maint(active);
        farm.log.clear();
        changes.ready(active);
        assertThat(farm.log).containsExactly("NOTICE Server b/s1 is UP/READY (leaving forced maintenance).");
        assertThat(active.check().health()).isEqualTo(2);
        assertThat(active.state().admin()).isZero();
    }

    @Test
    void aDownServerEntersMaintenanceQuietly() {
        changes.down(active, "");
        farm.log.clear();
        changes.maint(active);
        changes.maint(active);
        assertThat(farm.log).containsExactly("NOTICE Server b/s1 was DOWN and now enters maintenance.");
    }

    @Test
    void drainingSaysOnlineOfAServerThatIsUp() {
        changes.drain(active);
        changes.ready(active);
        assertThat(farm.log)
                .containsExactly(
                        "NOTICE Server b/s1 enters drain state. 0 active and 1 backup servers online."
                                + " Running on backup. 0 sessions requeued, 0 total in queue.",
                        "NOTICE Server b/s1 is UP (leaving forced drain).");
    }

    @Test
    void drainingSaysLeftOfAServerThatIsDown() {
        changes.down(active, "");
        farm.log.clear();
        changes.drain(active);
        changes.ready(active);
        assertThat(farm.log)
                .containsExactly(
                        "NOTICE Server b/s1 enters drain state. 0 active and 1 backup servers left."
                                + " Running on backup. 0 sessions active, 0 requeued, 0 remaining in queue.",
                        "NOTICE Server b/s1 is DOWN (leaving forced drain).");
    }

    @Test
    void fromMaintenanceToDrainItPassesThroughBoth() {
        changes.maint(active);
        farm.log.clear();
        changes.drain(active);
        assertThat(farm.log)
                .containsExactly(
                        "NOTICE Server b/s1 is UP/DRAIN (leaving forced maintenance).",
                        "NOTICE Server b/s1 remains in forced drain mode.");
        assertThat(active.state().admin()).isEqualTo(Admin.FORCED_DRAIN);
    }

    @Test
    void weightZeroOfTheLastServerEndsTheBackendToo() {
        changes.maint(backup);
        farm.log.clear();
        changes.weight(active, 0);
        assertThat(farm.log).containsExactly("EMERG backend b has no server available!");
        changes.weight(active, 3);
        assertThat(group.inUse()).containsExactly(active);
    }

    @Test
    void aStoppingServerGetsNoNewSessions() {
        changes.stopping(active, ", reason: Layer7 check conditionally passed, code: 404, check duration: 0ms");
        changes.up(active, "");
        assertThat(farm.log)
                .containsExactly(
                        "NOTICE Server b/s1 is stopping, reason: Layer7 check conditionally passed, code: 404, check duration: 0ms."
                                + " 0 active and 1 backup servers online. Running on backup. 0 sessions requeued, 0 total in queue.",
                        "NOTICE Server b/s1 is UP. 1 active and 1 backup servers online. 0 sessions requeued, 0 total in queue.");
    }

    @Test
    void checksDoNotChangeAServerInMaintenance() {
        changes.maint(active);
        farm.log.clear();
        changes.up(active, "");
        changes.down(active, "");
        changes.stopping(active, "");
        assertThat(farm.log).isEmpty();
    }
}
