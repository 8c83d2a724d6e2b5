package headway.wire.engine.epoll;

import headway.wire.engine.NetworkFailure;
import headway.wire.engine.socket.Accepting;
import headway.wire.engine.socket.SharedListener.Member;

/** A listening descriptor in a loop's epoll set, exclusively: a client wakes one loop and not all. */
final class EpollAccepting extends Accepting {
    /** {@code accept} also returns the error of a client that has gone already. */
    private static final int ECONNABORTED = -103;

    private final EpollLoop loop;
    private final EpollListener listener;
    private final long name;
    private int error;

    EpollAccepting(EpollLoop loop, EpollListener listener, Member member, long name) {
        super(listener, member);
        this.loop = loop;
        this.listener = listener;
        this.name = name;
    }

    @Override
    protected boolean register() {
        error = loop.control(Epoll.ADD, listener.fd, Epoll.IN | Epoll.EXCLUSIVE, name);
        return error == 0;
    }

    @Override
    protected void unregister() {
        loop.control(Epoll.DEL, listener.fd, 0, 0);
    }

    @Override
    protected NetworkFailure why() {
        return Errno.failure(error);
    }

    @Override
    protected Attempt accept() {
        var fd = loop.sockets.accept(listener.fd);
        if (fd >= 0) {
            give(fd, Peer.accepted(loop.sockets.addressAt, listener.known));
            return Attempt.ACCEPTED;
        }
        error = fd;
        return switch (fd) {
            case Errno.EAGAIN -> Attempt.NOBODY_WAITS;
            case Errno.EINTR, ECONNABORTED -> Attempt.GONE;
            default -> Attempt.EXHAUSTED;
        };
    }

    private void give(int fd, Peer peer) {
        var chosen = choose();
        var target = (EpollLoop) chosen.loop();
        if (target == loop) loop.welcome(fd, peer, chosen.acceptor());
        else target.handOver(() -> target.welcome(fd, peer, chosen.acceptor()));
    }
}
