package headway.traffic.server;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.base.units.Address.Inet;
import headway.language.model.BackSide.HttpReuse;
import headway.language.model.Check;
import headway.language.model.ServerAddress;
import headway.language.model.ServerAddress.Family;
import headway.language.model.ServerAddress.HostName;
import headway.language.model.ServerAddress.Literal;
import headway.language.model.ServerAddress.Ports;
import headway.language.model.ServerLine;
import headway.traffic.counter.Tally;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.SocketOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final byte[] HERE = {10, 1, 2, 3};

    private static Server server(ServerAddress address) {
        var line = new ServerLine(
                Position.NOWHERE,
                "s1",
                1,
                address,
                List.of(),
                1,
                false,
                false,
                new ServerLine.Limits(0, 0, 0, 0),
                Farm.pool(-1),
                new ServerLine.Sockets(0, false, null, null),
                new Check(false, 1, -1, -1, 2, 3, null, 0),
                null,
                null,
                ServerLine.Identity.none(),
                new ServerLine.Logs(false, false, 0),
                ServerLine.Shutdown.NEVER);
        var policy = PoolPolicy.unlimited(HttpReuse.SAFE, true);
        var setup = new ServerGroup.Setup("backend", "b", 1, 1, System::nanoTime, 1, false, policy, new Farm(1));
        return new ServerGroup(setup, List.of(line), new Tally(1)).servers().getFirst();
    }

    @Test
    void aNameHasTheAddressThatWasFoundAndThePortThatWasWritten() {
        var name = new HostName("a.example", Family.ANY, new Inet(HERE, 0), 80, Ports.FIXED, 0);
        assertThat(Addresses.of(name)).isEqualTo(new Inet(HERE, 80));
    }

    @Test
    void aNameWithoutAnAddressHasNone() {
        assertThat(Addresses.of(new HostName("a.example", Family.ANY, null, 80, Ports.FIXED, 0)))
                .isNull();
    }

    @Test
    void aServerWithoutAPortFollowsTheClients() {
        var server = server(new Literal(new Inet(HERE, 0), Ports.CLIENTS_PLUS_OFFSET, 1000));
        server.target(new ConnectTarget(new Inet(HERE, 0), null, SocketOptions.NONE));
        assertThat(server.followsClientsPort()).isTrue();
        var target = server.targetFor(new Inet(new byte[16], 8080));
        assertThat(target == null ? null : target.address()).isEqualTo(new Inet(HERE, 9080));
    }

    @Test
    void aServerWithAPortDoesNot() {
        assertThat(server(new Literal(new Inet(HERE, 80), Ports.FIXED, 0)).followsClientsPort())
                .isFalse();
    }

    @Test
    void aServerWithoutAnAddressWaitsForOne() {
        var server = server(new Literal(new Inet(HERE, 80), Ports.FIXED, 0));
        server.group().changes().resolved(server, false);
        assertThat(server.isReachable()).isFalse();
        assertThat(server.state().isMaint()).isTrue();
        server.group().changes().resolved(server, true);
        assertThat(server.group().inUse()).containsExactly(server);
        assertThat(Addresses.of(server.line().address())).isEqualTo((Address) new Inet(HERE, 80));
    }
}
