package headway.traffic.listen;

import headway.traffic.counter.Count;
import headway.traffic.counter.Gauge;
import headway.traffic.counter.ProcessTally.Column;
import headway.traffic.stream.Frontend;
import headway.traffic.stream.Session;
import headway.traffic.stream.Traffic;
import headway.traffic.stream.Worker;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import org.jspecify.annotations.Nullable;

/** One {@code bind} on one loop: takes clients in as long as the bind, its frontend and the process have room for them. */
public final class Entrance implements Acceptor {
    private final Door door;
    private final Traffic traffic;
    private final Worker worker;

    /**
     * What the loops share of a bind.
     *
     * @param name of the bind for the log; its address when it has none
     * @param maxConnections {@code maxconn} of the bind, {@link Integer#MAX_VALUE} when unset
     */
    public record Door(Frontend frontend, String name, int id, int maxConnections, Gauge clients, Runnable exhausted) {}

    public Entrance(Door door, Traffic traffic, Worker worker) {
        this.door = door;
        this.traffic = traffic;
        this.worker = worker;
    }

    @Override
    public boolean hasRoom() {
        return traffic.hasRoom() && door.frontend.hasRoom() && door.clients.current() < door.maxConnections;
    }

    @Override
    public @Nullable ConnectionHandler accepted(Connection connection) {
        if (!enter()) return null;
        var loop = worker.loop();
        var frontend = door.frontend.tally();
        frontend.add(loop.index(), Count.CONNECTIONS);
        frontend.add(loop.index(), Count.SESSIONS);
        frontend.connectionRate.add(loop.index(), loop.nanos());
        frontend.sessionRate.add(loop.index(), loop.nanos());
        traffic.tally().add(loop.index(), Column.CONNECTIONS, 1);
        traffic.tally().connectionRate.add(loop.index(), loop.nanos());
        traffic.tally().sessionRate.add(loop.index(), loop.nanos());
        return Session.open(worker, door.frontend, door.name, door.clients, connection);
    }

    /** Takes a place in all three limits or in none. */
    private boolean enter() {
        if (!traffic.sessionBegins()) return false;
        if (door.frontend.sessionBegins()) {
            if (door.clients.enterBelow(door.maxConnections)) return true;
            door.frontend.tally().sessions.leave();
        }
        traffic.tally().connections.leave();
        return false;
    }

    @Override
    public void exhausted(NetworkFailure failure) {
        door.exhausted.run();
    }
}
