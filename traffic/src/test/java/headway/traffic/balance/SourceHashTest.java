package headway.traffic.balance;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.units.Address;
import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.language.model.HashType.Function;
import headway.language.model.HashType.Method;
import headway.traffic.server.Farm;
import headway.traffic.server.ServerGroup;
import headway.traffic.server.TestLoops;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHashTest {
    private static final TestLoops LOOPS = new TestLoops(1);
    private static final HashType MAP = new HashType(Method.MAP_BASED, Function.SDBM, false, 0);
    private static final HashType RING = new HashType(Method.CONSISTENT, Function.SDBM, true, 0);

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    private static Draws draws(ServerGroup group, HashType type) {
        return Draws.of(Balancers.of(new Balance.Source(), type, null), group, LOOPS);
    }

    private static Draws from(Draws draws, int client) {
        draws.choice().client = new Address.Inet(new byte[] {127, 0, (byte) (client % 5), (byte) (client + 1)}, 1000);
        return draws;
    }

    /** Servers of weights 1, 2, 3 as HAProxy 2.6 chose them for 127.0.(i mod 5).(i + 1). */
    @ParameterizedTest
    @CsvSource({
        "MAP_BASED, false, 3232323231323132313231323132323232323231323132313231323132323232323231323132313231323132323232323231",
        "MAP_BASED, true, 3232213311313232222133233233333321223333213333133133232333332321321211232333221312333313332133223233",
        "CONSISTENT, true, 3122333322313211221111213131312111331321212122332332333111213213323332222311233331333232332313213232",
    })
    void aClientGoesWhereHaproxySendsIt(Method method, boolean avalanche, String servers) {
        var draws = draws(Farm.ofWeights(1, 2, 3).group(), new HashType(method, Function.SDBM, avalanche, 0));
        var chosen = new StringBuilder();
        for (var i = 0; i < servers.length(); i++) chosen.append(from(draws, i).next(1));
        assertThat(chosen.toString()).isEqualTo(servers);
    }

    /** The same for 2001:db8:(37 i mod 101)::(1009 i). */
    @Test
    void allWordsOfAnIpv6AddressCount() throws UnknownHostException {
        var draws = draws(Farm.ofWeights(1, 2, 3).group(), MAP);
        var chosen = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            var text = "2001:db8:" + Integer.toHexString(i * 37 % 101) + "::" + Integer.toHexString(i * 1009);
            draws.choice().client = new Address.Inet(InetAddress.getByName(text).getAddress(), 1000);
            chosen.append(draws.next(1));
        }
        assertThat(chosen.toString()).isEqualTo("231313232323131313232313132323132323131323131313131323231323");
    }

    @Test
    void aClientWithoutAnAddressTakesItsTurn() {
        assertThat(draws(Farm.ofWeights(1, 1, 1).group(), MAP).next(5)).isEqualTo("12312");
    }

    @Test
    void onlyTheClientsOfAServerThatGoesMoveOnARing() {
        var group = Farm.ofWeights(1, 2, 3).group();
        var draws = draws(group, RING);
        var before = new StringBuilder();
        for (var i = 0; i < 100; i++) before.append(from(draws, i).next(1));
        group.changes().maint(group.servers().get(1));
        for (var i = 0; i < 100; i++) {
            var now = from(draws, i).next(1).charAt(0);
            if (before.charAt(i) == '2') assertThat(now).isNotEqualTo('2');
            else assertThat(now).isEqualTo(before.charAt(i));
        }
    }

    @Test
    void aFullServerIsWaitedForSinceTheHashMeansThisOne() {
        var group = new Farm(1).server(1, 1).server(1, 1).group();
        var draws = from(draws(group, MAP), 0);
        var held = draws.draw();
        assertThat(draws.ask()).isEqualTo(Outcome.SERVER_FULL);
        assertThat(draws.choice().server).isSameAs(held);
    }

    @Test
    void aServerThatFailedIsLeftForTheNextPlace() {
        for (var type : new HashType[] {MAP, RING}) {
            var draws = from(draws(Farm.ofWeights(1, 1, 1).group(), type), 7);
            var first = draws.draw();
            assertThat(draws.avoiding(first).draw()).isNotSameAs(first);
        }
    }

    /** Two servers, 100 sessions of one client, a factor of 120: neither may have more than 60 per cent. */
    @Test
    void theBalanceFactorSendsOnWhatWouldBeTooMuch() {
        var group = Farm.ofWeights(1, 1).group();
        var draws = from(draws(group, new HashType(Method.CONSISTENT, Function.SDBM, true, 120)), 3);
        for (var i = 0; i < 100; i++) draws.draw();
        assertThat(group.servers().get(0).sessions()).isBetween(40, 60);
        assertThat(group.servers().get(1).sessions()).isBetween(40, 60);
    }

    @Test
    void noServerIsNone() {
        var group = Farm.ofWeights(1).group();
        for (var type : new HashType[] {MAP, RING}) {
            var draws = from(draws(group, type), 3);
            group.changes().maint(group.servers().getFirst());
            assertThat(draws.ask()).isEqualTo(Outcome.NONE);
            group.changes().ready(group.servers().getFirst());
        }
    }
}
