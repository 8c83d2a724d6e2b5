package headway.operate.log;

import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Where connections come in to a {@code log-forward} section on one loop; {@code maxconn} counts those of all loops and sockets. */
public final class RelayDoor implements Acceptor {
    private final LogRelay relay;
    private final Loop loop;
    private final Listener listener;
    private final Clients clients;
    private final int bufferSize;
    /** The loop has stopped accepting here for want of room. On the loop. */
    private boolean shut;

    /** The connections of a section. */
    public static final class Clients {
        private final AtomicInteger count = new AtomicInteger();
        private final List<RelayDoor> doors = new CopyOnWriteArrayList<>();

        private void left() {
            count.decrementAndGet();
            for (var door : doors) door.loop.send(door::reopen);
        }
    }

    /**
     * @param bufferSize {@code tune.bufsize}: the longest message
     */
    public RelayDoor(LogRelay relay, Loop loop, Listener listener, Clients clients, int bufferSize) {
        this.relay = relay;
        this.loop = loop;
        this.listener = listener;
        this.clients = clients;
        this.bufferSize = bufferSize;
        clients.doors.add(this);
    }

    /** Begins to accept; on the loop. */
    public void open() {
        shut = false;
        loop.accept(listener, this);
    }

    private void reopen() {
        if (shut) open();
    }

    @Override
    public ConnectionHandler accepted(Connection connection) {
        clients.count.incrementAndGet();
        var handler = new RelayConnection(relay, connection, bufferSize, clients::left);
        handler.begin();
        return handler;
    }

    @Override
    public boolean hasRoom() {
        var limit = relay.section().maxConnections();
        shut = limit > 0 && clients.count.get() >= limit;
        return !shut;
    }

    @Override
    public void exhausted(NetworkFailure failure) {}
}
