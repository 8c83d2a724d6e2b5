package headway.traffic.server;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.language.model.BackSide.HttpReuse;
import headway.language.model.Check;
import headway.language.model.ServerAddress.Literal;
import headway.language.model.ServerAddress.Ports;
import headway.language.model.ServerLine;
import headway.traffic.counter.Tally;
import java.util.ArrayList;
import java.util.List;

/** Builds the servers of a backend {@code b} from short words, and remembers what the backend says to its operator. */
public final class Farm implements OperatorLog {
    public final List<String> log = new ArrayList<>();
    public final List<String> console = new ArrayList<>();
    private final List<ServerLine> lines = new ArrayList<>();
    private final int loops;
    private String kind = "backend";
    private int fullConnections = 1000;
    private PoolPolicy policy = PoolPolicy.unlimited(HttpReuse.SAFE, true);

    public Farm(int loops) {
        this.loops = loops;
    }

    /** Servers named s1, s2, ... with these weights. */
    public static Farm ofWeights(int... weights) {
        var farm = new Farm(4);
        for (var weight : weights) farm.server(weight, 0);
        return farm;
    }

    /** One more server without a limit when {@code maxConnections} is 0. */
    public Farm server(int weight, int maxConnections) {
        return server(weight, false, new ServerLine.Limits(maxConnections, 0, 0, 0), pool(-1));
    }

    public Farm backup(int weight) {
        return server(weight, true, new ServerLine.Limits(0, 0, 0, 0), pool(-1));
    }

    public Farm limited(ServerLine.Limits limits) {
        return server(1, false, limits, pool(-1));
    }

    public Farm pooled(ServerLine.Pool pool) {
        return server(1, false, new ServerLine.Limits(0, 0, 0, 0), pool);
    }

    public static ServerLine.Pool pool(int max) {
        return new ServerLine.Pool(max, 0, 5_000_000_000L, -1);
    }

    private Farm server(int weight, boolean backup, ServerLine.Limits limits, ServerLine.Pool pool) {
        var number = lines.size() + 1;
        var address = new Literal(new Address.Inet(new byte[] {127, 0, 0, 1}, 9), Ports.FIXED, 0);
        lines.add(new ServerLine(
                Position.NOWHERE,
                "s" + number,
                number,
                address,
                List.of(),
                weight,
                backup,
                false,
                limits,
                pool,
                new ServerLine.Sockets(0, false, null, null),
                new Check(true, 2_000_000_000L, -1, -1, 2, 3, null, 0),
                null,
                null,
                ServerLine.Identity.none(),
                new ServerLine.Logs(false, false, 0),
                ServerLine.Shutdown.NEVER));
        return this;
    }

    public Farm kind(String word) {
        kind = word;
        return this;
    }

    public Farm fullConnections(int count) {
        fullConnections = count;
        return this;
    }

    public Farm policy(PoolPolicy next) {
        policy = next;
        return this;
    }

    public ServerGroup group() {
        var setup = new ServerGroup.Setup(kind, "b", 2, loops, System::nanoTime, fullConnections, false, policy, this);
        return new ServerGroup(setup, lines, new Tally(loops));
    }

    @Override
    public void log(Level level, String text) {
        log.add(level + " " + text);
    }

    @Override
    public void console(Level level, String text) {
        console.add(level + " " + text);
    }
}
