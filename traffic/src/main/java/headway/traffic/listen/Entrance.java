package headway.traffic.listen;

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
import headway.wire.engine.NetworkFailure;
import org.jspecify.annotations.Nullable;

/** One listening socket on one loop: takes clients in as long as the socket, its frontend and the process have room for them. */
public final class Entrance implements Acceptor {
    private final Door door;
    private final Traffic traffic;
    private final Worker worker;

    /**
     * What the loops share of a listening socket.
     *
     * @param maxConnections {@code maxconn} of the bind, of which HAProxy lets in that many by each socket; {@link Integer#MAX_VALUE} when unset
     */
    public record Door(Inlet inlet, int maxConnections, Runnable exhausted) {
        private Frontend frontend() {
            return inlet.frontend();
        }

        private Gauge clients() {
            return inlet.clients();
        }
    }

    public Entrance(Door door, Traffic traffic, Worker worker) {
        this.door = door;
        this.traffic = traffic;
        this.worker = worker;
    }

    @Override
    public boolean hasRoom() {
        return traffic.hasRoom() && door.frontend().hasRoom() && door.clients().current() < door.maxConnections;
    }

    @Override
    public @Nullable ConnectionHandler accepted(Connection connection) {
        if (!enter()) return null;
        var loop = worker.loop();
        var frontend = door.frontend().tally();
        frontend.add(loop.index(), Count.CONNECTIONS);
        frontend.add(loop.index(), Count.SESSIONS);
        frontend.connectionRate.add(loop.index(), loop.nanos());
        frontend.sessionRate.add(loop.index(), loop.nanos());
        var socket = door.inlet.tally();
        if (socket != null) socket.add(loop.index(), Count.SESSIONS);
        traffic.tally().add(loop.index(), Column.CONNECTIONS, 1);
        traffic.tally().connectionRate.add(loop.index(), loop.nanos());
        traffic.tally().sessionRate.add(loop.index(), loop.nanos());
        return Session.open(worker, door.inlet, connection);
    }

    /** Takes a place in all three limits or in none. */
    private boolean enter() {
        if (!traffic.sessionBegins()) return false;
        if (door.frontend().sessionBegins()) {
            if (door.clients().enterBelow(door.maxConnections)) return true;
            door.frontend().tally().sessions.leave();
        }
        traffic.tally().connections.leave();
        return false;
    }

    @Override
    public void exhausted(NetworkFailure failure) {
        door.exhausted.run();
    }
}
