package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.Listener;
import headway.wire.engine.epoll.EpollListener.Member;
import headway.wire.engine.socket.SocketConnection;
import headway.wire.engine.socket.SocketLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread with an epoll set. */
final class EpollLoop extends SocketLoop {
    private static final int CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK_CLOEXEC = 0x80800;
    private static final long WAKE = -1;

    final Kernel kernel = new Kernel();
    final Sockets sockets = new Sockets(kernel);
    final Gather message = new Gather();

    private final Epoll events;
    private final Epoll change = new Epoll(1);
    private final int oneAt = Buffers.reserve(8);
    private final Table table = new Table();
    private final List<@Nullable Accepting> accepting = new ArrayList<>();
    private final int epoll;
    private final int eventDescriptor;
    /** System calls of other threads that wake this one. */
    private final Kernel waker = new Kernel();

    EpollLoop(int index, EngineSettings settings, Consumer<Throwable> bugHook) {
        super(index, settings, bugHook);
        events = new Epoll(settings.maxEvents());
        epoll = (int) kernel.call(Numbers.EPOLL_CREATE1, CLOEXEC);
        eventDescriptor = (int) kernel.call(Numbers.EVENTFD2, 0, EFD_NONBLOCK_CLOEXEC);
        if (epoll < 0 || eventDescriptor < 0) {
            throw new IllegalStateException("no epoll: " + Errno.words(Math.min(epoll, eventDescriptor)));
        }
        Slab.putLong(oneAt, 1);
        control(Epoll.ADD, eventDescriptor, Epoll.IN | Epoll.EDGE, WAKE);
    }

    /** Changes the epoll set; 0 or a negative error. */
    int control(int operation, int fd, int flags, long data) {
        change.set(flags, data);
        return (int) kernel.call(Numbers.EPOLL_CTL, epoll, operation, fd, change.address());
    }

    Table table() {
        return table;
    }

    @Override
    protected void waitForEvents(int millis) {
        var count = kernel.call(Numbers.EPOLL_PWAIT, epoll, events.address(), events.capacity(), millis, 0, 8);
        woke();
        for (var i = 0; i < count; i++) dispatch(events.flags(i), events.data(i));
    }

    private void dispatch(int flags, long data) {
        if (data >= 0) {
            var connection = table.find(data);
            if (connection != null) connection.event(flags);
        } else if (data != WAKE) {
            var member = accepting.get((int) (-2 - data));
            if (member != null) member.ready(settings.maxAccept());
        }
    }

    /** The counter is never read: each write is an edge. It overflows after 2^64 writes. */
    @Override
    protected void wake() {
        synchronized (waker) {
            waker.call(Numbers.WRITE, eventDescriptor, Slab.ADDRESS + oneAt, 8);
        }
    }

    @Override
    public @Nullable Connection connect(ConnectTarget target, ConnectionHandler handler) {
        assert isCurrent();
        var family = SocketAddresses.family(target.address());
        var fd = sockets.socket(family, Sockets.SOCK_STREAM);
        if (fd < 0) {
            connectFailure = Errno.failure(fd);
            return null;
        }
        var outcome = connect(fd, family, target);
        var connection = new EpollConnection(this, handler, fd, new Peer.Known(target.address()), true);
        if (outcome == 0 || outcome == Errno.EAGAIN) {
            var error = connection.register();
            if (error < 0) outcome = error;
        }
        connection.connecting(outcome);
        if (outcome != Errno.EAGAIN) connection.decided();
        return connection;
    }

    /** 0 when connected, EAGAIN while it goes on, else why not. */
    private int connect(int fd, int family, ConnectTarget target) {
        if (Sockets.isInet(family)) sockets.noDelay(fd);
        sockets.applyToClient(fd, family, target.options());
        var source = target.source();
        if (source != null) {
            var error = bindSource(fd, source);
            if (error < 0) return error;
        }
        var result = sockets.connect(fd, target.address());
        if (result == Errno.EINPROGRESS || result == Errno.EINTR) return Errno.EAGAIN;
        return result == Errno.EAGAIN ? Errno.ECONNREFUSED : result;
    }

    private int bindSource(int fd, Address source) {
        if (source instanceof Address.Inet inet) {
            if (inet.port() == 0) sockets.sourcePortLater(fd);
            else sockets.reuseAddress(fd);
        }
        return sockets.bind(fd, source);
    }

    @Override
    protected @Nullable Connection adopt(SocketConnection taken, ConnectionHandler handler) {
        var old = (EpollConnection) taken;
        var owner = (EpollLoop) old.loop();
        kernel.call(Numbers.EPOLL_CTL, owner.epoll, Epoll.DEL, old.fd, change.address());
        var connection = new EpollConnection(this, handler, old.fd, old.peer, false);
        owner.send(old::given);
        if (connection.register() == 0) return connection;
        connection.close();
        return null;
    }

    @Override
    public void accept(Listener listener, Acceptor acceptor) {
        assert isCurrent();
        var shared = (EpollListener) listener;
        suspend(shared);
        var member = new Member(this, acceptor);
        shared.join(member);
        var place = accepting.indexOf(null);
        if (place < 0) {
            place = accepting.size();
            accepting.add(null);
        }
        var mine = new Accepting(shared, member, -2L - place);
        accepting.set(place, mine);
        mine.begin();
    }

    @Override
    public void suspend(Listener listener) {
        assert isCurrent();
        for (var i = 0; i < accepting.size(); i++) {
            var mine = accepting.get(i);
            if (mine == null || mine.listener != listener) continue;
            mine.listener.leave(this);
            mine.end();
            accepting.set(i, null);
        }
    }

    /** From another loop, which has accepted the client: it counts here from now on. */
    void handOver(int fd, Peer peer, Acceptor acceptor) {
        count(1);
        send(() -> {
            count(-1);
            welcome(fd, peer, acceptor);
        });
    }

    /** A client begins its life on this loop. */
    void welcome(int fd, Peer peer, Acceptor acceptor) {
        var connection = new EpollConnection(this, SocketConnection.NOBODY, fd, peer, false);
        var error = connection.register();
        if (error < 0) {
            connection.close();
            acceptor.exhausted(Errno.failure(error));
            return;
        }
        try {
            var handler = acceptor.accepted(connection);
            if (handler == null) connection.close();
            else if (!connection.isClosed()) connection.handler(handler);
        } catch (Throwable bug) {
            connection.close();
            bug(bug);
        }
    }

    @Override
    protected void closeAll() {
        for (var mine : accepting) if (mine != null) suspend(mine.listener);
        for (var i = 0; i < table.used(); i++) {
            var connection = table.at(i);
            if (connection != null) connection.close();
        }
        sockets.close(epoll);
        synchronized (waker) {
            sockets.close(eventDescriptor);
        }
    }
}
