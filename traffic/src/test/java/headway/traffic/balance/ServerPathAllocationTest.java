package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.base.units.Address;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.language.sample.Text;
import headway.traffic.route.Backend;
import headway.traffic.server.Farm;
import headway.traffic.server.TestLoops;
import headway.wire.engine.Loop;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choosing a server, taking its slot and giving it back costs no memory, whatever the algorithm. */
class ServerPathAllocationTest {
    private static final int ROUNDS = 20_000;

    enum Algorithm {
        ROUND_ROBIN(new Balance.RoundRobin()),
        STATIC(new Balance.StaticRoundRobin()),
        LEAST(new Balance.LeastConnections()),
        FIRST(new Balance.First()),
        RANDOM(new Balance.Random(2)),
        SOURCE(new Balance.Source()),
        URI(new Balance.Uri(0, 2, false, true)),
        PARAMETER(new Balance.UrlParameter("user", true)),
        HEADER(new Balance.Header("Host", true));

        private final Balance balance;

        Algorithm(Balance balance) {
            this.balance = balance;
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void choosingAllocatesNothing(Algorithm algorithm) {
        try (var loops = new TestLoops(1)) {
            var loop = loops.all.getFirst();
            var type = new HashType(HashType.Method.CONSISTENT, HashType.Function.SDBM, true, 0);
            var group = new Farm(1).server(1, 10).server(3, 10).server(2, 0).group();
            var backend =
                    new Backend(group, Balancers.of(algorithm.balance, type, null), new Backend.LastServer(false, -1));
            var choice = new Choice(loop);
            choice.request = request();
            choice.client = new Address.Inet(new byte[] {10, 0, 0, 7}, 4711);
            assertThat(TestLoops.on(loop, () -> least(loop, backend, choice))).isZero();
        }
    }

    private static Head request() {
        var head = new Head();
        var target = Text.of("/a/b?user=7");
        head.request(Method.GET, Text.of("GET").at(), 3);
        head.target(target.at(), target.length());
        head.add(FieldName.HOST, Text.of("www.example.com").at(), 15);
        return head;
    }

    /** Bytes of the best of some attempts: the compiler may still be at work in the first ones. */
    private static long least(Loop loop, Backend backend, Choice choice) {
        assert loop.isCurrent();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var least = Long.MAX_VALUE;
        for (var attempt = 0; attempt < 10 && least > 0; attempt++) {
            var before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            for (var i = 0; i < ROUNDS; i++) {
                if (backend.choose(choice) != Outcome.TAKEN || choice.server == null) throw new AssertionError();
                choice.server.release();
            }
            least = Math.min(
                    least,
                    threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before);
        }
        return least;
    }
}
