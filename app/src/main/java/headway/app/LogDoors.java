package headway.app;

import headway.base.units.Address;
import headway.language.model.Bind;
import headway.language.model.Global;
import headway.language.model.LogForward;
import headway.operate.log.LogRelay;
import headway.operate.log.Logs;
import headway.operate.log.RelayDoor;
import headway.operate.stats.AddressWords;
import headway.wire.engine.Engine;
import headway.wire.engine.ListenException;
import headway.wire.engine.ListenSpec;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** The sockets of {@code log-forward} sections, and what each loop does with what comes in there. */
final class LogDoors {
    private static final int BACKLOG = 128;

    /** What opens a door on its loop. */
    private record Door(Loop loop, Listener listener, Runnable opening) {}

    private final Engine engine;
    private final List<Loop> loops;
    private final int bufferSize;
    private final int receiveBuffer;
    private final boolean reusesPorts;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Door> doors = new ArrayList<>();

    /**
     * @param reusesPorts a new process may listen beside an old one
     */
    LogDoors(Engine engine, List<Loop> loops, Global global, boolean reusesPorts) {
        this.engine = engine;
        this.loops = List.copyOf(loops);
        bufferSize = global.tuning().bufferSize();
        receiveBuffer = global.socketBuffers().datagramReceive();
        this.reusesPorts = reusesPorts;
    }

    /**
     * Opens the sockets of a section.
     *
     * @throws ListenException for the first one that cannot be had, in HAProxy's words
     */
    void open(LogForward section, Logs logs) throws ListenException {
        var relays = logs.relays(section);
        var clients = new RelayDoor.Clients();
        for (var bind : section.binds())
            for (var address : bind.addresses()) {
                var listener = listen(
                        section,
                        bind,
                        new ListenSpec(address, backlog(section, bind), options(bind, address, 0), -1, -1, -1));
                for (var loop : loops) connections(relays.get(loop.index()), loop, listener, clients);
            }
        for (var bind : section.datagramBinds())
            for (var address : bind.addresses()) {
                var options = options(bind, address, receiveBuffer);
                var socket = receive(section, bind, new ListenSpec(address, 0, options, -1, -1, -1));
                for (var loop : loops) datagrams(relays.get(loop.index()), loop, socket);
            }
    }

    private void connections(LogRelay relay, Loop loop, Listener listener, RelayDoor.Clients clients) {
        var door = new RelayDoor(relay, loop, listener, clients, bufferSize);
        doors.add(new Door(loop, listener, door::open));
    }

    private void datagrams(LogRelay relay, Loop loop, Listener socket) {
        doors.add(new Door(loop, socket, () -> loop.receive(socket, relay)));
    }

    private Listener listen(LogForward section, Bind bind, ListenSpec spec) throws ListenException {
        try {
            return opened(engine.listen(spec));
        } catch (ListenException e) {
            throw named(section, bind, spec, e);
        }
    }

    private Listener receive(LogForward section, Bind bind, ListenSpec spec) throws ListenException {
        try {
            return opened(engine.datagramSocket(spec));
        } catch (ListenException e) {
            throw named(section, bind, spec, e);
        }
    }

    private Listener opened(Listener listener) {
        listeners.add(listener);
        return listener;
    }

    private static ListenException named(LogForward section, Bind bind, ListenSpec spec, ListenException e) {
        return new ListenException("Binding [" + bind.position() + "] for log-forward " + section.name() + ": "
                + e.getMessage() + " for [" + AddressWords.place(spec.address()) + "]");
    }

    private static int backlog(LogForward section, Bind bind) {
        if (bind.limits().backlog() > 0) return bind.limits().backlog();
        return section.backlog() > 0 ? section.backlog() : Math.max(BACKLOG, section.maxConnections());
    }

    private SocketOptions options(Bind bind, Address address, int receive) {
        var values = new EnumMap<SocketOption, Integer>(SocketOption.class);
        if (reusesPorts && address instanceof Address.Inet) values.put(SocketOption.REUSE_PORT, 1);
        if (receive > 0) values.put(SocketOption.RECEIVE_BUFFER, receive);
        if (bind.sockets().flags().contains(Bind.Flag.TRANSPARENT)) values.put(SocketOption.TRANSPARENT, 1);
        if (bind.sockets().flags().contains(Bind.Flag.V6_ONLY)) values.put(SocketOption.V6_ONLY, 1);
        return new SocketOptions(values, bind.sockets().device(), bind.sockets().namespace());
    }

    int listeners() {
        return listeners.size();
    }

    /** Begins to take messages. */
    void resume() {
        for (var door : doors) door.loop.send(door.opening);
    }

    /** Takes no more of them; what comes meanwhile waits in the system. */
    void suspend() {
        for (var door : doors) door.loop.send(() -> door.loop.suspend(door.listener));
    }

    /** After the loops have let go of them. */
    void close() {
        for (var listener : listeners) listener.close();
    }
}
