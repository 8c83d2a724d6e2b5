package headway.traffic.server;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.model.BackSide.HttpReuse;
import headway.testkit.Lab;
import headway.wire.engine.Loop;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Loops lease, release, steal and lose idle connections at random: none is ever in two hands, none is lost, and the counts are right in the end. */
class PoolRaceTest {
    private static final int LOOPS = 3;
    private static final int USERS = 9;
    private static final int ROUNDS = 4_000;

    private static final class User {
        private final ServerPool pool;
        private final Loop loop;
        private final Random random;
        private final List<ConcurrentLinkedQueue<FakeConnection>> byLoop;
        private final CountDownLatch done;
        private final Queue<FakeConnection> made;
        private int rounds = ROUNDS;

        User(
                ServerPool pool,
                Loop loop,
                long seed,
                List<ConcurrentLinkedQueue<FakeConnection>> byLoop,
                CountDownLatch done,
                Queue<FakeConnection> made) {
            this.pool = pool;
            this.loop = loop;
            this.random = new Random(seed);
            this.byLoop = byLoop;
            this.done = done;
            this.made = made;
        }

        void use() {
            var connection = (FakeConnection) pool.lease(loop, random.nextInt(5) == 0);
            if (connection == null) {
                pool.opening(loop);
                connection = new FakeConnection(made.size() + 1, loop);
                made.add(connection);
                byLoop.get(loop.index()).add(connection);
            }
            assertThat(connection.loop()).isSameAs(loop);
            assertThat(connection.isClosed()).isFalse();
            var held = connection;
            loop.send(() -> giveBack(held));
        }

        private void giveBack(FakeConnection held) {
            if (random.nextInt(10) == 0) {
                held.close();
                pool.gone(loop);
            } else {
                pool.release(held);
                if (random.nextInt(3) == 0) held.lookAfter();
            }
            // A server closes one of those that were made here; if it is idle on this loop.
            var other = byLoop.get(loop.index()).peek();
            if (other != null && random.nextInt(8) == 0 && other.loop() == loop) other.endWhileIdle();
            if (other != null && other.isClosed()) byLoop.get(loop.index()).poll();
            if (--rounds == 0) done.countDown();
            else loop.send(this::use);
        }
    }

    @Test
    void noConnectionIsEverInTwoHands() throws InterruptedException {
        var random = Lab.seeded("pool");
        try (var loops = new TestLoops(LOOPS)) {
            var policy = PoolPolicy.unlimited(HttpReuse.ALWAYS, true);
            var pool = new Farm(LOOPS)
                    .policy(policy)
                    .pooled(Farm.pool(-1))
                    .group()
                    .servers()
                    .getFirst()
                    .pool();
            var byLoop = List.of(
                    new ConcurrentLinkedQueue<FakeConnection>(),
                    new ConcurrentLinkedQueue<FakeConnection>(),
                    new ConcurrentLinkedQueue<FakeConnection>());
            var done = new CountDownLatch(USERS);
            var made = new ConcurrentLinkedQueue<FakeConnection>();
            for (var i = 0; i < USERS; i++) {
                var loop = loops.all.get(i % LOOPS);
                loop.send(new User(pool, loop, random.nextLong(), byLoop, done, made)::use);
            }
            assertThat(done.await(120, TimeUnit.SECONDS)).isTrue();
            // What a claim has missed is laid back by a message.
            for (var loop : loops.all) TestLoops.run(loop, () -> {});
            assertThat(pool.used()).isZero();
            var idle = pool.idle();
            assertThat(drain(pool, loops.all.getFirst())).isEqualTo(idle);
            assertThat(pool.idle()).isZero();
            assertThat(made).as("forgotten").allMatch(FakeConnection::isClosed);
            assertThat(made.size()).isBetween(2, USERS * ROUNDS / 2);
        }
    }

    /** Leases and closes all that is idle; how many that was. */
    private static int drain(ServerPool pool, Loop loop) {
        return TestLoops.on(loop, () -> {
            var count = 0;
            for (var next = pool.lease(loop, false); next != null; next = pool.lease(loop, false)) {
                next.close();
                pool.gone(loop);
                count++;
            }
            return count;
        });
    }
}
