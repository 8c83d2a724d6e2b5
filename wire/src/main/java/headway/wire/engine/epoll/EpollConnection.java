package headway.wire.engine.epoll;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SpliceListener;
import headway.wire.engine.TcpFigure;
import headway.wire.engine.socket.SocketConnection;
import headway.wire.engine.socket.Splice;
import org.jspecify.annotations.Nullable;

/** A stream socket in a loop's epoll set. */
final class EpollConnection extends SocketConnection {
    static final int EVENTS = Epoll.IN | Epoll.OUT | Epoll.RDHUP | Epoll.EDGE;

    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_MORE = 0x8000;

    final int fd;
    /** Place in the loop's table, and how often that place was used before: together they name this connection to the kernel. */
    final int index;

    final int generation;
    final Peer peer;

    EpollConnection(EpollLoop loop, ConnectionHandler handler, int fd, Peer peer, boolean connecting) {
        super(loop, handler, connecting);
        this.fd = fd;
        this.peer = peer;
        index = loop.table().add(this);
        generation = loop.table().generation(index);
    }

    private EpollLoop owner() {
        return (EpollLoop) loop;
    }

    long name() {
        return (long) generation << 32 | index;
    }

    void connecting(int outcome) {
        connectOutcome = outcome;
    }

    void event(int events) {
        var what = 0;
        if ((events & Epoll.IN) != 0) what |= READABLE;
        if ((events & Epoll.OUT) != 0) what |= WRITABLE;
        if ((events & (Epoll.RDHUP | Epoll.HUP)) != 0) what |= FIN;
        if ((events & (Epoll.ERR | Epoll.HUP)) != 0) what |= BROKEN;
        if (connectOutcome == AGAIN) connectOutcome = (what & BROKEN) == 0 ? 0 : refusal();
        happened(what);
    }

    private int refusal() {
        var error = socketError();
        return error == 0 ? Errno.ECONNREFUSED : error;
    }

    /** Puts the socket into the loop's epoll set: 0 or a negative error. */
    int register() {
        return owner().control(Epoll.ADD, fd, EVENTS, name());
    }

    @Override
    protected int receive(int at, int size) {
        while (true) {
            var count = owner().kernel.call(Numbers.RECVFROM, fd, Slab.ADDRESS + at, size, 0, 0, 0);
            if (count != Errno.EINTR) return (int) count;
        }
    }

    @Override
    protected int transmit(int at, int length, boolean more) {
        var flags = more ? MSG_NOSIGNAL | MSG_MORE : MSG_NOSIGNAL;
        while (true) {
            var count = owner().kernel.call(Numbers.SENDTO, fd, Slab.ADDRESS + at, length, flags, 0, 0);
            if (count != Errno.EINTR) return (int) count;
        }
    }

    @Override
    protected int transmit(int firstAt, int firstLength, int secondAt, int secondLength, boolean more) {
        var message = owner().message.of(firstAt, firstLength, secondAt, secondLength);
        var flags = more ? MSG_NOSIGNAL | MSG_MORE : MSG_NOSIGNAL;
        while (true) {
            var count = owner().kernel.call(Numbers.SENDMSG, fd, message, flags);
            if (count != Errno.EINTR) return (int) count;
        }
    }

    @Override
    protected void shutdownSocket() {
        owner().sockets.shutdownOutput(fd);
    }

    @Override
    protected void closeSocket(boolean reset) {
        if (reset) owner().sockets.lingerNone(fd);
        owner().sockets.close(fd);
        owner().table().remove(index);
    }

    /** Another loop has the socket now. */
    void given() {
        forgetTaken();
        owner().table().remove(index);
    }

    @Override
    protected int socketError() {
        return owner().sockets.error(fd);
    }

    @Override
    protected int available() {
        return owner().sockets.available(fd);
    }

    @Override
    protected NetworkFailure reason(int code) {
        return Errno.failure(code);
    }

    @Override
    public boolean splice(Connection to, long limit, SpliceListener listener) {
        assert loop.isCurrent() && to.loop() == loop;
        var target = (EpollConnection) to;
        if (limit <= 0 || unread() > 0 || !owner().splices() || !canSplice() || !target.canBeSplicedTo()) return false;
        var pipe = owner().pipes.take();
        if (pipe == null) return false;
        var splice = new EpollSplice(owner(), this, target, limit, listener, pipe);
        if (!splice.begins()) {
            owner().pipes.release(pipe, true);
            return false;
        }
        outgoing(splice);
        target.incoming(splice);
        queue();
        return true;
    }

    boolean maySplice() {
        return mayRead && !paused;
    }

    void dry() {
        mayRead = false;
    }

    void broke(int error) {
        sendingFailed(error);
    }

    void failed(int error) {
        receivingFailed(error);
    }

    void endOfSplice() {
        endToldElsewhere();
    }

    void splicingFrom(@Nullable Splice splice) {
        outgoing(splice);
    }

    void splicingTo(@Nullable Splice splice) {
        incoming(splice);
    }

    void attendSoon() {
        queue();
    }

    void continueNextTurn() {
        queueForNextTurn();
    }

    @Override
    public Address remote() {
        return peer.address();
    }

    @Override
    public Address local() {
        var address = owner().sockets.local(fd);
        return address == null ? new Address.Unix("") : address;
    }

    @Override
    public int descriptor() {
        return fd;
    }

    @Override
    public long measured(TcpFigure figure) {
        return isClosed() || !Sockets.isInet(peer.family())
                ? -1
                : owner().sockets.info.figure(fd, figure);
    }

    @Override
    public int savedSyn(int at, int size) {
        return isClosed() || !Sockets.isInet(peer.family())
                ? -1
                : owner().sockets.info.savedSyn(fd, at, size);
    }

    @Override
    public boolean option(SocketOption option, int value) {
        return owner().sockets.option(fd, peer.family(), option, value) >= 0;
    }
}
