package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;

import headway.traffic.server.Farm;
import headway.traffic.server.TestLoops;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherAlgorithmsTest {
    private static final TestLoops LOOPS = new TestLoops(1);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    private static Farm farm(String weights) {
        var words = weights.split("-");
        return Farm.ofWeights(IntStream.range(0, words.length)
                .map(i -> Integer.parseInt(words[i]))
                .toArray());
    }

    /** Watched at HAProxy 2.6. */
    @ParameterizedTest
    @CsvSource({
        "1-1-1, 123123123",
        "1-2, 122122122",
        "1-2-3, 132323132323",
        "3-2-1, 112123112123",
        "5-1-1, 11121131112113",
        "1-1-5, 13323331332333",
        "7-3, 11121121121112112112",
        "100-50-25, 11212131121213",
        "4-3-2-1, 12123121341212312134",
    })
    void staticTurnsFollowTheTable(String weights, String turns) {
        assertThat(Draws.of(new StaticRoundRobin(), farm(weights).group(), LOOPS)
                        .next(turns.length()))
                .isEqualTo(turns);
    }

    /** Sessions that stay, as HAProxy 2.6 placed them. */
    @ParameterizedTest
    @CsvSource({
        "1-1-1, 123123123123123123",
        "1-2-3, 123323323123323123",
        "3-2-1, 123121121321121321",
        "1-4, 122222221222212222",
        "5-5-1, 123121212121212121",
    })
    void theFewestConnectionsForTheWeightWin(String weights, String servers) {
        var draws = Draws.of(new LeastConnections(), farm(weights).group(), LOOPS);
        var chosen = new StringBuilder();
        for (var i = 0; i < servers.length(); i++) chosen.append(draws.draw().id());
        assertThat(chosen.toString()).isEqualTo(servers);
    }

    @Test
    void equallyIdleServersTakeTurns() {
        assertThat(Draws.of(new LeastConnections(), farm("1-1-1").group(), LOOPS)
                        .next(6))
                .isEqualTo("123123");
    }

    @Test
    void aServerWithFewerSessionsIsPreferredAgain() {
        var group = farm("1-1").group();
        var draws = Draws.of(new LeastConnections(), group, LOOPS);
        var first = draws.draw();
        draws.draw();
        first.release();
        assertThat(draws.draw()).isSameAs(first);
    }

    @Test
    void leastconnSaysWhenAllAreFull() {
        var draws = Draws.of(
                new LeastConnections(), new Farm(1).server(1, 1).server(1, 1).group(), LOOPS);
        draws.draw();
        draws.draw();
        assertThat(draws.ask()).isEqualTo(Outcome.ALL_FULL);
    }

    @Test
    void firstFillsOneServerBeforeTheNext() {
        var draws = Draws.of(new First(), new Farm(1).server(1, 2).server(1, 2).group(), LOOPS);
        assertThat(IntStream.range(0, 4).mapToObj(_ -> "" + draws.draw().id()).reduce("", String::concat))
                .isEqualTo("1122");
        assertThat(draws.ask()).isEqualTo(Outcome.ALL_FULL);
    }

    @Test
    void randomRespectsWeightsWhenOneIsDrawn() {
        var drawn = Draws.of(new RandomDraws(1, 0), farm("1-3").group(), LOOPS).next(40_000);
        var ones = drawn.chars().filter(c -> c == '1').count();
        // Ten thousand expected; 87 is the standard deviation.
        assertThat(ones).isBetween(9_500L, 10_500L);
    }

    @Test
    void theLessLoadedOfTwoDrawnServersIsTaken() {
        var group = farm("1-1-1-1").group();
        var draws = Draws.of(new RandomDraws(2, 0), group, LOOPS);
        for (var i = 0; i < 4_000; i++) draws.draw();
        for (var server : group.servers()) assertThat(server.sessions()).isBetween(990, 1_010);
    }

    @Test
    void randomFindsTheOneThatIsNotFull() {
        var draws = Draws.of(
                new RandomDraws(1, 0), new Farm(1).server(100, 1).server(1, 1).group(), LOOPS);
        var first = draws.draw();
        assertThat(draws.draw()).isNotSameAs(first);
        assertThat(draws.ask()).isEqualTo(Outcome.ALL_FULL);
    }

    @Test
    void noAlgorithmHasAnAnswerWithoutServers() {
        var group = farm("1").group();
        group.changes().maint(group.servers().getFirst());
        for (var balancer : new Balancer[] {
            new RoundRobin(), new StaticRoundRobin(), new LeastConnections(), new First(), new RandomDraws(2, 0)
        }) {
            assertThat(Draws.of(balancer, group, LOOPS).ask())
                    .as(balancer.name())
                    .isEqualTo(Outcome.NONE);
        }
    }

    @Test
    void everyAlgorithmAvoidsTheServerThatFailed() {
        var group = farm("1-1").group();
        for (var balancer : new Balancer[] {
            new RoundRobin(), new StaticRoundRobin(), new LeastConnections(), new First(), new RandomDraws(2, 0)
        }) {
            var draws =
                    Draws.of(balancer, group, LOOPS).avoiding(group.servers().getFirst());
            assertThat(draws.next(4)).as(balancer.name()).isEqualTo("2222");
        }
    }
}
