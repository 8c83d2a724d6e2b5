package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.traffic.server.Farm;
import headway.traffic.server.TestLoops;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same random weights through an installed HAProxy and through ours. */
class HaproxyTurnsTest {
    private static final int TURNS = 150;

    @Test
    void turnsAreThoseOfHaproxy() throws IOException, InterruptedException {
        var haproxy = Binary.haproxy();
        assumeTrue(haproxy.isPresent(), "no HAProxy is installed");
        var random = Lab.seeded("turns");
        for (var i = 0; i < 4; i++) {
            var weights = weights(random);
            try (var lab = new Lab();
                    var loops = new TestLoops(1)) {
                var ours = Draws.of(new RoundRobin(), Farm.ofWeights(weights).group(), loops)
                        .next(TURNS);
                var ourStatic = Draws.of(
                                new StaticRoundRobin(), Farm.ofWeights(weights).group(), loops)
                        .next(TURNS);
                assertThat(ours)
                        .as("roundrobin " + Arrays.toString(weights))
                        .isEqualTo(theirs(lab, haproxy.get(), "roundrobin", weights));
                assertThat(ourStatic)
                        .as("static-rr " + Arrays.toString(weights))
                        .isEqualTo(theirs(lab, haproxy.get(), "static-rr", weights));
            }
        }
    }

    private static int[] weights(Random random) {
        return random.ints(2 + random.nextInt(5), 1, random.nextBoolean() ? 12 : 257)
                .toArray();
    }

    private static String theirs(Lab lab, Binary haproxy, String algorithm, int[] weights)
            throws IOException, InterruptedException {
        var configuration = new StringBuilder("""
                global
                    nbthread 1
                defaults
                    mode http
                    timeout client 10s
                    timeout server 10s
                    timeout connect 5s
                listen origin
                    bind 127.0.0.1:@origin@
                    http-request return status 200
                listen turns
                    bind 127.0.0.1:@turns@
                    http-response set-header x-server %s
                """);
        configuration.append("    balance ").append(algorithm).append('\n');
        for (var i = 0; i < weights.length; i++) {
            configuration
                    .append("    server ")
                    .append(i + 1)
                    .append(" 127.0.0.1:@origin@ weight ")
                    .append(weights[i])
                    .append('\n');
        }
        var program = lab.start(haproxy, configuration.toString());
        var client = lab.client(program, "turns");
        var turns = new StringBuilder();
        for (var i = 0; i < TURNS; i++) turns.append(client.get("/").field("x-server"));
        return turns.toString();
    }
}
