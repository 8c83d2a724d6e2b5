package headway.traffic.listen;

import headway.base.units.Address;
import headway.traffic.counter.Count;
import headway.traffic.counter.Gauge;
import headway.traffic.counter.ProcessTally.Column;
import headway.traffic.stream.Frontend;
import headway.traffic.stream.Inlet;
import headway.traffic.stream.Session;
import headway.traffic.stream.Traffic;
import headway.traffic.stream.Worker;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.Listener;
import headway.wire.engine.NetworkFailure;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One listening socket on one loop: takes clients in as long as the socket, its frontend and the process have room for them and not too many come in a second; the others
 * wait in the backlog.
 */
public final class Entrance implements Acceptor {
    private static final int FIRST_FREE_PORT = 1024;

    private final Listener listener;
    private final Door door;
    private final Traffic traffic;
    private final Worker worker;
    /** Made once: it is asked for whenever there is no room. */
    private final Runnable wake = this::someoneLeft;
    /** For how long there is no room, as far as {@link #hasRoom} knows. */
    private long pause;
    /** Shut until somebody leaves. */
    private boolean waits;

    /**
     * What the loops share of a listening socket.
     *
     * @param maxConnections {@code maxconn} of the bind, of which HAProxy lets in that many by each socket; {@link Integer#MAX_VALUE} when unset
     * @param privilegedPorts clients may come from a port below 1024
     */
    public record Door(Inlet inlet, int maxConnections, boolean privilegedPorts, Consumer<NetworkFailure> exhausted) {
        private Frontend frontend() {
            return inlet.frontend();
        }

        private Gauge clients() {
            return inlet.clients();
        }
    }

    public Entrance(Listener listener, Door door, Traffic traffic, Worker worker) {
        this.listener = listener;
        this.door = door;
        this.traffic = traffic;
        this.worker = worker;
    }

    public Worker worker() {
        return worker;
    }

    /** Begins to accept; on its loop, as all that follows. */
    public void open() {
        waits = false;
        worker.loop().accept(listener, this);
    }

    /** Stops accepting, whatever room there will be. */
    public void shut() {
        waits = false;
        worker.loop().suspend(listener);
    }

    /** Keeps a place within each limit or within none. */
    @Override
    public boolean hasRoom() {
        pause = 0;
        if (reserve()) return true;
        if (pause > 0) return false;
        waits = true;
        pause = Long.MAX_VALUE;
        traffic.tellOfRoom(wake);
        // One may have left between the look and the request to be told.
        if (!reserve()) return false;
        waits = false;
        return true;
    }

    @Override
    public long pauseNanos() {
        return pause;
    }

    /** From any loop. */
    private void someoneLeft() {
        worker.loop().send(this::roomAgain);
    }

    private void roomAgain() {
        if (waits) open();
    }

    private boolean reserve() {
        if (!traffic.reserve()) return false;
        if (door.frontend().reserve()) {
            if (door.clients().reserveBelow(door.maxConnections)) {
                if (takeRates()) return true;
                door.clients().release();
            }
            door.frontend().tally().sessions.release();
        }
        traffic.tally().connections.release();
        return false;
    }

    /** The limits of new ones in a second; {@link #pause} says how long to wait for the first that is reached. */
    private boolean takeRates() {
        var now = worker.loop().nanos();
        var tally = traffic.tally();
        pause = tally.connectionLimit.take(now);
        if (pause > 0) return false;
        pause = tally.sessionLimit.take(now);
        if (pause == 0) {
            pause = door.frontend().sessionLimit().take(now);
            if (pause == 0) return true;
            tally.sessionLimit.giveBack();
        }
        tally.connectionLimit.giveBack();
        return false;
    }

    @Override
    public void nobodyCame() {
        var tally = traffic.tally();
        door.frontend().sessionLimit().giveBack();
        tally.sessionLimit.giveBack();
        tally.connectionLimit.giveBack();
        door.clients().release();
        door.frontend().tally().sessions.release();
        tally.connections.release();
    }

    @Override
    public @Nullable ConnectionHandler accepted(Connection connection) {
        var loop = worker.loop();
        var tally = traffic.tally();
        var frontend = door.frontend().tally();
        tally.connections.arrive();
        frontend.sessions.arrive();
        door.clients().arrive();
        frontend.add(loop.index(), Count.CONNECTIONS);
        frontend.connectionRate.add(loop.index(), loop.nanos());
        tally.add(loop.index(), Column.CONNECTIONS, 1);
        tally.connectionRate.add(loop.index(), loop.nanos());
        if (!door.privilegedPorts && isPrivileged(connection)) {
            frontend.add(loop.index(), Count.DENIED_CONNECTIONS);
            Session.refuse(worker, door.inlet, connection);
            return null;
        }
        return Session.open(worker, door.inlet, connection);
    }

    private static boolean isPrivileged(Connection connection) {
        return connection.remote() instanceof Address.Inet inet && inet.port() < FIRST_FREE_PORT;
    }

    @Override
    public void exhausted(NetworkFailure failure) {
        door.exhausted.accept(failure);
    }
}
