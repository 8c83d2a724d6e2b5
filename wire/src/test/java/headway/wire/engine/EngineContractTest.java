package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.wire.engine.epoll.EpollEngine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine does: reading. */
class EngineContractTest {
    static Stream<Engine> engines() {
        return Stream.of(new EpollEngine(), new headway.wire.engine.nio.NioEngine());
    }

    /** Gives every client to one handler. */
    record Giving(ConnectionHandler handler, List<Connection> clients) implements Acceptor {
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

    @ParameterizedTest
    @MethodSource("engines")
    void whatWasWrittenComesBack(Engine engine) throws Exception {
        try (var loops = new Loops(engine, 1)) {
            var listener = loops.listen(new Giving(Recorder.echo(), new java.util.concurrent.CopyOnWriteArrayList<>()));
            try (var socket = Loops.dial(listener)) {
                for (var i = 0; i < 100; i++) {
                    socket.getOutputStream().write("hello".getBytes());
                    assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes());
                }
            }
        }
    }
}
