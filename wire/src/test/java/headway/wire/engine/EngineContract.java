package headway.wire.engine;

import headway.wire.engine.epoll.EpollEngine;
import headway.wire.engine.nio.NioEngine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What the classes of the contract share: it is run on every engine. */
final class EngineContract {
    private EngineContract() {}

    static Stream<Named<Engine>> engines() {
        var nio = Named.<Engine>of("nio", new NioEngine());
        if (Engines.pick(true).name().equals("nio")) return Stream.of(nio);
        return Stream.of(Named.of("epoll", new EpollEngine()), nio);
    }

    /** Gives every client to one handler. */
    record Giving(ConnectionHandler handler, List<Connection> clients) implements Acceptor {
        Giving(ConnectionHandler handler) {
            this(handler, new CopyOnWriteArrayList<>());
        }

        /** The first client, which has come already or will. */
        Connection client() throws InterruptedException {
            for (var i = 0; i < 1000 && clients.isEmpty(); i++) Thread.sleep(10);
            return clients.getFirst();
        }

        @Override
        public ConnectionHandler accepted(Connection connection) {
            clients.add(connection);
            return handler;
        }

        @Override
        public void exhausted(NetworkFailure failure) {
            throw new AssertionError(failure);
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    }
}
