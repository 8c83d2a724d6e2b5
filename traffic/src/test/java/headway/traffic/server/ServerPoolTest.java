package headway.traffic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.language.model.BackSide.HttpReuse;
import headway.language.model.ServerLine;
import headway.wire.engine.Loop;
import headway.wire.exchange.ServerConnection;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ServerPoolTest {
    private static final TestLoops LOOPS = new TestLoops(2);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    private final Loop loop = LOOPS.all.get(0);
    private final Loop other = LOOPS.all.get(1);
    private final List<FakeConnection> made = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private static ServerPool pool(HttpReuse reuse, ServerLine.Pool settings) {
        return pool(PoolPolicy.unlimited(reuse, true), settings);
    }

    private static ServerPool pool(PoolPolicy policy, ServerLine.Pool settings) {
        return new Farm(2)
                .policy(policy)
                .pooled(settings)
                .group()
                .servers()
                .getFirst()
                .pool();
    }

    private static ServerPool pool(HttpReuse reuse) {
        return pool(reuse, Farm.pool(-1));
    }

    private FakeConnection open(ServerPool pool, Loop on) {
        return TestLoops.on(on, () -> {
            pool.opening(on);
            var connection = new FakeConnection(numbers.incrementAndGet(), on);
            made.add(connection);
            return connection;
        });
    }

    private boolean release(ServerPool pool, ServerConnection connection) {
        return TestLoops.on(connection.loop(), () -> pool.release(connection));
    }

    /** Its number, 0 for none. */
    private int lease(ServerPool pool, Loop on, boolean first) {
        var found = TestLoops.on(on, () -> {
            var leased = pool.lease(on, first);
            return leased == null ? 0 : ((FakeConnection) leased).number;
        });
        return found;
    }

    /** So many connections that were in use at the same time and are idle now. */
    private List<FakeConnection> idle(ServerPool pool, int count) {
        var all = new ArrayList<FakeConnection>();
        for (var i = 0; i < count; i++) all.add(open(pool, loop));
        for (var connection : all) assertThat(release(pool, connection)).isTrue();
        return all;
    }

    @Test
    void theOneThatIsIdleLongestIsUsedFirst() {
        var pool = pool(HttpReuse.SAFE);
        idle(pool, 3);
        assertThat(List.of(lease(pool, loop, false), lease(pool, loop, false), lease(pool, loop, false)))
                .containsExactly(1, 2, 3);
        assertThat(lease(pool, loop, false)).isZero();
    }

    @Test
    void neverGivesNothingAndKeepsNothing() {
        var pool = pool(HttpReuse.NEVER);
        var connection = open(pool, loop);
        assertThat(release(pool, connection)).isFalse();
        assertThat(connection.isClosed()).isTrue();
        assertThat(pool.idle()).isZero();
    }

    @Test
    void safeGivesNothingToTheFirstRequestOfASession() {
        var pool = pool(HttpReuse.SAFE);
        idle(pool, 1);
        assertThat(lease(pool, loop, true)).isZero();
        assertThat(lease(pool, loop, false)).isEqualTo(1);
    }

    @Test
    void alwaysGivesToTheFirstRequestToo() {
        var pool = pool(HttpReuse.ALWAYS);
        idle(pool, 1);
        assertThat(lease(pool, loop, true)).isEqualTo(1);
    }

    @Test
    void aggressiveGivesToTheFirstRequestOnlyWhatWasReusedBefore() {
        var pool = pool(HttpReuse.AGGRESSIVE);
        var connection = idle(pool, 1).getFirst();
        assertThat(lease(pool, loop, true)).isZero();
        assertThat(lease(pool, loop, false)).isEqualTo(1);
        release(pool, connection);
        assertThat(pool.idleProven()).isEqualTo(1);
        assertThat(lease(pool, loop, true)).isEqualTo(1);
    }

    @Test
    void aLoopTakesFromAnotherWhenItHasNone() {
        var pool = pool(HttpReuse.SAFE);
        var connection = idle(pool, 1).getFirst();
        assertThat(lease(pool, other, false)).isEqualTo(1);
        assertThat(connection.loop()).isSameAs(other);
        assertThat(pool.idle()).isZero();
        assertThat(pool.used()).isEqualTo(1);
    }

    @Test
    void unsharedPoolsStayWithTheirLoops() {
        var pool = pool(PoolPolicy.unlimited(HttpReuse.SAFE, false), Farm.pool(-1));
        idle(pool, 1);
        assertThat(lease(pool, other, false)).isZero();
        assertThat(lease(pool, loop, false)).isEqualTo(1);
    }

    @Test
    void poolLowConnKeepsOthersFromTaking() {
        var pool = pool(HttpReuse.SAFE, new ServerLine.Pool(-1, 2, 5_000_000_000L, -1));
        idle(pool, 2);
        assertThat(lease(pool, other, false)).isZero();
        var third = open(pool, loop);
        var fourth = open(pool, loop);
        release(pool, third);
        release(pool, fourth);
        assertThat(lease(pool, other, false)).isPositive();
    }

    @Test
    void poolMaxConnLimitsWhatIsKept() {
        var pool = pool(HttpReuse.SAFE, Farm.pool(1));
        var a = open(pool, loop);
        var b = open(pool, loop);
        assertThat(release(pool, a)).isTrue();
        assertThat(release(pool, b)).isFalse();
        assertThat(b.isClosed()).isTrue();
    }

    /** Watched at HAProxy 2.6: of sessions that come one after the other, each with a connection of its own, one connection stays. */
    @Test
    void noMoreAreKeptThanWereNeededAtTheSameTime() {
        var pool = pool(HttpReuse.SAFE);
        for (var i = 0; i < 5; i++) release(pool, open(pool, loop));
        assertThat(pool.idle()).isEqualTo(1);
        assertThat(made.getFirst().isClosed()).isFalse();
        assertThat(made.subList(1, 5)).allMatch(FakeConnection::isClosed);
    }

    @Test
    void maxReuseEndsAConnectionThatHasCarriedItsRequests() {
        var pool = pool(HttpReuse.SAFE, new ServerLine.Pool(-1, 0, 5_000_000_000L, 1));
        var connection = idle(pool, 1).getFirst();
        lease(pool, loop, false);
        assertThat(connection.exchanges).isEqualTo(2);
        assertThat(release(pool, connection)).isFalse();
    }

    @Test
    void whatCannotBeUsedAgainIsClosed() {
        var pool = pool(HttpReuse.SAFE);
        assertThat(release(pool, open(pool, loop).spent())).isFalse();
        var personal = open(pool, loop);
        personal.isPrivate = true;
        assertThat(release(pool, personal)).isFalse();
    }

    @Test
    void manyDescriptorsInUseKeepConnectionsFromBeingKeptAndCostIdleOnes() {
        var used = new AtomicInteger();
        var pool = pool(new PoolPolicy(HttpReuse.SAFE, true, used::get, 20, 25), Farm.pool(-1));
        var kept = idle(pool, 1).getFirst();
        used.set(20);
        var second = open(pool, loop);
        assertThat(release(pool, second)).isFalse();
        used.set(25);
        open(pool, loop);
        assertThat(kept.isClosed()).isTrue();
    }

    @Test
    void oneThatEndedWhileIdleIsForgotten() {
        var pool = pool(HttpReuse.SAFE);
        var all = idle(pool, 3);
        TestLoops.run(loop, all.get(1)::endWhileIdle);
        assertThat(pool.idle()).isEqualTo(2);
        assertThat(List.of(lease(pool, loop, false), lease(pool, loop, false), lease(pool, loop, false)))
                .containsExactly(1, 3, 0);
    }

    /** Watched at HAProxy 2.6 with five: nothing in the first two periods, then half of those above the estimate and one, the oldest first. */
    @Test
    void whatIsNotNeededAnyMoreGoesHalfByHalf() {
        var pool = pool(HttpReuse.SAFE, new ServerLine.Pool(-1, 0, 60_000_000L, -1));
        var all = idle(pool, 5);
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> pool.idle() < 5);
        assertThat(all.get(0).isClosed()).isTrue();
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> pool.idle() == 0 && pool.needed() == 0);
        assertThat(all).allMatch(FakeConnection::isClosed);
    }

    @Test
    void estimatesFallByHalfAndSayHowManyAreTooMany() {
        var pool = pool(HttpReuse.SAFE);
        idle(pool, 5);
        var second = 5_000_000_000L;
        var surplus = new ArrayList<Integer>();
        var needed = new ArrayList<Integer>();
        for (var i = 1; i <= 3; i++) {
            surplus.add(pool.estimate(System.nanoTime() + i * second, pool.idle()));
            needed.add(pool.needed());
        }
        assertThat(needed).containsExactly(5, 2, 1);
        assertThat(surplus).containsExactly(0, 0, 3);
    }

    @Test
    void leasingAndReleasingAllocateNothing() {
        var pool = pool(HttpReuse.ALWAYS);
        idle(pool, 3);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var least = TestLoops.on(loop, () -> {
            var best = Long.MAX_VALUE;
            for (var attempt = 0; attempt < 10 && best > 0; attempt++) {
                var before =
                        threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
                for (var i = 0; i < 20_000; i++) pool.release(Objects.requireNonNull(pool.lease(loop, true)));
                best = Math.min(
                        best,
                        threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before);
            }
            return best;
        });
        assertThat(least).isZero();
    }

    @Test
    void manyIdleConnectionsKeepTheirOrderOverHolesAndGrowth() {
        var pool = pool(HttpReuse.SAFE);
        var all = idle(pool, 40);
        TestLoops.run(loop, () -> {
            for (var i = 0; i < 40; i += 3) all.get(i).endWhileIdle();
        });
        var rest = new ArrayList<Integer>();
        for (var next = lease(pool, loop, false); next != 0; next = lease(pool, loop, false)) rest.add(next);
        assertThat(rest).isSorted().hasSize(26).doesNotContain(1, 4, 7, 40);
    }
}
