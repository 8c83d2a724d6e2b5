package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.units.Address;
import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.language.model.HashType.Affinity;
import headway.language.model.HashType.Function;
import headway.language.model.HashType.Method;
import headway.language.model.ServerLine.Limits;
import headway.traffic.server.Farm;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import headway.traffic.server.TestLoops;
import headway.traffic.server.Waiter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Until when the server that a hash means is kept: of three servers with one slot and one place to wait each. */
class AffinityTest {
    private static final TestLoops LOOPS = new TestLoops(1);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    private static ServerGroup group() {
        var limits = new Limits(1, 0, 1, 0);
        return new Farm(1).limited(limits).limited(limits).limited(limits).group();
    }

    private static Draws draws(ServerGroup group, Method method, Affinity affinity) {
        var type = new HashType(method, Function.SDBM, true, 0, affinity);
        var draws = Draws.of(Balancers.of(new Balance.Source(), type, null), group, LOOPS);
        draws.choice().client = new Address.Inet(new byte[] {10, 0, 0, 7}, 1000);
        return draws;
    }

    private static void queue(ServerGroup group, Server server) {
        group.admission().await(new Waits(), server, LOOPS.all.getFirst());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void alwaysWaitsForTheOneThatIsMeantAndFailsWhenItsQueueIsFull(Method method) {
        var group = group();
        var draws = draws(group, method, Affinity.ALWAYS);
        var meant = draws.draw();
        assertThat(draws.ask()).isEqualTo(Outcome.SERVER_FULL);
        assertThat(draws.choice().server).isSameAs(meant);
        queue(group, meant);
        assertThat(draws.ask()).isEqualTo(Outcome.QUEUE_FULL);
        assertThat(draws.choice().server).isSameAs(meant);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void maxqueueGoesOnWhenTheQueueIsFull(Method method) {
        var group = group();
        var draws = draws(group, method, Affinity.MAX_QUEUE);
        var meant = draws.draw();
        assertThat(draws.ask()).isEqualTo(Outcome.SERVER_FULL);
        queue(group, meant);
        assertThat(draws.draw()).isNotSameAs(meant);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void maxconnGoesOnAtOnceAndWaitsWhenAllAreFull(Method method) {
        var group = group();
        var draws = draws(group, method, Affinity.MAX_CONNECTIONS);
        var first = draws.draw();
        var second = draws.draw();
        var third = draws.draw();
        assertThat(first).isNotSameAs(second).isNotSameAs(third);
        assertThat(draws.ask()).isEqualTo(Outcome.SERVER_FULL);
        assertThat(draws.choice().server).isNotNull();
    }

    private static final class Waits extends Waiter {
        @Override
        protected void granted(Server server) {}

        @Override
        protected void evicted() {}
    }
}
