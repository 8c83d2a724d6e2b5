package headway.wire.engine;

import headway.base.units.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A bare TCP relay on one loop, without rules, logs or counters: what the engine alone costs. Arguments: port to listen on, port to connect to, seconds to
 * live, then {@code splice} and {@code nio} as wanted. Prints the processor time it has used when its time is over.
 */
public final class RelayBench {
    private final Loop loop;
    private final ConnectTarget target;
    private final boolean splice;

    private RelayBench(Loop loop, ConnectTarget target, boolean splice) {
        this.loop = loop;
        this.target = target;
        this.splice = splice;
    }

    public static void main(String[] args) throws Exception {
        var words = java.util.List.of(args);
        var engine = Engines.pick(!words.contains("nio"));
        var loop = engine.loop(0, new EngineSettings(16384, 64, 200, words.contains("splice"), 1000));
        loop.start();
        var server = loopback(Integer.parseInt(args[1]));
        var bench = new RelayBench(loop, new ConnectTarget(server, null, SocketOptions.NONE), words.contains("splice"));
        var spec = new ListenSpec(loopback(Integer.parseInt(args[0])), 1024, SocketOptions.NONE, -1, -1, -1);
        var listener = engine.listen(spec);
        loop.send(() -> loop.accept(listener, bench.new Door()));
        Thread.sleep(Long.parseLong(args[2]) * 1000);
        System.out.println("processor ticks (user, system): " + ticks());
        System.exit(0);
    }

    private static Address loopback(int port) {
        return new Address.Inet(new byte[] {127, 0, 0, 1}, port);
    }

    /** Fields 14 and 15 of proc(5)'s stat, counted behind the name. */
    private static String ticks() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return fields[11] + " " + fields[12];
    }

    private final class Door implements Acceptor {
        @Override
        public @Nullable ConnectionHandler accepted(Connection client) {
            client.pause();
            var pair = new Pair();
            pair.client = client;
            pair.server = loop.connect(target, pair);
            return pair.server == null ? null : pair;
        }

        @Override
        public void exhausted(NetworkFailure failure) {
            System.err.println(failure);
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    }

    /** A client, its server, and who is stopped because of whom. */
    private final class Pair implements ConnectionHandler, SpliceListener {
        private Connection client;
        private @Nullable Connection server;

        private Connection other(Connection connection) {
            return connection == client ? server : client;
        }

        @Override
        public void connected(Connection connection) {
            if (splice
                    && client.splice(connection, Long.MAX_VALUE, this)
                    && connection.splice(client, Long.MAX_VALUE, this)) {
                client.resume();
                return;
            }
            client.resume();
        }

        @Override
        public int bytes(Connection connection, int at, int length, boolean full) {
            var other = other(connection);
            other.write(at, length);
            connection.deadline(loop.nanos() + 40_000_000_000L);
            if (other.pending() > 0) connection.pause();
            return length;
        }

        @Override
        public void room(Connection connection) {
            other(connection).resume();
        }

        @Override
        public void ended(Connection connection) {
            other(connection).closeGracefully(1_000_000_000L);
            connection.close();
        }

        @Override
        public void failed(Connection connection, NetworkFailure failure) {
            other(connection).close();
        }

        @Override
        public void expired(Connection connection) {
            connection.close();
            other(connection).close();
        }

        @Override
        public void moved(Connection from, Connection to, long bytes) {
            from.deadline(loop.nanos() + 40_000_000_000L);
        }

        @Override
        public void spliceDone(Connection from, Connection to) {}

        @Override
        public void sourceEnded(Connection from, Connection to) {
            ended(from);
        }
    }
}
