package headway.traffic.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.language.model.ServerLine;
import headway.wire.engine.Loop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final TestLoops LOOPS = new TestLoops(2);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    /** Writes down what it is told. */
    private static final class Guest extends Waiter {
        private final String name;
        private final List<String> events;

        Guest(String name, List<String> events) {
            this.name = name;
            this.events = events;
        }

        @Override
        protected void granted(Server server) {
            events.add(name + " granted " + server.name() + " after " + position());
        }

        @Override
        protected void evicted() {
            events.add(name + " evicted");
        }
    }

    private final List<String> events = new CopyOnWriteArrayList<>();

    private Guest waiting(ServerGroup group, String name, Server server, Loop loop) {
        var guest = new Guest(name, events);
        group.admission().await(guest, server, loop);
        return guest;
    }

    private void settle() {
        LOOPS.all.forEach(loop -> TestLoops.run(loop, () -> {}));
    }

    @Test
    void slotsAreLimitedByMaxconn() {
        var server = new Farm(1).server(1, 2).group().servers().getFirst();
        assertThat(server.take()).isTrue();
        assertThat(server.take()).isTrue();
        assertThat(server.take()).isFalse();
        server.release();
        assertThat(server.take()).isTrue();
    }

    @Test
    void aServerWithoutMaxconnIsNeverFull() {
        var server = new Farm(1).server(1, 0).group().servers().getFirst();
        for (var i = 0; i < 1000; i++) assertThat(server.take()).isTrue();
        assertThat(server.isFull()).isFalse();
    }

    private void waiting(ServerGroup group, String name, Server server, int priorityClass, int offsetMillis) {
        var guest = new Guest(name, events);
        guest.priorityClass = priorityClass;
        guest.offsetMillis = offsetMillis;
        group.admission().await(guest, server, LOOPS.all.getFirst());
    }

    @Test
    void priorityClassComesBeforeOffsetAndOffsetBeforeArrival() {
        var group = new Farm(1).server(1, 1).group();
        var server = group.servers().getFirst();
        server.take();
        waiting(group, "plain", server, 0, 0);
        waiting(group, "late", server, 0, 500_000);
        waiting(group, "early", server, 0, -500_000);
        waiting(group, "last", server, 5, -500_000);
        waiting(group, "first", server, -5, 500_000);
        waiting(group, "any", null, 0, -400_000);
        for (var i = 0; i < 6; i++) server.release();
        await().until(() -> events.size() == 6);
        assertThat(events.stream().map(e -> e.substring(0, e.indexOf(' '))))
                .containsExactly("first", "early", "any", "plain", "late", "last");
    }

    @Test
    void whoGivesUpLeavesTheOthersInTheirOrder() {
        var group = new Farm(1).server(1, 1).group();
        var server = group.servers().getFirst();
        server.take();
        var guests = new ArrayList<Guest>();
        for (var i = 0; i < 40; i++) {
            var guest = new Guest("g" + i, events);
            guest.priorityClass = i * 7 % 10;
            group.admission().await(guest, server, LOOPS.all.getFirst());
            guests.add(guest);
        }
        for (var i = 0; i < 40; i += 3) group.admission().cancel(guests.get(i));
        for (var i = 0; i < 26; i++) server.release();
        await().until(() -> events.size() == 26);
        var expected = guests.stream()
                .filter(g -> guests.indexOf(g) % 3 != 0)
                .sorted(Comparator.comparingInt((Guest g) -> g.priorityClass).thenComparingInt(guests::indexOf))
                .map(g -> g.name);
        assertThat(events.stream().map(e -> e.substring(0, e.indexOf(' '))))
                .containsExactlyElementsOf(expected.toList());
    }

    @Test
    void whoWaitsIsServedInTheOrderOfArrival() {
        var group = new Farm(2).server(1, 1).group();
        var server = group.servers().getFirst();
        server.take();
        waiting(group, "a", server, LOOPS.all.get(0));
        waiting(group, "b", server, LOOPS.all.get(0));
        waiting(group, "c", null, LOOPS.all.get(0));
        for (var i = 0; i < 3; i++) server.release();
        await().until(() -> events.size() == 3);
        assertThat(events).containsExactly("a granted s1 after 1", "b granted s1 after 2", "c granted s1 after 1");
        assertThat(server.sessions()).isEqualTo(1);
    }

    @Test
    void aSlotThatIsPassedOnIsNeverFreeForNewcomers() {
        var group = new Farm(2).server(1, 1).group();
        var server = group.servers().getFirst();
        server.take();
        waiting(group, "a", server, LOOPS.all.get(0));
        server.release();
        assertThat(server.take()).isFalse();
        assertThat(server.sessions()).isEqualTo(1);
    }

    @Test
    void whoGivesUpLeavesTheQueue() {
        var group = new Farm(2).server(1, 1).group();
        var server = group.servers().getFirst();
        server.take();
        var a = waiting(group, "a", server, LOOPS.all.get(0));
        waiting(group, "b", server, LOOPS.all.get(0));
        group.admission().cancel(a);
        server.release();
        await().until(() -> events.size() == 1);
        assertThat(events).containsExactly("b granted s1 after 1");
        assertThat(group.admission().waiting()).isZero();
    }

    @Test
    void aGrantThatIsNotWantedAnyMorePassesToTheNext() {
        var group = new Farm(2).server(1, 1).group();
        var server = group.servers().getFirst();
        TestLoops.run(LOOPS.all.get(0), () -> {
            server.take();
            var a = waiting(group, "a", server, LOOPS.all.get(0));
            waiting(group, "b", server, LOOPS.all.get(0));
            // The message to "a" is under way, and its loop is busy with this.
            server.release();
            group.admission().cancel(a);
        });
        settle();
        assertThat(events).containsExactly("b granted s1 after 2");
        assertThat(server.sessions()).isEqualTo(1);
    }

    @Test
    void aServerThatGoesSendsItsWaitersElsewhere() {
        var farm = new Farm(2).server(1, 1).server(1, 1);
        var group = farm.group();
        var first = group.servers().getFirst();
        first.take();
        waiting(group, "a", first, LOOPS.all.get(1));
        waiting(group, "b", first, LOOPS.all.get(0));
        group.changes().maint(first);
        await().until(() -> events.size() == 2);
        assertThat(events).containsExactlyInAnyOrder("a evicted", "b evicted");
        assertThat(farm.log)
                .containsExactly("ALERT Server b/s1 is going DOWN for maintenance. 1 active and 0 backup servers left."
                        + " 1 sessions active, 2 requeued, 0 remaining in queue.");
    }

    @Test
    void aServerThatComesTakesFromTheCommonQueue() {
        var group = new Farm(2).server(1, 1).server(1, 1).group();
        var second = group.servers().get(1);
        group.changes().maint(second);
        group.servers().getFirst().take();
        waiting(group, "a", null, LOOPS.all.get(0));
        group.changes().ready(second);
        await().until(() -> !events.isEmpty());
        assertThat(events).containsExactly("a granted s2 after 1");
    }

    @Test
    void aBackupDoesNotTakeFromTheCommonQueueWhileActiveServersAreUp() {
        var group = new Farm(2).server(1, 1).backup(1).group();
        group.servers().getFirst().take();
        waiting(group, "a", null, LOOPS.all.get(0));
        var backup = group.servers().get(1);
        backup.take();
        backup.release();
        settle();
        assertThat(events).isEmpty();
    }

    @Test
    void maxqueueSaysWhenNobodyMoreMayWait() {
        var group = new Farm(2).limited(new ServerLine.Limits(1, 0, 1, 0)).group();
        var server = group.servers().getFirst();
        server.take();
        assertThat(server.isQueueFull()).isFalse();
        waiting(group, "a", server, LOOPS.all.get(0));
        assertThat(server.isQueueFull()).isTrue();
    }

    /** minconn 2, maxconn 10, fullconn 100: with 50 sessions in the backend half of maxconn. */
    @Test
    void theLimitFollowsTheLoadOfTheBackend() {
        var group = new Farm(1)
                .limited(new ServerLine.Limits(10, 2, 0, 0))
                .fullConnections(100)
                .group();
        var server = group.servers().getFirst();
        assertThat(group.admission().limit(server)).isEqualTo(2);
        for (var i = 0; i < 50; i++) group.tally().sessions.enter();
        assertThat(group.admission().limit(server)).isEqualTo(5);
        for (var i = 0; i < 50; i++) group.tally().sessions.enter();
        assertThat(group.admission().limit(server)).isEqualTo(10);
    }
}
