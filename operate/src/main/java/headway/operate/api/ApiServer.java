package headway.operate.api;

import headway.language.model.StatsSocket;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.Engine;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SocketOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of the runtime API and the loop that serves them. The loop is its own, so that a long report delays no request; what it changes, it changes
 * by what any thread may call.
 */
public final class ApiServer implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final Loop loop;
    private final List<Door> doors = new ArrayList<>();
    private @Nullable Instance instance;
    /** Clients now; on the loop only. */
    private int clients;

    /**
     * @param number of the loop: one more than those of the traffic
     */
    public ApiServer(Engine engine, int number, EngineSettings settings) {
        loop = engine.loop(number, settings);
    }

    /**
     * Binds a {@code stats socket}; clients wait in its backlog until {@link #start}.
     *
     * @throws ListenException with the kernel's words
     */
    public void bind(Engine engine, StatsSocket socket) throws ListenException {
        var rights = socket.bind().permissions();
        var backlog =
                socket.bind().limits().backlog() > 0 ? socket.bind().limits().backlog() : BACKLOG;
        for (var address : socket.bind().addresses()) {
            var spec = new ListenSpec(
                    address,
                    backlog,
                    SocketOptions.NONE,
                    rights == null ? -1 : rights.mode(),
                    rights == null ? -1 : rights.uid(),
                    rights == null ? -1 : rights.gid());
            var listener = engine.listen(spec);
            var door = new Door(listener, socket.level());
            doors.add(door);
            loop.send(door::open);
        }
    }

    /** Begins to answer. */
    public void start(Instance running) {
        loop.send(() -> instance = running);
        loop.start();
    }

    public boolean isEmpty() {
        return doors.isEmpty();
    }

    public int sockets() {
        return doors.size();
    }

    /** Ends it with the connections it has. */
    @Override
    public void close() {
        loop.stop();
        for (var door : doors) door.listener.close();
    }

    /** A client has gone: there is room again for those who wait. */
    private void left() {
        clients--;
        for (var door : doors) if (door.shut) door.open();
    }

    /** Takes clients in, up to {@code stats maxconn}. */
    private final class Door implements Acceptor {
        private final Listener listener;
        private final StatsSocket.Level level;
        /** The loop has stopped accepting here. */
        private boolean shut = true;

        Door(Listener listener, StatsSocket.Level level) {
            this.listener = listener;
            this.level = level;
        }

        void open() {
            shut = false;
            loop.accept(listener, this);
        }

        @Override
        public @Nullable ConnectionHandler accepted(Connection connection) {
            var running = instance;
            if (running == null) return null;
            clients++;
            var session = new Session(level, running.global().stats().timeoutNanos());
            var handler = new ApiConnection(running, session, ApiServer.this::left);
            handler.begin(connection);
            return handler;
        }

        @Override
        public boolean hasRoom() {
            var running = instance;
            shut = running == null || clients >= running.global().stats().maxConnections();
            return !shut;
        }

        @Override
        public void exhausted(NetworkFailure failure) {}
    }
}
