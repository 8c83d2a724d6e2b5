package headway.traffic.server;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Lab;
import headway.wire.engine.Loop;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many guests on several loops want few slots, wait, give up at random, and are sent away by servers that come and go: nobody is forgotten, no slot is lost. */
class AdmissionRaceTest {
    private static final int LOOPS = 3;
    private static final int GUESTS = 12;
    private static final int VISITS = 3_000;

    /** One that takes a slot, holds it for a moment, and comes again. */
    private static final class Guest extends Waiter {
        private final ServerGroup group;
        private final Loop home;
        private final Random random;
        private final CountDownLatch done;
        private final AtomicInteger holding;
        private int visits = VISITS;
        private boolean waits;

        Guest(ServerGroup group, Loop home, long seed, CountDownLatch done, AtomicInteger holding) {
            this.group = group;
            this.home = home;
            this.random = new Random(seed);
            this.done = done;
            this.holding = holding;
        }

        void come() {
            var servers = group.servers();
            var server = servers.get(random.nextInt(servers.size()));
            if (server.isReachable() && server.take()) {
                hold(server);
                return;
            }
            waits = true;
            group.admission().await(this, server.isReachable() && random.nextBoolean() ? server : null, home);
            // Now and then it has no patience: at once, or when the grant may be under way.
            if (random.nextInt(4) == 0) giveUp();
            else if (random.nextInt(3) == 0) home.send(this::giveUp);
        }

        private void giveUp() {
            if (!waits) return;
            waits = false;
            group.admission().cancel(this);
            leave();
        }

        private void hold(Server server) {
            holding.incrementAndGet();
            home.send(() -> {
                holding.decrementAndGet();
                server.release();
                leave();
            });
        }

        private void leave() {
            if (--visits == 0) done.countDown();
            else home.send(this::come);
        }

        @Override
        protected void granted(Server server) {
            assertThat(waits).isTrue();
            waits = false;
            hold(server);
        }

        @Override
        protected void evicted() {
            assertThat(waits).isTrue();
            waits = false;
            home.send(this::come);
        }
    }

    @Test
    void nobodyIsForgottenAndNoSlotIsLost() throws InterruptedException {
        var random = Lab.seeded("admission");
        try (var loops = new TestLoops(LOOPS)) {
            var group = new Farm(LOOPS).server(1, 2).server(1, 1).server(1, 1).group();
            var done = new CountDownLatch(GUESTS);
            var holding = new AtomicInteger();
            for (var i = 0; i < GUESTS; i++) {
                var loop = loops.all.get(i % LOOPS);
                var guest = new Guest(group, loop, random.nextLong(), done, holding);
                loop.send(guest::come);
            }
            flap(group, done);
            assertThat(done.await(60, TimeUnit.SECONDS))
                    .as("guests still waiting: %s", done.getCount())
                    .isTrue();
            assertThat(holding).hasValue(0);
            assertThat(group.admission().waiting()).isZero();
            for (var server : group.servers())
                assertThat(server.sessions()).as(server.name()).isZero();
        }
    }

    /** The third server goes and comes until the guests are through. */
    private static void flap(ServerGroup group, CountDownLatch done) {
        var third = group.servers().get(2);
        while (done.getCount() > 0) {
            group.changes().maint(third);
            Thread.onSpinWait();
            group.changes().ready(third);
            Thread.onSpinWait();
        }
    }
}
