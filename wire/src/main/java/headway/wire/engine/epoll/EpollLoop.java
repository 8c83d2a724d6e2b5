package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.socket.Accepting;
import headway.wire.engine.socket.ReceivingAcceptor;
import headway.wire.engine.socket.SharedListener;
import headway.wire.engine.socket.SharedListener.Member;
import headway.wire.engine.socket.SocketConnection;
import headway.wire.engine.socket.SocketLoop;
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
    final Pipes pipes;

    private final Epoll events;
    private final Epoll change = new Epoll(1);
    private final int oneAt = Buffers.reserve(8);
    private final Table table = new Table();
    private final int epoll;
    private final int eventDescriptor;
    /** System calls of other threads that wake this one. */
    private final Kernel waker = new Kernel();

    EpollLoop(int index, EngineSettings settings, Consumer<Throwable> bugHook) {
        super(index, settings, bugHook);
        pipes = new Pipes(kernel, settings.pipes(), settings.pipeSize());
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

    boolean splices() {
        return settings.splice();
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
        } else if (data != WAKE) clientsWait((int) (-2 - data));
    }

    /** The counter is never read: each write is an edge. It overflows after 2^64 writes. */
    @Override
    protected void wake() {
        synchronized (waker) {
            waker.call(Numbers.WRITE, eventDescriptor, Slab.ADDRESS + oneAt, 8);
        }
    }

    @Override
    public boolean isLocal(Address address) {
        return sockets.isLocal(address);
    }

    @Override
    public @Nullable Connection connect(ConnectTarget target, ConnectionHandler handler) {
        assert isCurrent();
        var family = SocketAddresses.family(target.address());
        var fd = sockets.socket(family, Sockets.SOCK_STREAM, target.options());
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
        if (outcome != Errno.EAGAIN) connection.attendSoon();
        return connection;
    }

    /** 0 when connected, EAGAIN while it goes on, else why not. */
    private int connect(int fd, int family, ConnectTarget target) {
        if (Sockets.isInet(family)) sockets.noDelay(fd);
        var refused = sockets.applyToClient(fd, family, target.options());
        if (refused < 0) return refused;
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
    protected Accepting accepting(SharedListener listener, Member member, int place) {
        var socket = (EpollListener) listener;
        return member.acceptor() instanceof ReceivingAcceptor
                ? new EpollReceiving(this, socket, member, -2L - place)
                : new EpollAccepting(this, socket, member, -2L - place);
    }

    /** A client begins its life on this loop. */
    void welcome(int fd, Peer peer, Acceptor acceptor) {
        var connection = new EpollConnection(this, SocketConnection.NOBODY, fd, peer, false);
        var error = connection.register();
        if (error == 0) {
            introduce(connection, acceptor);
            return;
        }
        connection.close();
        acceptor.nobodyCame();
        acceptor.exhausted(Errno.failure(error));
    }

    @Override
    protected void closeSockets() {
        for (var i = 0; i < table.used(); i++) {
            var connection = table.at(i);
            if (connection != null) connection.close();
        }
        pipes.closeAll();
        sockets.close(epoll);
        synchronized (waker) {
            sockets.close(eventDescriptor);
        }
    }
}
